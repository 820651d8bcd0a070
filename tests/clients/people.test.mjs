// What people open: the tables to read as a spreadsheet takes them, and as pandas does.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {json, releasesWith, scratch} from './support/release.mjs';

/// Reads a file as a spreadsheet does that is opened by a click: by the mark at its start as UTF-8, else in the code page of
/// the machine; a comma parts cells, a quotation mark begins one that may hold commas and lines.
function opened(bytes) {
  const isMarked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const text = new TextDecoder(isMarked ? 'utf-8' : 'windows-1252', {fatal: isMarked}).decode(bytes);
  const rows = [[]];
  for (const [, cell, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && cell === undefined && plain === '') break;
    rows.at(-1).push(cell === undefined ? plain : cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const tables = {en: 'rules.csv', ja: 'rules.ja.csv', zh: 'rules.zh.csv'};

for (const [release, folder] of releasesWith('rule-plans.csv')) {
  const dataset = json(folder, 'dataset.json');
  const rules = dataset.policies.flatMap(({transfer, roaming, tethering}) => [...transfer, ...roaming, ...tethering]);
  const read = Object.fromEntries(Object.entries(tables).map(([tag, file]) => [tag, opened(readFileSync(join(folder, file)))]));

  test(`${release} has a table to read in each language of it`, () => {
    const languages = readdirSync(folder).filter((name) => /^language\.[a-z-]+\.json$/.test(name) && name !== 'language.schema.json');
    assert.equal(readdirSync(folder).filter((name) => /^rules(\.[a-z-]+)?\.csv$/.test(name)).length, languages.length);
  });

  for (const [tag, [header, ...rows]] of Object.entries(read)) {
    test(`${tables[tag]} of ${release} opens with a row for each rule and at most 30 columns`, () => {
      assert.ok(header.length <= 30 && new Set(header).size === header.length, String(header));
      assert.equal(rows.length, rules.length);
      for (const row of rows) assert.equal(row.length, header.length, row[0]);
      assert.deepEqual(rows.map(([ref]) => ref).sort(), rules.map(({ref}) => ref).sort());
      assert.ok(!rows.flat().some((cell) => /^[[{]|�|[ÃÂ]¥|null|undefined/.test(cell)), 'a cell that nobody can read');
    });

    test(`${tables[tag]} of ${release} says what the dataset says, in its language`, () => {
      const column = (name) => read.en[0].indexOf(name);
      for (const row of rows) {
        const rule = rules.find(({ref}) => ref === row[0]);
        assert.equal(row[column('short')].replace(/^'/, ''), rule.short[tag]);
        assert.equal(row[column('sentence')].replace(/^'/, ''), rule.sentence[tag]);
        const policy = dataset.policies.find(({id}) => id === row[column('policy')]);
        assert.equal(row[column('home_codes')], policy.home.join('; '));
        assert.equal(row[column('serves_codes')], policy.serves_worldwide ? 'worldwide' : policy.serves.join('; '));
        const urls = rule.evidence.map(({source}) => policy.sources.find(({id}) => id === source).url ?? '');
        assert.equal(row[column('source_urls')].replace(/^'/, ''), urls.join('; '));
      }
      if (tag === 'en') return;
      const isOfLanguage = tag === 'ja' ? /[ぁ-んァ-ヶ一-龠]/ : /[一-龠]/;
      for (const name of ['topic', 'verdict', 'pricing', 'confidence', 'mechanism', 'in_force']) {
        for (const row of rows) assert.match(row[column(name)], isOfLanguage, `${row[0]} ${name}`);
      }
      for (const title of header) assert.match(title, isOfLanguage);
    });
  }

  test(`${release}: a person who opens the table finds what au says of gifts, its price and where that is said`, () => {
    const [header, ...rows] = read.zh;
    const row = rows.find(([ref]) => ref === 'jp/au#transfer/data-gift');
    const cell = (name) => row[read.en[0].indexOf(name)];
    assert.equal(header.length, read.en[0].length);
    assert.equal(cell('home_codes'), 'JP');
    assert.equal(cell('home'), '日本');
    assert.match(cell('source_urls'), /^https:\/\//);
    assert.match(cell('source_days'), /\d{4}-\d{2}-\d{2}/);
    assert.ok(cell('answers').length > 2);
  });

  const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
  const why = python ? false : 'python3 has no pandas here: install python3-pandas';
  test(`pandas reads the tables of ${release}, and NA as Namibia`, {skip: why}, () => {
    const copy = join(scratch(), 'namibia.csv');
    writeFileSync(copy, readFileSync(join(folder, 'rules.csv'), 'utf8').replaceAll('"JP"', '"NA"'));
    const run = spawnSync(python, ['-c', `
import pandas as pd, json, sys
folder, copy = sys.argv[1:]
read = lambda path: pd.read_csv(path, keep_default_na=False, na_values=[""])
rules, fees, evidence, sources = (read(f"{folder}/{name}.csv") for name in ("rules", "fees", "evidence", "sources"))
print(json.dumps({
  "rules": len(rules), "columns": len(rules.columns), "first": rules.columns[0],
  "price": str(fees["price"].dtype), "all": str(fees["applies_to_all"].dtype),
  "joined": len(evidence.merge(sources, left_on=["policy", "source"], right_on=["policy", "id"])), "evidence": len(evidence),
  "namibia": int((read(copy)["home_codes"] == "NA").sum()), "japan": int((rules["home_codes"] == "JP").sum()),
  "free": int((rules["pricing"] == "free").sum())}))`, folder, copy], {encoding: 'utf8'});
    assert.equal(run.status, 0, run.stderr);
    const found = JSON.parse(run.stdout);
    assert.equal(found.rules, rules.length);
    assert.deepEqual([found.columns, found.first], [30, 'ref']);
    assert.match(found.price, /^(float|int)/);
    assert.equal(found.joined, found.evidence);
    assert.ok(found.japan > 50 && found.namibia === found.japan);
    assert.equal(found.free, rules.filter(({pricing}) => pricing === 'free').length);
  });
}

test('without the mark a spreadsheet would garble the tables', () => {
  assert.deepEqual(opened(Buffer.from('\ufeff"日本","a, b"\r\n"1",""\r\n')), [['日本', 'a, b'], ['1', '']]);
  assert.notEqual(opened(Buffer.from('"日本"\r\n'))[0][0], '日本');
});
