// Every example of the consumer's page, and of the README's part for consumers, is run, and says what the page shows.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {delimiter, dirname, join} from 'node:path';
import {test} from 'node:test';

import {asCsv, query} from './support/duckdb.mjs';
import {blocksOf, examplesOf, rewrite} from './support/examples.mjs';
import {besideTheOthers, json, preview, reports, scratch} from './support/release.mjs';
import {clients, root, tool} from './support/repository.mjs';
import {compilers} from './support/typescript.mjs';

const page = join(reports, 'README.md');
const text = readFileSync(page, 'utf8');
const [, version] = /outputs shown are those of release (\d+\.\d+\.\d+)/.exec(text);
const mayRewrite = process.env.UPDATE_EXPECTED === '1';

let prefix;
/// What cmake --install gives, made once and only if an example wants it.
function installed() {
  if (prefix) return prefix;
  prefix = join(scratch(), 'prefix');
  const run = spawnSync('cmake', ['--install', dirname(tool), '--prefix', prefix], {encoding: 'utf8'});
  assert.equal(run.status, 0, run.stderr);
  return prefix;
}

/// What runs a script: the compiler of TypeScript, of which people have several, is in the path once for each.
const pathsOf = (script) => (/\btsc\b/.test(script) ? [...compilers.values()] : [join(clients, 'node_modules', '.bin')]);

function runShell(folder, script) {
  const said = pathsOf(script).map((bin) => runOnce(folder, script, bin));
  assert.deepEqual(said, said.map(() => said[0]), 'the compilers do not agree');
  return said[0];
}

function runOnce(folder, script, bin) {
  const env = {...process.env, LC_ALL: 'C', TZ: 'UTC', NO_COLOR: '1', HOME: join(folder, '..')};
  env.PATH = [dirname(tool), bin, env.PATH].join(delimiter);
  // Consumers have make or whatever they like; this project needs Ninja alone.
  if (/\bcmake\b/.test(script)) Object.assign(env, {CMAKE_PREFIX_PATH: installed(), CMAKE_GENERATOR: 'Ninja'});
  const run = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {cwd: folder, env, encoding: 'utf8'});
  assert.equal(run.status, 0, `${script}\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

const runners = {sh: runShell, sql: async (folder, sql) => asCsv(await query(folder, sql))};

/// Runs the examples of one section beside the other releases; `expects` judges what a step with an output says.
async function runSection({files, steps}, folder, expects, place = '.') {
  symlinkSync(join(clients, 'node_modules'), join(folder, '..', '..', 'node_modules'));
  for (const {file, text: content} of files) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), content);
  }
  for (const step of steps) {
    const said = await runners[step.kind](join(folder, place), step.text);
    if (step.shown !== undefined) expects(step.shown, said);
  }
}

function expectsShown(path) {
  return (shown, said) => {
    if (mayRewrite && said !== shown) rewrite(path, shown, said);
    else assert.equal(said, shown);
  };
}

// A published release never changes, so what the page shows of it stays true; before it is published, a preview is it.
const subject = existsSync(join(reports, version)) ? join(reports, version) : preview();

test(`the release of the page is ${version}`, () => {
  assert.equal(json(subject, 'manifest.json').version, version);
});

for (const [section, example] of examplesOf(blocksOf(text))) {
  test(`reports/README.md, ${section}: says what is shown`, () =>
    runSection(example, besideTheOthers(subject), expectsShown(page)));

  if (subject === preview()) continue;
  test(`reports/README.md, ${section}: works with what the policies are today`, () =>
    runSection(example, besideTheOthers(preview()), () => {}));
}

// What the README shows to consumers; there the examples run at the root.
const readme = join(root, 'README.md');
const parts = /^\*\*A consumer\*\*.*?(?=^## )|^## What a consumer gets\n.*?(?=^## )/gms;
for (const [part] of readFileSync(readme, 'utf8').matchAll(parts)) {
  for (const [section, example] of examplesOf(blocksOf(part))) {
    test(`README.md, ${section || 'a consumer'}: says what is shown`, () =>
      runSection(example, besideTheOthers(subject), expectsShown(readme), '../..'));
  }
}

test('the links of the page lead to files', () => {
  const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, link]) => link);
  assert.ok(links.length > 2);
  // The feed is there as soon as a release announced itself in it; feed.test.mjs reads it.
  assert.deepEqual(links.filter((link) => link !== 'feed.atom' && !existsSync(join(reports, link))), []);
});

for (const [what, broken] of Object.entries({
  'an unknown kind': '# A\n\n```sh\ntrue\n```\n\n```json\n{}\n```\n',
  'no kind': '# A\n\n```sh\ntrue\n```\n\n    true\n',
  'an output of nothing': '# A\n\n```text\ntrue\n```\n',
  'an output of another section': '# A\n\n```sh\ntrue\n```\n\n# B\n\n```text\ntrue\n```\n',
  'a file that nothing uses': '# A\n\n```sh\ntrue\n```\n\n```cpp a.cc\nint main() {}\n```\n',
  'a file and no step': '# A\n\n```cpp a.cc\na.cc\n```\n',
})) {
  test(`a page with ${what} is refused`, () => assert.throws(() => examplesOf(blocksOf(broken)), /nothing/));
}

test('an example that says something else, or fails, is found', async () => {
  const [example] = examplesOf(blocksOf('# A\n\n```sh\necho b\n```\n\n```text\na\n```\n')).values();
  const folder = besideTheOthers(subject);
  const expects = (shown, said) => assert.equal(said, shown);
  await assert.rejects(runSection(example, folder, expects), {actual: 'b\n', expected: 'a\n'});
  assert.throws(() => runShell(folder, 'false | cat'));
});
