// DuckDB reads both tables as they are, and finds in them what is in the dataset: nothing less, nothing else.
import assert from 'node:assert/strict';
import {isDeepStrictEqual} from 'node:util';
import {test} from 'node:test';

import {asCsv, query} from './support/duckdb.mjs';
import {json, releasesWith} from './support/release.mjs';

const keyOf = ({policy, topic, rule, plan}) => `${policy}#${topic}/${rule}@${plan ?? ''}`;

/// The plans that a rule is for, counted without simrules; one nameless plan where there is none.
function plansOf(rule, policy) {
  const except = rule.except ?? [];
  const named = rule.plans === 'all' ? (policy.plans ?? []).map(({id}) => id) : rule.plans;
  const covered = named.filter((plan) => !except.includes(plan));
  return covered.length > 0 ? covered : [null];
}

/// What the dataset says, by policy, topic, rule and plan.
function rulesOf(dataset, topics) {
  const rules = new Map();
  for (const policy of dataset.policies) {
    for (const topic of topics) {
      for (const rule of policy[topic] ?? []) {
        for (const plan of plansOf(rule, policy)) {
          rules.set(keyOf({policy: policy.id, topic, rule: rule.id, plan}), {policy, topic, rule});
        }
      }
    }
  }
  return rules;
}

/// Tells whether a value may differ on a plan: it says so with a word or names plans.
const dependsOnPlan = (value) => /"plan_[a-z]+"|"plans":|"except":/.test(JSON.stringify(value));

const isNothing = (value) => value === null || value === undefined;

/// Tells whether a cell of the CSV says what a value of the NDJSON is.
function sameCell(cell, value, hasMembers) {
  if (isNothing(value)) return cell === null;
  if (typeof value === 'string') return cell === value || (cell === `'${value}` && /^['=+\-@＝＋－＠\s]/.test(value));
  if (typeof value !== 'object') return cell === String(value);
  if (!Array.isArray(value) && hasMembers) return cell === null;
  if (/^[[{]/.test(cell)) return isDeepStrictEqual(JSON.parse(cell), value);
  return Array.isArray(value) && cell === value.join('; ');
}

const member = (row, name) => name.split('.').reduce((node, key) => (isNothing(node) ? null : node[key]), row);

const parse = (rows) => rows.map(([line]) => JSON.parse(line));

for (const [release, folder] of releasesWith('rules.ndjson')) {
  const dataset = json(folder, 'dataset.json');
  const {rows: lines} = await query(folder, "SELECT json FROM read_ndjson_objects('rules.ndjson')");
  const rows = parse(lines);
  const topics = [...new Set(rows.map(({topic}) => topic))];
  const wanted = rulesOf(dataset, topics);
  const csv = await query(folder, "SELECT * FROM read_csv('rules.csv', all_varchar = true)");

  test(`rules.ndjson of ${release} has a row for each rule and plan of the dataset`, () => {
    assert.deepEqual(topics, ['transfer', 'roaming', 'tethering']);
    assert.ok(wanted.size > 100);
    assert.deepEqual(rows.map(keyOf).sort(), [...wanted.keys()].sort());
    assert.equal(new Set(rows.map(({id}) => id)).size, rows.length);
  });

  test(`rules.ndjson of ${release} says of each rule what the dataset says`, () => {
    let compared = 0;
    for (const row of rows) {
      const {policy, rule} = wanted.get(keyOf(row));
      for (const [field, value] of Object.entries(rule)) {
        if (field === 'id') continue;
        const column = ['name', 'lifecycle'].includes(field) ? `rule_${field}` : field;
        assert.ok(column in row, `no column for ${field}`);
        if (dependsOnPlan(value)) continue;
        assert.deepEqual(row[column], value, `${keyOf(row)} ${field}`);
        compared += 1;
      }
      assert.deepEqual(row.policy_name, policy.name);
      assert.deepEqual([row.version, row.released], [dataset.version, dataset.released]);
      assert.ok(row.sentence.en && row.sentence.ja && row.sentence.zh, keyOf(row));
    }
    assert.ok(compared > rows.length * 8, `only ${compared} values`);
  });

  test(`every row of rules.ndjson of ${release} has the same columns in the same order`, () => {
    for (const row of rows) assert.deepEqual(Object.keys(row), Object.keys(rows[0]));
  });

  test(`rules.csv of ${release} says in every cell what rules.ndjson says`, () => {
    assert.equal(csv.rows.length, rows.length);
    const seen = new Set();
    for (const [place, cells] of csv.rows.entries()) {
      for (const [index, name] of csv.columns.entries()) {
        const value = member(rows[place], name.replace(/\.others$/, ''));
        const hasMembers = csv.columns.some((other) => other.startsWith(`${name}.`));
        if (name.endsWith('.others')) continue;
        assert.ok(sameCell(cells[index], value, hasMembers), `${keyOf(rows[place])} ${name}: ${cells[index]} is not ${JSON.stringify(value)}`);
        if (cells[index] !== null) seen.add(name.split('.')[0]);
      }
    }
    const filled = Object.keys(rows[0]).filter((name) => rows.some((row) => !isNothing(row[name])));
    assert.deepEqual(filled.filter((name) => !seen.has(name)), [], 'columns of the NDJSON that the CSV lacks');
  });

  test(`the types that DuckDB infers of ${release} are those that are meant`, async () => {
    const of = async (file) => {
      const {columns, types} = await query(folder, `SELECT * FROM '${file}'`);
      return Object.fromEntries(columns.map((name, index) => [name, types[index]]));
    };
    const ndjson = await of('rules.ndjson');
    for (const [name, type] of Object.entries({
      schema_version: 'BIGINT',
      released: 'DATE',
      version: 'VARCHAR',
      policy: 'VARCHAR',
      countries: 'VARCHAR[]',
      sentence: 'STRUCT(en VARCHAR, ja VARCHAR, zh VARCHAR)',
      verdict: 'VARCHAR',
      revision: /^STRUCT\(.*date"? DATE/,
    })) {
      if (type instanceof RegExp) assert.match(ndjson[name], type);
      else assert.equal(ndjson[name].replaceAll('"', ''), type, name);
    }
    const flat = await of('rules.csv');
    for (const [name, type] of Object.entries({
      schema_version: 'BIGINT',
      released: 'DATE',
      version: 'VARCHAR',
      'sentence.en': 'VARCHAR',
      verdict: 'VARCHAR',
      'revision.date': 'DATE',
    })) {
      assert.equal(flat[name], type, name);
    }
  });

  test(`both tables of ${release} answer alike`, async () => {
    const question = (file, name) =>
      `SELECT policy, topic, rule, plan, verdict, confidence, ${name} AS said FROM '${file}' ORDER BY id`;
    const one = asCsv(await query(folder, question('rules.ndjson', 'sentence.ja')));
    assert.equal(one, asCsv(await query(folder, question('rules.csv', '"sentence.ja"'))));
    assert.ok(one.length > 10000);
  });
}

test('the comparison of cells would see a difference', () => {
  assert.ok(sameCell('a; b', ['a', 'b'], false) && sameCell('[]', [], false) && sameCell(null, null, false));
  assert.ok(!sameCell('a', 'b', false) && !sameCell('a; c', ['a', 'b'], false) && !sameCell(null, [], false));
  assert.ok(!sameCell('1', null, false) && !sameCell("'a", 'a', false) && sameCell("'=a", '=a', false));
});
