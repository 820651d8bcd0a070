// The places of findings are those of yaml-language-server, which counts UTF-16 code units as editors do.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {after, before, test} from 'node:test';

import {isMap, isScalar, isSeq, parseDocument} from 'yaml';

import {startEditor} from './support/editor.mjs';
import {resolve, schema} from './support/policy_schema.mjs';
import {clients, copyOfRepository, root, simrules} from './support/repository.mjs';

const folder = copyOfRepository('schemas');
writeFileSync(join(folder, 'places.schema.json'), readFileSync(join(clients, 'fixtures', 'places.schema.json')));
let editor;
before(async () => {
  editor = await startEditor(folder);
});
after(() => editor.stop());

/// The same place as an offset from the start of the text, in UTF-16 code units.
function offsetOf(lines, line, character) {
  return lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, character);
}

/// Columns in code points, as we count them, become code units, as editors do.
function ourRange(lines, {line, column, end_line: endLine, end_column: endColumn, message}) {
  const units = (at, count) => [...lines[at - 1]].slice(0, count - 1).join('').length;
  return {
    begin: offsetOf(lines, line - 1, units(line, column)),
    end: offsetOf(lines, endLine - 1, units(endLine, endColumn)),
    message,
  };
}

function theirRange(lines, {range: {start, end}, message}) {
  return {begin: offsetOf(lines, start.line, start.character), end: offsetOf(lines, end.line, end.character), message};
}

const byPlace = (left, right) => left.begin - right.begin || left.end - right.end;

async function rangesOf(file, text, schemaFile) {
  mkdirSync(dirname(join(folder, file)), {recursive: true});
  writeFileSync(join(folder, file), text);
  const run = simrules(folder, 'validate', '--schema', schemaFile, '--format', 'json', file);
  // Formats that draft-07 does not have are passed over, with a note.
  assert.match(run.stderr, /^(note: not checked: [^\n]*\n)?$/);
  const report = JSON.parse(run.stdout);
  assert.equal(report.diagnostics.length, report.summary.errors, 'the report leaves some out');
  const {uri, diagnostics} = await editor.open(file, text);
  const lines = text.split('\n');
  const theirs = (await diagnostics).map((item) => theirRange(lines, item)).sort(byPlace);
  await editor.close(uri);
  return {ours: report.diagnostics.map((item) => ourRange(lines, item)).sort(byPlace), theirs};
}

const same = (ours, theirs) => ours.begin === theirs.begin && ours.end === theirs.end;

/// Where the server marks another place by design: how the two lie to each other, and why ours is the better one.
const otherwise = {
  'the key of a list or mapping': (ours, theirs, text) => /^"?:\s*$/.test(text.slice(ours.end, theirs.begin)),
  'the start of a list or mapping in a list': (ours, theirs) => ours.begin === theirs.begin && ours.end <= theirs.end,
  'the key that repeats, without its value': (ours, theirs) => ours.begin === theirs.begin && ours.end < theirs.end,
  'the item that repeats, not the whole list': (ours, theirs) => ours.begin > theirs.begin && ours.end < theirs.end,
  'a block of text without its last line break': (ours, theirs) =>
    ours.begin === theirs.begin && ours.end + 1 === theirs.end,
  'the key of a value that is missing': (ours, theirs, text) => text.slice(ours.end, theirs.begin) === ':',
};

// Each text has exactly one error of the schema; what it is and how it is written differ.
const texts = [
  ['a wrong word', '語: 緑\n'],
  ['a wrong word in double quotes', '語: "緑"\n'],
  ['a wrong word in single quotes before a comment', "語:   '緑'  # 注 𠮷\n"],
  ['a wrong word behind others in a flow mapping', '表: {文: "𠮷野家", 語: 緑, 数: 1}\n'],
  ['a wrong word in a block mapping', '表:\n  文: 𠮷\n  語: 緑\n'],
  ['a wrong word behind astral ones in a flow list', '列: [青, 𠮷, 緑]\n'],
  ['a wrong word in a block list', '列:\n  - 青\n  - 緑 # 注\n'],
  ['a wrong word in a list that is not indented', '表々:\n- {語: 青}\n- {語: 緑}\n'],
  ['a wrong word on two lines', '語: 緑の\n  葉\n'],
  ['a wrong word on two lines in quotes', '語: "緑の\n  葉"\n'],
  ['a wrong word below comments and blank lines', '# 注 𠮷\n\n# 注\n語: 緑\n'],
  ['a wrong word behind an explicit key', '? 語\n: 緑\n'],
  ['a wrong word behind an escape', '表: {文: "\\u3042\\U00020BB7", 語: 緑}\n'],
  ['a wrong word behind a combining character', '表: {文: "ﾄﾞ🇯🇵", 語: 緑}\n'],
  ['a wrong word in a folded block', '語: >-\n  緑の\n  葉\n', 'a block of text without its last line break'],
  ['a wrong word in a literal block', '語: |\n  緑\n  葉\n', 'a block of text without its last line break'],
  ['another constant', '定: 赤い\n'],
  ['a text for a number', '表: {文: 𠮷, 語: 青, 数: 十}\n'],
  ['a number in quotes', '数: "1"\n'],
  ['a number for a text', '文: 12\n'],
  ['too small a number', '数: 0\n'],
  ['too large a number', '数: 10 # 注\n'],
  ['a text too short', '文: "字"\n'],
  ['a text too long', '文: 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷\n'],
  ['a text of the wrong form', '型: 青 # 注\n'],
  ['no date', '日: 昨日\n'],
  ['a text for a list', '列: 青\n'],
  ['a text for a mapping', '表: 青\n'],
  ['a text for a mapping in a list', '表々:\n  - {語: 青}\n  - 青\n'],
  ['a list for a mapping', '表: [青]\n', 'the key of a list or mapping'],
  ['a list for a mapping in blocks', '表:\n  - 青\n', 'the key of a list or mapping'],
  ['a mapping for a word', '語: {文: 青}\n', 'the key of a list or mapping'],
  ['a list for a mapping in a list', '表々: [{語: 青}, [青]]\n', 'the start of a list or mapping in a list'],
  ['too few items', '列: []\n', 'the key of a list or mapping'],
  ['too many items', '"列": [青, 赤い, 𠮷, 緑]\n', 'the key of a list or mapping', 'a wrong word'],
  ['an item twice', '列: [𠮷, 青, 𠮷]\n', 'the item that repeats, not the whole list'],
  ['an unknown key', '無: 1\n'],
  ['an unknown key in a flow mapping', '表: {文: 𠮷, 語: 青, 無い𠮷: 1}\n'],
  ['an unknown key in quotes', '表:\n  語: 青\n  "無い": 1\n'],
  ['a key missing in a flow mapping', '表: {文: 𠮷}\n'],
  ['a key missing in a block mapping', '表:\n  文: 𠮷\n'],
  ['a key missing in a list', '表々:\n  - 文: 𠮷\n'],
  ['a key twice', '語: 青\n語: 青\n', 'the key that repeats, without its value'],
  ['a key twice in a flow mapping', '表: {文: 𠮷, 語: 青, 語: 赤い}\n', 'the key that repeats, without its value'],
  ['a key without a value', '語:\n', 'the key of a value that is missing'],
];

