// The consumer's page has a line for every column of every table, with a value that is in it.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {query} from './support/duckdb.mjs';
import {json, preview, reports} from './support/release.mjs';

const page = join(reports, 'README.md');
const text = readFileSync(page, 'utf8');
const [, version] = /outputs shown are those of release (\d+\.\d+\.\d+)/.exec(text);
const folder = existsSync(join(reports, version)) ? join(reports, version) : preview();
const {resources} = json(folder, 'datapackage.json');
const resource = (file) => resources.find(({path}) => path === file);

const start = '<!-- columns -->\n';
const end = '<!-- /columns -->\n';

const escaped = (value) => value.replaceAll('|', '\\|').replaceAll('\n', ' ');

/// Picks the shortest value of a column, of several the first in the order of their characters.
async function exampleOf(file, name) {
  const from = file.endsWith('.csv') ? `read_csv('${file}', all_varchar = true)` : `read_ndjson('${file}', maximum_depth = 1)`;
  const {rows} = await query(folder,
    `SELECT "${name}"::VARCHAR AS v FROM ${from} WHERE "${name}" IS NOT NULL ORDER BY length(v), v LIMIT 1`);
  if (rows.length === 0 || rows[0][0] === 'null') return '';
  return rows[0][0].length > 100 ? '' : `\`${escaped(rows[0][0])}\``;
}

/// The first sentence of what a column holds.
const meaning = ({title, description}) => escaped((description ?? title ?? '').split(/(?<=\.) /)[0]);

async function columnsOf(file) {
  const {title, schema} = resource(file);
  let out = `\n### ${file}\n\n${title}.\n\n| Column | Holds | Example |\n|---|---|---|\n`;
  for (const field of schema.fields) {
    out += `| \`${field.name}\` | ${meaning(field)} | ${await exampleOf(file, field.name)} |\n`;
  }
  return out;
}

/// The table to read has columns of its own names in each language.
async function readable() {
  const [en, ja, zh] = ['rules.csv', 'rules.ja.csv', 'rules.zh.csv'].map((file) => resource(file).schema.fields);
  let out = '\n### rules.csv, rules.ja.csv, rules.zh.csv\n\nOne row for each rule, to read.\n\n';
  out += '| Column | Holds | rules.ja.csv | rules.zh.csv | Example |\n|---|---|---|---|---|\n';
  for (const [index, {name, title}] of en.entries()) {
    out += `| \`${name}\` | ${title} | ${ja[index].name} | ${zh[index].name} | ${await exampleOf('rules.csv', name)} |\n`;
  }
  return out;
}

const tables = ['rule-index.csv', 'rule-plans.csv', 'fees.csv', 'limits.csv', 'evidence.csv', 'sources.csv', 'rules.ndjson'];

test('the page tells every column of every table with a value that is in it', async () => {
  let told = await readable();
  for (const file of tables) told += await columnsOf(file);
  const [before, rest] = text.split(start);
  const [shown, after] = rest.split(end);
  if (process.env.UPDATE_EXPECTED === '1' && shown !== told) {
    writeFileSync(page, before + start + told + '\n' + end + after);
  } else {
    assert.equal(shown.trimEnd(), told.trimEnd());
  }
  const tabular = resources.filter(({schema}) => schema).map(({path}) => path);
  assert.deepEqual(tabular.filter((path) => !tables.includes(path) && !/^rules(\.\w+)?\.csv$/.test(path)), []);
});
