// datapackage.json is a Data Package: a client of that standard reads every table by it, value for value.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {cpSync, existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import datapackage from 'datapackage';

import {query} from './support/duckdb.mjs';
import {filesIn, json, releasesWith, scratch} from './support/release.mjs';
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
    assert.deepEqual([...listed, ...last].sort(), filesIn(folder));
  });

  if (!existsSync(join(folder, 'rule-plans.csv'))) continue;
  const resourceOf = (file) => descriptor.resources.find(({path}) => path === file);

  test(`the client of the standard finds the package of ${release} valid and reads its tables`, async () => {
    const found = await datapackage.Package.load(structuredClone(descriptor), {basePath: folder, strict: false});
    assert.ok(found.valid, String(found.errors));
    // A mark at the start of a file is what this client does not know, and spreadsheets do not do without.
    const isMarked = ({descriptor}) => /^rules(\.\w+)?\.csv$/.test(descriptor.path);
    const tables = found.resources.filter((resource) => resource.tabular && !isMarked(resource));
    assert.deepEqual(tables.map(({name}) => name).sort(),
      ['evidence-csv', 'fees-csv', 'limits-csv', 'rule-index-csv', 'rule-plans-csv', 'sources-csv']);
    for (const table of tables) {
      const read = await table.read({keyed: true, cast: true});
      const {rows} = await query(folder, `SELECT count(*) FROM '${table.descriptor.path}'`);
      assert.equal(read.length, Number(rows[0][0]), table.name);
    }
    const sources = await found.getResource('sources-csv').read({keyed: true, cast: true});
    assert.ok(sources.every(({policy, accessed}) => policy && accessed instanceof Date));
  });

  test(`the foreign keys of ${release} lead to rows, by the client of the standard and by DuckDB`, async () => {
    const found = await datapackage.Package.load(structuredClone(descriptor), {basePath: folder, strict: false});
    let keys = 0;
    for (const {name, path, schema} of descriptor.resources.filter((resource) => resource.schema?.foreignKeys)) {
      // The client of version 1 of the standard follows them, too.
      assert.ok(await found.getResource(name).checkRelations(), name);
      for (const {fields, reference} of schema.foreignKeys) {
        const target = descriptor.resources.find((resource) => resource.name === reference.resource);
        assert.deepEqual(target.schema.primaryKey, reference.fields, name);
        const on = fields.map((field, index) => `a."${field}" = b."${reference.fields[index]}"`).join(' AND ');
        const {rows} = await query(folder, `SELECT count(*) FROM '${path}' a ANTI JOIN '${target.path}' b ON ${on}`);
        assert.equal(Number(rows[0][0]), 0, name);
        keys += 1;
      }
    }
    assert.equal(keys, 5);
  });

  test(`the primary keys of ${release} name one row each`, async () => {
    for (const {path, schema} of descriptor.resources.filter((resource) => resource.schema)) {
      const columns = schema.primaryKey.map((name) => `"${name}"`).join(', ');
      const {rows} = await query(folder, `SELECT count(*), count(DISTINCT (${columns})) FROM '${path}'`);
      assert.equal(rows[0][0], rows[0][1], path);
    }
  });

  test(`the client of the standard finds what is wrong with a table of ${release}`, async () => {
    const copy = join(scratch(), 'release');
    cpSync(folder, copy, {recursive: true});
    const csv = readFileSync(join(copy, 'rule-plans.csv'), 'utf8');
    writeFileSync(join(copy, 'rule-plans.csv'), csv.replace('"conditional"', '"conditionally"'));
    const fees = readFileSync(join(copy, 'fees.csv'), 'utf8');
    writeFileSync(join(copy, 'fees.csv'), fees.replace('#transfer/', '#transfer/no-'));
    const found = await datapackage.Package.load(structuredClone(descriptor), {basePath: copy, strict: false});
    await assert.rejects(found.getResource('rule-plans-csv').read({keyed: true, cast: true}));
    await assert.rejects(found.getResource('fees-csv').checkRelations());
  });

  test(`DuckDB infers of the CSV files of ${release} what the package says`, async () => {
    let typed = 0;
    for (const {path, schema} of descriptor.resources.filter(({path, schema}) => schema && path.endsWith('.csv'))) {
      const {columns, types} = await query(folder, `SELECT * FROM '${path}'`);
      assert.deepEqual(columns, schema.fields.map(({name}) => name));
      const filled = await query(folder, `SELECT ${columns.map((name) => `count("${name}")`).join(', ')} FROM '${path}'`);
      for (const [index, {name, type}] of schema.fields.entries()) {
        if (Number(filled.rows[0][index]) === 0 || !inferred[type]) continue;
        assert.ok(inferred[type].includes(types[index]), `${path} ${name}: ${type}, but ${types[index]}`);
        typed += 1;
      }
    }
    assert.ok(typed > 10, `only ${typed}`);
    assert.equal(resourceOf('rules.csv').schema.fields.length, 30);
  });
}
