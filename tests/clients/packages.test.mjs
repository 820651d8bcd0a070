// npm and pip install the packages of the data, without a network, and what is installed answers a question.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {json, preview, scratch} from './support/release.mjs';
import {clients, root} from './support/repository.mjs';

function must(folder, program, ...args) {
  const env = {...process.env, HOME: scratch(), PYTHONDONTWRITEBYTECODE: '1', LC_ALL: 'C.UTF-8'};
  const run = spawnSync(program, args, {cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26});
  if (run.error) throw run.error;
  assert.equal(run.status, 0, `${program} ${args.join(' ')}:\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

const pack = (out) => must(root, join(root, 'scripts', 'data-packages'), preview(), out);
const packed = join(scratch(), 'packages');
pack(packed);
const {version} = json(preview(), 'manifest.json');
const npmPackage = join(packed, `simrules-data-${version}.tgz`);
const pythonPackage = join(packed, `simrules_data-${version}.tar.gz`);
const au = json(preview(), 'dataset.json').policies.find(({id}) => id === 'jp/au');

test('the same release makes the same packages', () => {
  const again = join(scratch(), 'again');
  pack(again);
  assert.deepEqual(readdirSync(again).sort(), readdirSync(packed).sort());
  for (const name of readdirSync(again)) assert.ok(readFileSync(join(again, name)).equals(readFileSync(join(packed, name))), name);
});

test('npm installs the package, and it answers', () => {
  const place = scratch();
  writeFileSync(join(place, 'package.json'), '{"name": "reader", "private": true, "type": "module"}\n');
  must(place, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', npmPackage);
  writeFileSync(join(place, 'ask.js'), `
    import {lookup, questions, words} from 'simrules-data';
    const answer = lookup('jp/au', 'gift');
    let refused = '';
    try { lookup('jp/au', 'fly'); } catch (error) { refused = error.message; }
    console.log(JSON.stringify({answer, questions, refused, nobody: lookup('jp/none', 'gift'),
                                word: words.messages.answers[answer.answer].ja}));
  `);
  const told = JSON.parse(must(place, process.execPath, 'ask.js'));
  assert.equal(told.answer.answer, au.answers.gift.answer);
  assert.equal(told.answer.version, version);
  assert.deepEqual(told.answer.rules.map(({ref}) => ref), au.answers.gift.rules);
  assert.deepEqual(told.questions.sort(), Object.keys(au.answers).sort());
  assert.match(told.refused, /no question "fly"/);
  assert.equal(told.nobody, null);
  assert.ok(told.word.length > 0);
  const installed = JSON.parse(readFileSync(join(place, 'node_modules', 'simrules-data', 'package.json'), 'utf8'));
  assert.equal(installed.version, version);
});

test('the TypeScript compiler takes the types of the package', () => {
  const place = scratch();
  writeFileSync(join(place, 'package.json'), '{"name": "reader", "private": true, "type": "module"}\n');
  must(place, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', npmPackage);
  const tsc = join(clients, 'node_modules', '.bin', 'tsc');
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
  writeFileSync(join(place, 'right.ts'), `import {lookup} from 'simrules-data';
    const answer = lookup('jp/au', 'gift');
    export const word: string = answer?.answer === 'by_plan' ? 'it depends' : answer?.rules[0]?.verdict ?? 'nobody says';\n`);
  must(place, tsc, ...options, 'right.ts');
  writeFileSync(join(place, 'wrong.ts'), `import {lookup} from 'simrules-data';
    export const is = lookup('jp/au', 'gift')?.answer === 'perhaps';\n`);
  const run = spawnSync(tsc, [...options, 'wrong.ts'], {cwd: place, encoding: 'utf8'});
  assert.match(run.stdout, /wrong\.ts.*TS2367/);
});

// Debian's Python has setuptools; another one that comes first may have none.
const python = ['/usr/bin/python3', 'python3'].find((program) =>
  spawnSync(program, ['-c', 'import setuptools, venv, wheel, ensurepip']).status === 0);
const lacking = python ? false : 'no python3 with setuptools, wheel and venv: scripts/bootstrap --test installs them';

test('pip installs the package, and it answers', {skip: lacking}, () => {
  const place = scratch();
  const virtual = join(place, 'venv');
  must(place, python, '-m', 'venv', '--system-site-packages', virtual);
  const own = join(virtual, 'bin', 'python');
  must(place, own, '-m', 'pip', 'install', '--quiet', '--no-index', '--no-build-isolation', '--disable-pip-version-check', pythonPackage);
  mkdirSync(join(place, 'elsewhere'));
  const told = JSON.parse(must(join(place, 'elsewhere'), own, '-I', '-c', `
import json, simrules_data
answer = simrules_data.lookup("jp/au", "gift")
try:
    simrules_data.lookup("jp/au", "fly")
except ValueError as error:
    refused = str(error)
print(json.dumps({"answer": answer, "questions": simrules_data.questions(), "refused": refused,
                  "nobody": simrules_data.lookup("jp/none", "gift"),
                  "word": simrules_data.words()["messages"]["answers"][answer["answer"]]["ja"],
                  "manifest": json.loads(simrules_data.read("manifest.json"))["version"]}))
`));
  assert.equal(told.answer.answer, au.answers.gift.answer);
  assert.deepEqual(told.answer.rules.map(({ref}) => ref), au.answers.gift.rules);
  assert.deepEqual(told.questions.sort(), Object.keys(au.answers).sort());
  assert.match(told.refused, /no question 'fly'/);
  assert.equal(told.nobody, null);
  assert.equal(told.manifest, version);
  assert.ok(told.word.length > 0);
});