for (const [index, [what, text, relation]] of texts.entries()) {
  test(`${what} is marked ${relation ? `otherwise: ${relation}` : 'where the editor marks it'}`, async () => {
    const whole = `# yaml-language-server: $schema=places.schema.json\n${text}`;
    const {ours, theirs} = await rangesOf(`text-${index}.yaml`, whole, 'places.schema.json');
    const shown = JSON.stringify({ours, theirs}, null, 1);
    assert.ok(ours.length > 0 && ours.length === theirs.length, shown);
    const related = relation ? otherwise[relation] : same;
    assert.ok(
      ours.some((range, at) => related(range, theirs[at], whole)),
      shown,
    );
    assert.ok(
      ours.every((range, at) => same(range, theirs[at]) || related(range, theirs[at], whole)),
      shown,
    );
    if (relation) assert.ok(!ours.every((range, at) => same(range, theirs[at])), `no longer otherwise: ${shown}`);
  });
}

test('what only one of the two finds is known', async () => {
  const modeline = '# yaml-language-server: $schema=places.schema.json\n';
  const onlyOurs = {
    'the server looks at the form of a date only': '日: 2026-02-30\n',
    'the server counts code units, though the length of a text is in characters': '文: "𠮷"\n',
  };
  for (const [why, text] of Object.entries(onlyOurs)) {
    const {ours, theirs} = await rangesOf('only-ours.yaml', modeline + text, 'places.schema.json');
    assert.deepEqual([ours.length, theirs.length], [1, 0], why);
  }
});

/// Every scalar of a policy whose field has fixed words, and every key that may be left out of a fixed set of keys.
function* editable(node, value) {
  const field = resolve(node);
  if (isMap(value)) {
    for (const pair of value.items) {
      const child = field.properties?.[pair.key.value];
      if (!child) continue;
      const spare = field.additionalProperties === false && !field.required?.includes(pair.key.value);
      if (spare) yield {range: pair.key.range, text: `${pair.key.value}_`};
      yield* editable(child, pair.value);
    }
  } else if (isSeq(value)) {
    for (const item of value.items) yield* editable(field.items, item);
  } else if (isScalar(value) && field.enum) {
    yield {range: value.range, text: 'mistyped'};
  }
}

/// Breaks some of the places that can be broken, spread over the text; a report shows no more of one file.
function broken(text) {
  const most = 14;
  const places = [...editable(schema, parseDocument(text).contents)];
  const step = Math.ceil(places.length / most);
  let out = text;
  for (const {
    range: [begin, end],
    text: wrong,
  } of places.filter((_, index) => index % step === step - 1).reverse()) {
    out = out.slice(0, begin) + wrong + out.slice(end);
  }
  return out;
}

const policies = readdirSync(join(root, 'policies'), {recursive: true}).filter((file) => file.endsWith('.yaml'));
for (const policy of policies) {
  test(`a policy like ${policy} with words and keys mistyped is marked where the editor marks it`, async () => {
    const text = broken(readFileSync(join(root, 'policies', policy), 'utf8'));
    const {ours, theirs} = await rangesOf(join('policies', policy), text, 'schemas/policy.schema.json');
    assert.ok(ours.length > 5, `only ${ours.length}`);
    // A key that is mistyped is missing, too, to its mapping or to a key that asks for it; we say so once, at the key.
    const places = (ranges) => [...new Set(ranges.map(({begin, end}) => `${begin}-${end}: ${text.slice(begin, end)}`))];
    const told = theirs.filter(({message}) => !/^(Missing property|Object is missing property)/.test(message));
    assert.deepEqual(places(ours), places(told));
  });
}
