// Validates every published JSON with a validator that shares no code with ours.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const reports = process.env.SIMRULES_REPORTS ?? join(root, 'reports');
const read = (...parts) => JSON.parse(readFileSync(join(...parts), 'utf8'));

// Our own formats (country, plmn, ...) are checked by our own code; to others they are annotations.
function collectFormats(node, found = new Set()) {
  if (node === null || typeof node !== 'object') return found;
  if (typeof node.format === 'string') found.add(node.format);
  Object.values(node).forEach((child) => collectFormats(child, found));
  return found;
}

function compile(file) {
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({strict: false, allErrors: true});
  addFormats(ajv);
  for (const format of collectFormats(schema)) {
    if (!(format in ajv.formats)) ajv.addFormat(format, true);
  }
  return ajv.compile(schema);
}

// A release is judged by the schemas that it ships, so that it stays valid when ours move on.
function schemaFor(folder, kind) {
  const shipped = join(folder, `${kind}.schema.json`);
  return existsSync(shipped) ? shipped : join(root, 'schemas', `${kind}.schema.json`);
}

function assertValid(validate, value) {
  assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

for (const name of readdirSync(join(root, 'schemas')).filter((file) => file.endsWith('.schema.json'))) {
  test(`schemas/${name} compiles`, () => assert.ok(compile(join(root, 'schemas', name))));
}

const index = read(reports, 'index.json');
const releases = readdirSync(reports, {withFileTypes: true})
  .filter((entry) => entry.isDirectory() && existsSync(join(reports, entry.name, 'manifest.json')))
  .map((entry) => entry.name);

test('reports/index.json is valid and lists every release', () => {
  assertValid(compile(schemaFor(reports, 'index')), index);
  assert.notEqual(releases.length, 0);
  assert.deepEqual(index.releases.map((release) => release.version).sort(), [...releases].sort());
});

for (const version of releases) {
  const folder = join(reports, version);
  for (const kind of ['dataset', 'changes', 'manifest']) {
    test(`reports/${version}/${kind}.json is valid`, () => {
      assertValid(compile(schemaFor(folder, kind)), read(folder, `${kind}.json`));
    });

    test(`reports/${version}/${kind}.json without any one of its members is refused`, () => {
      const validate = compile(schemaFor(folder, kind));
      const value = read(folder, `${kind}.json`);
      const required = read(schemaFor(folder, kind)).required;
      assert.ok(required.length > 1);
      for (const member of required) {
        const {[member]: _, ...rest} = value;
        assert.ok(!validate(rest), `without ${member}`);
        assert.ok(!validate({...value, [member]: {not: 'this'}}), `with another ${member}`);
      }
    });
  }

  test(`reports/${version}/dataset.json with one wrong rule is refused`, () => {
    const validate = compile(schemaFor(folder, 'dataset'));
    const mutations = [
      (rule) => { rule.verdict = 'perhaps'; },
      (rule) => { delete rule.id; },
      (rule) => { rule.confidence = 'certain'; },
    ];
    for (const mutate of mutations) {
      const dataset = read(folder, 'dataset.json');
      mutate(dataset.policies[0].transfer[0]);
      assert.ok(!validate(dataset), String(mutate));
    }
  });
}
