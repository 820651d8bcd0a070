// DuckDB reads every table as it is, and finds in them what is in the dataset: nothing less, nothing else.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {test} from 'node:test';

import {asCsv, query} from './support/duckdb.mjs';
import {json, releasesWith, scratch} from './support/release.mjs';

const keyOf = ({policy, topic, rule, plan}) => `${policy}#${topic}/${rule}@${plan ?? ''}`;

/// The plans that a rule is for, counted without simrules; one nameless plan where there is none.
function plansOf(rule, policy) {
  const named = rule.applies_to_all ? policy.plans.map(({id}) => id) : rule.plans;
  const covered = named.filter((plan) => !rule.except.includes(plan));
  return covered.length > 0 ? covered : [null];
}

/// What the dataset says, by policy, topic, rule and plan.
function rulesOf(dataset, topics) {
  const rules = new Map();
  for (const policy of dataset.policies) {
    for (const topic of topics) {
      for (const rule of policy[topic]) {
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

const isNothing = (value) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/// Tells whether a cell of a CSV says what a value of the dataset is.
function sameCell(cell, value) {
  if (isNothing(value)) return cell === null;
  if (typeof value === 'string') return cell === value || (cell === `'${value}` && /^['=+\-@＝＋－＠\s]/.test(value));
  if (typeof value !== 'object') return cell !== null && (cell === String(value) || Number(cell) === value);
  if (Array.isArray(value) && cell === value.join('; ')) return true;
  return /^[[{]/.test(cell ?? '') && isDeepStrictEqual(JSON.parse(cell), value);
}

/// Finds what a column is of: `per_value` is the value of `per`.
function member(value, name) {
  if (isNothing(value)) return null;
  if (name in value) return value[name];
  const key = Object.keys(value).find((own) => name.startsWith(`${own}_`) && value[own] !== null && typeof value[own] === 'object');
  return key === undefined ? null : member(value[key], name.slice(key.length + 1));
}

const evidenceOf = (policy, item) => {
  const {url, publisher, tier, accessed, title} = policy.sources.find(({id}) => id === item.source);
  return {...item, url, publisher, tier, accessed, source_title: title};
};

for (const [release, folder] of releasesWith('rule-plans.csv')) {
  const dataset = json(folder, 'dataset.json');
  const {rows: lines} = await query(folder, "SELECT json FROM read_ndjson_objects('rules.ndjson')");
  const rows = lines.map(([line]) => JSON.parse(line));
  const topics = [...new Set(rows.map(({topic}) => topic))];
  const wanted = rulesOf(dataset, topics);
  const rules = dataset.policies.flatMap((policy) => topics.flatMap((topic) => policy[topic].map((rule) => ({policy, rule}))));

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
        if (field !== 'evidence' && dependsOnPlan(value)) continue;
        const told = field === 'evidence' ? value.map((item) => evidenceOf(policy, item)) : value;
        assert.deepEqual(row[column], told, `${keyOf(row)} ${field}`);
        compared += 1;
      }
      assert.deepEqual([row.policy_name, row.home, row.serves], [policy.name, policy.home, policy.serves]);
      assert.deepEqual([row.version, row.released], [dataset.version, dataset.released]);
      assert.ok(row.sentence.en && row.sentence.ja && row.sentence.zh, keyOf(row));
    }
    assert.ok(compared > rows.length * 8, `only ${compared} values`);
  });

  test(`every row of rules.ndjson of ${release} has the same columns in the same order`, () => {
    for (const row of rows) assert.deepEqual(Object.keys(row), Object.keys(rows[0]));
  });

  const lists = {
    fees: ({rule}) => (rule.fees ?? []).map((fee) => ({ref: rule.ref, ...fee})),
    limits: ({rule}) => (rule.limits ?? []).map((limit) => ({ref: rule.ref, ...limit})),
    evidence: ({policy, rule}) => rule.evidence.map((item) => ({ref: rule.ref, policy: policy.id, ...evidenceOf(policy, item)})),
  };
  const expected = Object.fromEntries(Object.entries(lists).map(([name, list]) => [`${name}.csv`, rules.flatMap(list)]));
  expected['sources.csv'] = dataset.policies.flatMap((policy) => policy.sources.map((source) => ({policy: policy.id, ...source})));

  for (const [file, items] of Object.entries(expected)) {
    test(`${file} of ${release} says in every cell what the dataset says`, async () => {
      const csv = await query(folder, `SELECT * FROM read_csv('${file}', all_varchar = true)`);
      assert.ok(items.length > 5, file);
      assert.equal(csv.rows.length, items.length);
      const filled = new Set();
      for (const [place, cells] of csv.rows.entries()) {
        for (const [index, name] of csv.columns.entries()) {
          if (name.endsWith('_others')) continue;
          const value = member(items[place], name);
          assert.ok(sameCell(cells[index], value), `${file} ${place} ${name}: ${cells[index]} is not ${JSON.stringify(value)}`);
          if (cells[index] !== null) filled.add(name);
        }
      }
      const stated = Object.keys(items[0]).filter((key) => items.some((item) => !isNothing(item[key])));
      const lacking = stated.filter((key) => ![...filled].some((name) => name === key || name.startsWith(`${key}_`)));
      assert.deepEqual(lacking, [], 'what the dataset has and the table lacks');
    });
  }

  test(`the types that DuckDB infers of ${release} are those that are meant`, async () => {
    const meant = {
      'rules.ndjson': {
        schema_version: 'BIGINT', released: 'DATE', version: 'VARCHAR', policy: 'VARCHAR', home: 'VARCHAR[]',
        serves_worldwide: 'BOOLEAN', applies_to_all: 'BOOLEAN', plans: 'VARCHAR[]', pricing: 'VARCHAR',
        sentence: 'STRUCT(en VARCHAR, ja VARCHAR, zh VARCHAR)', verdict: 'VARCHAR', in_force: 'BOOLEAN',
        revision: /^STRUCT\(.*date"? DATE/, effective: /from_earliest"? DATE.*until_latest"? DATE/,
        fees: /per"? STRUCT\(kind VARCHAR, unit VARCHAR, "?value"? (BIGINT|DOUBLE)\)/,
        limits: /max"? STRUCT\(kind VARCHAR, unit VARCHAR, "?value"? (BIGINT|DOUBLE)\)/,
        evidence: /accessed"? DATE/,
      },
      'rule-plans.csv': {id: 'VARCHAR', plan: 'VARCHAR', in_force: 'BOOLEAN'},
      'fees.csv': {ref: 'VARCHAR', price: /BIGINT|DOUBLE/, per_kind: 'VARCHAR', applies_to_all: 'BOOLEAN'},
      'limits.csv': {ref: 'VARCHAR', max_kind: 'VARCHAR', max_value: /BIGINT|DOUBLE/},
      'evidence.csv': {accessed: 'DATE', url: 'VARCHAR'},
      'sources.csv': {accessed: 'DATE', published_earliest: 'DATE', archived: 'BOOLEAN'},
      'rule-index.csv': {effective_from_earliest: 'DATE', in_force: 'BOOLEAN', applies_to_all: 'BOOLEAN'},
      'rules.csv': {ref: 'VARCHAR', home_codes: 'VARCHAR', verdict: 'VARCHAR'},
    };
    for (const [file, columns] of Object.entries(meant)) {
      const {columns: names, types} = await query(folder, `SELECT * FROM '${file}'`);
      const found = Object.fromEntries(names.map((name, index) => [name, types[index].replaceAll(/"(\w+)" /g, '$1 ')]));
      for (const [name, type] of Object.entries(columns)) {
        if (type instanceof RegExp) assert.match(found[name] ?? '', type, `${file} ${name}`);
        else assert.equal(found[name], type, `${file} ${name}`);
      }
    }
  });

  test(`no column of ${release} is JSON where a word may stand, and the country NA is text`, async () => {
    const {columns, types} = await query(folder, "SELECT * FROM 'rules.ndjson'");
    const mixed = columns.filter((_, index) => types[index].includes('JSON') && rows.some((row) => !isNothing(row[columns[index]])));
    assert.deepEqual(mixed, []);
    const file = join(scratch(), 'namibia.csv');
    const [header, first] = readFileSync(join(folder, 'rules.csv'), 'utf8').split('\r\n', 2);
    writeFileSync(file, `${header}\r\n${first.replaceAll(/"[A-Z]{2}"/g, '"NA"')}\r\n`);
    const {rows: [[type, code]]} = await query(folder, `SELECT typeof(home_codes), home_codes FROM '${file}'`);
    assert.deepEqual([type, code], ['VARCHAR', 'NA']);
  });

  test(`the tables of ${release} answer alike`, async () => {
    const one = await query(folder, "SELECT ref, plan, verdict, confidence FROM 'rules.ndjson' ORDER BY id");
    const other = await query(folder, "SELECT ref, plan, verdict, confidence FROM 'rule-plans.csv' ORDER BY id");
    assert.equal(asCsv(one), asCsv(other));
    const priced = await query(folder, "SELECT DISTINCT ref FROM 'rules.ndjson' WHERE pricing = 'priced' ORDER BY 1");
    assert.equal(asCsv(priced), asCsv(await query(folder, "SELECT DISTINCT ref FROM 'fees.csv' ORDER BY 1")));
  });

  test(`of ${release} what is free is told from what nobody speaks of`, async () => {
    const told = await query(folder, "SELECT pricing, count(DISTINCT ref) FROM 'rules.ndjson' GROUP BY 1 ORDER BY 1");
    const counts = Object.fromEntries(told.rows.map(([word, count]) => [word, Number(count)]));
    const of = (test) => rules.filter(({rule}) => test(rule.fees)).length;
    assert.deepEqual(counts, {
      free: of((fees) => fees?.length === 0), not_stated: of((fees) => fees === null), priced: of((fees) => fees?.length > 0),
    });
    assert.ok(counts.free > 5 && counts.not_stated > 5 && counts.priced > 5);
  });

  test(`of ${release} who serves Japan is found, and where each source is`, async () => {
    const serving = await query(folder,
      "SELECT DISTINCT policy FROM 'rules.ndjson' WHERE serves_worldwide OR list_contains(serves, 'JP') ORDER BY 1");
    const found = serving.rows.map(([policy]) => policy);
    assert.ok(found.includes('jp/au') && found.includes('global/airalo'), String(found));
    const {rows: [[pieces, addresses]]} = await query(folder, `SELECT count(*), count(*) FILTER (s.url LIKE 'https://%')
      FROM 'evidence.csv' e JOIN 'sources.csv' s ON s.policy = e.policy AND s.id = e.source`);
    assert.ok(Number(addresses) > Number(pieces) / 2 && Number(pieces) === expected['evidence.csv'].length);
  });

  test(`a partial date of ${release} is compared with a day`, async () => {
    const {rows: [[count]]} = await query(folder,
      "SELECT count(DISTINCT ref) FROM 'rules.ndjson' WHERE effective.from_latest < DATE '2020-01-01'");
    const isOlder = ({rule}) => rule.effective?.from_latest != null && rule.effective.from_latest < '2020-01-01';
    assert.equal(Number(count), rules.filter(isOlder).length);
    assert.ok(Number(count) > 0);
  });
}

test('the comparison of cells would see a difference', () => {
  assert.ok(sameCell('a; b', ['a', 'b']) && sameCell(null, []) && sameCell(null, null));
  assert.ok(!sameCell('a', 'b') && !sameCell('a; c', ['a', 'b']) && !sameCell('[]', []));
  assert.ok(!sameCell('1', null) && !sameCell("'a", 'a') && sameCell("'=a", '=a') && !sameCell(null, 0));
});
