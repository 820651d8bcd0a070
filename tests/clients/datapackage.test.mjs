// datapackage.json is a Data Package: a client of that standard reads every table by it, value for value.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {cpSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import datapackage from 'datapackage';

import {query} from './support/duckdb.mjs';
import {json, releasesWith, scratch} from './support/release.mjs';
import {clients} from './support/repository.mjs';

const ajv = new Ajv({strict: true, allErrors: true, allowUnionTypes: true});
addFormats(ajv);
const isPackage = ajv.compile(json(clients, 'fixtures', 'datapackage.schema.json'));

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

// What DuckDB takes a column of each type of the standard for; a column without a value has no type of its own.
const inferred = {integer: ['BIGINT'], number: ['DOUBLE', 'BIGINT'], boolean: ['BOOLEAN'], date: ['DATE']};

for (const [release, folder] of releasesWith('datapackage.json')) {
  const descriptor = json(folder, 'datapackage.json');

  test(`datapackage.json of ${release} is a Data Package of version 2, described completely`, () => {
    assert.ok(isPackage(descriptor), JSON.stringify(isPackage.errors, null, 1));
    const broken = [
      (it) => { it.resources[0].name = 'Bad Name!'; },
      (it) => { it.resources[0].hash = 'md5:1'; },
      (it) => { delete it.resources[0].bytes; },
      (it) => { it.resources.find(({schema}) => schema).schema.fields[0].type = 'varchar'; },
      (it) => { it.$schema = 'https://datapackage.org/profiles/1.0/datapackage.json'; },
    ];
    for (const change of broken) {
      const copy = structuredClone(descriptor);
      change(copy);
      assert.ok(!isPackage(copy), String(change));
    }
  });

  test(`datapackage.json of ${release} has every file with its size and digest`, () => {
    const {version, released} = json(folder, 'manifest.json');
    assert.equal(descriptor.version, version);
    assert.ok(descriptor.created.startsWith(released));
    assert.deepEqual(descriptor.licenses.map(({name}) => name), ['CC0-1.0']);
    for (const {path, bytes, hash} of descriptor.resources) {
      assert.equal(statSync(join(folder, path)).size, bytes, path);
      assert.equal(`sha256:${sha256(join(folder, path))}`, hash, path);
    }
    // The package cannot hold its own digest, nor those of what lists all digests.
    const last = ['SHA256SUMS', 'datapackage.json', 'manifest.json'];
    const listed = descriptor.resources.map(({path}) => path);
    assert.deepEqual([...listed, ...last].sort(), readdirSync(folder).sort());
  });

  test(`the client of the standard finds the package of ${release} valid and reads its tables`, async () => {
    const found = await datapackage.Package.load(structuredClone(descriptor), {basePath: folder, strict: false});
    assert.ok(found.valid, String(found.errors));
    const tables = found.resources.filter(({tabular}) => tabular);
    assert.ok(tables.length > 0, 'no table');
    const {rows} = await query(folder, "SELECT count(*) FROM 'rules.ndjson'");
    for (const table of tables) {
      const read = await table.read({keyed: true, cast: true});
      assert.equal(read.length, Number(rows[0][0]), table.name);
      assert.ok(read.every(({policy, released}) => policy && released instanceof Date), table.name);
    }
  });

  test(`the client of the standard finds a word in the table of ${release} that the package does not have`, async () => {
    const copy = join(scratch(), 'release');
    cpSync(folder, copy, {recursive: true});
    const csv = readFileSync(join(copy, 'rules.csv'), 'utf8');
    writeFileSync(join(copy, 'rules.csv'), csv.replace('"conditional"', '"conditionally"'));
    const found = await datapackage.Package.load(structuredClone(descriptor), {basePath: copy, strict: false});
    const [table] = found.resources.filter(({tabular}) => tabular);
    await assert.rejects(table.read({keyed: true, cast: true}));
  });

  test(`DuckDB infers of the CSV of ${release} what the package says`, async () => {
    const {schema} = descriptor.resources.find(({path}) => path === 'rules.csv');
    const {columns, types} = await query(folder, "SELECT * FROM 'rules.csv'");
    assert.deepEqual(columns, schema.fields.map(({name}) => name));
    const filled = await query(folder, `SELECT ${columns.map((name) => `count("${name}")`).join(', ')} FROM 'rules.csv'`);
    let typed = 0;
    for (const [index, {name, type}] of schema.fields.entries()) {
      if (Number(filled.rows[0][index]) === 0 || !inferred[type]) continue;
      assert.ok(inferred[type].includes(types[index]), `${name}: ${type}, but ${types[index]}`);
      typed += 1;
    }
    assert.ok(typed > 3, `only ${typed}`);
  });
}
