// Validates every published JSON, by the schemas that it ships, with a validator that shares no code with ours.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import {json, releasesWith, reports} from './support/release.mjs';
import {root} from './support/repository.mjs';

// Our own formats (country, plmn, ...) are checked by our own code; to others they are annotations.
function collectFormats(node, found = new Set()) {
  if (node === null || typeof node !== 'object') return found;
  if (typeof node.format === 'string') found.add(node.format);
  Object.values(node).forEach((child) => collectFormats(child, found));
  return found;
}

function compile(file) {
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({strict: false, allErrors: false});
  addFormats(ajv);
  for (const format of collectFormats(schema)) {
    if (!(format in ajv.formats)) ajv.addFormat(format, true);
  }
  return ajv.compile(schema);
}

function assertValid(validate, value) {
  assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
}

for (const name of readdirSync(join(root, 'schemas')).filter((file) => file.endsWith('.schema.json'))) {
  test(`schemas/${name} compiles`, () => assert.ok(compile(join(root, 'schemas', name))));
}

test('reports/index.json is valid and lists every release', () => {
  const index = json(reports, 'index.json');
  assertValid(compile(join(reports, index.$schema)), index);
  const folders = readdirSync(reports).filter((name) => existsSync(join(reports, name, 'manifest.json')));
  assert.notEqual(folders.length, 0);
  assert.deepEqual(index.releases.map(({version}) => version).sort(), folders.sort());
});

/// Every object inside a value, with the way to it.
function* objects(value, path = []) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield path;
  for (const [key, child] of Object.entries(value)) yield* objects(child, [...path, key]);
}

const at = (value, path) => path.reduce((node, key) => node[key], value);
const isLanguageMap = (object) => Object.keys(object).every((key) => /^[a-z]{2}(-[A-Za-z]+)?$/.test(key));

for (const [release, folder] of releasesWith('manifest.json')) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  // A Data Package has a schema of its own, which datapackage.test.mjs checks it by.
  const documents = files.filter((name) => !name.endsWith('.schema.json') && name !== 'datapackage.json');

  test(`every JSON of ${release} names a schema that lies beside it`, () => {
    assert.ok(['changes.json', 'dataset.json', 'manifest.json'].every((name) => documents.includes(name)));
    for (const name of documents) assert.ok(files.includes(json(folder, name).$schema), name);
  });

  for (const name of documents) {
    const value = json(folder, name);
    const file = join(folder, value.$schema);

    test(`${name} of ${release} is valid`, () => assertValid(compile(file), value));

    test(`${name} of ${release} without any one of its members is refused`, () => {
      const validate = compile(file);
      const {required} = json(file);
      assert.ok(required.length > 1);
      for (const member of required) {
        const {[member]: _, ...rest} = value;
        assert.ok(!validate(rest), `without ${member}`);
        assert.ok(!validate({...value, [member]: false}), `with another ${member}`);
      }
    });
  }

  if (existsSync(join(folder, 'envelope.schema.json'))) {
    test(`ajv takes dataset.schema.json of ${release} in strict mode, without a format or keyword of ours`, () => {
      const said = [];
      const log = (...words) => said.push(words.join(' '));
      const ajv = new Ajv({strict: true, allErrors: true, logger: {log, warn: log, error: log}});
      addFormats(ajv);
      const validate = ajv.compile(json(folder, 'dataset.schema.json'));
      assertValid(validate, json(folder, 'dataset.json'));
      assert.deepEqual(said, []);
    });

    test(`dataset.schema.json of ${release} is at most 80 KB`, () =>
      assert.ok(statSync(join(folder, 'dataset.schema.json')).size <= 80 * 1024));

    test(`every field of ${release} has one type, or null`, () => {
      let fields = 0;
      const visit = (node) => {
        if (node === null || typeof node !== 'object') return;
        if (Array.isArray(node.type)) {
          assert.ok(node.type.length === 2 && node.type.includes('null'), JSON.stringify(node.type));
        }
        if (node.type) fields += 1;
        Object.values(node).forEach(visit);
      };
      visit(json(folder, 'dataset.schema.json').definitions);
      assert.ok(fields > 150, `only ${fields}`);
    });
  }

  // A policy alone is an entry of the dataset, whose schema that of its file refers to.
  if (existsSync(join(folder, 'by-policy'))) {
    test(`every policy of ${release} lies in a file of its own, which is valid`, () => {
      const schemas = ['by-policy.schema.json', 'dataset.schema.json'].map((name) => json(folder, name));
      const ajv = new Ajv({strict: false, allErrors: false});
      addFormats(ajv);
      for (const format of schemas.flatMap((schema) => [...collectFormats(schema)])) {
        if (!(format in ajv.formats)) ajv.addFormat(format, true);
      }
      ajv.addSchema(schemas[1]);
      const validate = ajv.compile(schemas[0]);
      const {policies} = json(folder, 'dataset.json');
      const list = json(folder, 'policies.json').policies;
      assert.deepEqual(list.map(({id}) => id), policies.map(({id}) => id));
      for (const [place, {path}] of list.entries()) {
        const file = json(folder, path);
        assertValid(validate, file);
        assert.deepEqual(file.policy, policies[place]);
        assert.ok(existsSync(join(folder, path, '..', file.$schema)));
        assert.ok(!validate({...file, policy: {...file.policy, kind: 'baker'}}), path);
      }
    });
  }

  test(`dataset.json of ${release} with one wrong rule is refused`, () => {
    const validate = compile(join(folder, 'dataset.schema.json'));
    const mutations = [
      (rule) => { rule.verdict = 'perhaps'; },
      (rule) => { delete rule.id; },
      (rule) => { rule.confidence = 'certain'; },
    ];
    for (const mutate of mutations) {
      const dataset = json(folder, 'dataset.json');
      mutate(dataset.policies[0].transfer[0]);
      assert.ok(!validate(dataset), String(mutate));
    }
  });

  // Since version 2 of the shape a reader never has to ask whether a key is there.
  if (json(folder, 'dataset.json').schema_version < 2) continue;
  test(`a policy of ${release} that lacks any key of any object is refused`, () => {
    const validate = compile(join(folder, 'dataset.schema.json'));
    const {policies, ...envelope} = json(folder, 'dataset.json');
    const policy = policies.find(({id}) => id === 'jp/au');
    let removed = 0;
    for (const path of objects(policy)) {
      if (isLanguageMap(at(policy, path))) continue;
      for (const key of Object.keys(at(policy, path))) {
        const broken = structuredClone(policy);
        delete at(broken, path)[key];
        assert.ok(!validate({...envelope, policies: [broken]}), `/${[...path, key].join('/')} may be missing`);
        removed += 1;
      }
    }
    assert.ok(removed > 1000, `only ${removed}`);
  });
}
