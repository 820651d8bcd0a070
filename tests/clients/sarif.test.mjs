// The SARIF report passes the schema of the standard and the rules of its makers and of GitHub, with their fingerprints.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {pathToFileURL} from 'node:url';

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import {hostileFolder, reportsOn, shown} from './support/hostile.mjs';
import {clients} from './support/repository.mjs';

const {folder, files} = hostileFolder();
const {sarif, diagnostics} = reportsOn(folder, 'data');
const log = JSON.parse(sarif);
const [
  {
    results,
    tool: {driver},
  },
] = log.runs;

// The package holds a program that stands alone; npm leaves it without the right to run.
const multitoolFolder = join(clients, 'node_modules', '@microsoft', 'sarif-multitool-linux');
const multitool = join(multitoolFolder, 'Sarif.Multitool');
chmodSync(multitool, 0o755);

function run(...args) {
  const done = spawnSync(multitool, args, {cwd: folder, encoding: 'utf8'});
  if (done.error) throw done.error;
  assert.equal(done.status, 0, done.stdout + done.stderr);
}

/// What the multitool finds wrong; it exits with 0 all the same, and says it in another log.
function problems(text, name) {
  writeFileSync(join(folder, `${name}.sarif`), text);
  run(
    'validate',
    `${name}.sarif`,
    '--rule-kind',
    'Sarif;Ghas',
    '-c',
    join(clients, 'fixtures', 'sarif.config.xml'),
    '-o',
    `${name}.problems.sarif`,
    '--log',
    'ForceOverwrite',
  );
  const found = JSON.parse(readFileSync(join(folder, `${name}.problems.sarif`), 'utf8'));
  return found.runs
    .flatMap((each) => each.results ?? [])
    .filter(({level}) => level === 'error')
    .map(({ruleId}) => ruleId);
}

const changed = (change) => {
  const copy = structuredClone(log);
  change(copy.runs[0]);
  return JSON.stringify(copy);
};

const ajv = new Ajv2020({strict: false, allErrors: true});
addFormats(ajv);
const isSarif = ajv.compile(JSON.parse(readFileSync(join(multitoolFolder, 'sarif-2.1.0.json'), 'utf8')));

test('the schema of SARIF 2.1.0 finds the report valid', () => {
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 5), null, 1));
  assert.ok(
    !isSarif(
      JSON.parse(
        changed((first) => {
          first.results[0].level = 'fatal';
        }),
      ),
    ),
  );
});

test('the multitool finds no error, also none by the rules of code scanning', () => {
  assert.deepEqual(problems(sarif, 'report'), []);
});

test('the multitool would find what code scanning refuses', () => {
  assert.deepEqual(
    problems(
      changed((first) => {
        delete first.results[0].locations;
      }),
      'bad',
    ).filter((rule) => rule === 'GH1001'),
    ['GH1001'],
  );
});

test('every finding is a result that names its rule, its file and its place in code points', () => {
  assert.equal(log.runs[0].columnKind, 'unicodeCodePoints');
  assert.equal(results.length, diagnostics.length);
  for (const [at, {ruleId, ruleIndex, level, locations, message}] of results.entries()) {
    const {
      check,
      severity,
      path,
      line,
      column,
      end_line: endLine,
      end_column: endColumn,
      message: text,
    } = diagnostics[at];
    const {
      artifactLocation: {uri},
      region,
    } = locations[0].physicalLocation;
    assert.deepEqual(
      [ruleId, driver.rules[ruleIndex].id, level, decodeURIComponent(uri), region],
      [check, check, severity, path, {startLine: line, startColumn: column, endLine, endColumn}],
    );
    assert.equal(new URL(uri, 'file:///').pathname, `/${uri}`);
    assert.ok(shown(message.text).startsWith(shown(text)), message.text);
    assert.ok(!/\]\(/.test(message.text), 'a link');
  }
});

test('the fingerprints are those that the multitool computes', () => {
  const bare = structuredClone(log);
  for (const result of bare.runs[0].results) {
    const {artifactLocation} = result.locations[0].physicalLocation;
    artifactLocation.uri = new URL(artifactLocation.uri, `${pathToFileURL(folder).href}/`).href;
    for (const member of ['partialFingerprints', 'fixes', 'relatedLocations']) delete result[member];
  }
  writeFileSync(join(folder, 'bare.sarif'), JSON.stringify(bare));
  run(
    'rewrite',
    'bare.sarif',
    '--insert',
    'RollingHashPartialFingerprints',
    '-o',
    'hashed.sarif',
    '--log',
    'ForceOverwrite',
  );
  const hashed = JSON.parse(readFileSync(join(folder, 'hashed.sarif'), 'utf8')).runs[0].results;
  const prints = (list) => list.map(({partialFingerprints}) => partialFingerprints?.primaryLocationLineHash);
  assert.ok(
    prints(hashed).every((print) => /^[0-9a-f]+:\d+$/.test(print)),
    `${prints(hashed)}`,
  );
  assert.deepEqual(prints(results), prints(hashed));
  assert.ok(
    files.get('data/crlf.yaml').includes('\r\n') &&
      results.some(({locations}) => locations[0].physicalLocation.artifactLocation.uri === 'data/crlf.yaml'),
  );
});
