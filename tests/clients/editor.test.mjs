// What somebody sees who edits a policy: hover, completion, snippets and quick fixes of yaml-language-server.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {LineCounter, isScalar, parse, parseDocument, stringify} from 'yaml';

import {applyCompletion, optionsOf, propertyKind, startEditor} from './support/editor.mjs';
import {everything, fields, leastOf, resolve, schema, wordsOf} from './support/policy_schema.mjs';
import {copyOfRepository, root, simrules} from './support/repository.mjs';

const modeline = '# yaml-language-server: $schema=../../schemas/policy.schema.json\n';
const folder = copyOfRepository('schemas', 'policies', 'VERSION');
let editor;
before(async () => {
  editor = await startEditor(folder);
});
after(() => editor.stop());

const name = (field) => `/${field.path.join('/')}`;
const plain = (markdown) => markdown.replaceAll('\\', '');
const textOf = (documentation) => documentation?.value ?? documentation ?? '';

/// A document with every field, and where in it each key and value starts.
async function openEverything(change = (document) => document) {
  const text = modeline + stringify(change(everything()), {lineWidth: 0});
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  // The second character: at the first one a server may still speak of what stands before.
  const position = (node) => {
    const {line, col} = lines.linePos(node.range[0] + 1);
    return {line: line - 1, character: col - 1};
  };
  const {uri, diagnostics} = await editor.open('policies/jp/everything.yaml', text);
  const at = (path) => document.getIn(path, true);
  const keyAt = (path) =>
    document.getIn(path.slice(0, -1), true).items.find((pair) => pair.key.value === path.at(-1)).key;
  return {
    uri,
    diagnostics: await diagnostics,
    value: (path) => position(at(path)),
    isScalar: (path) => isScalar(at(path)),
    key: (path) => position(keyAt(path)),
  };
}

test('hovering over each field tells what it is and what its words mean', async () => {
  const open = await openEverything();
  const silent = [];
  let seen = 0;
  for (const field of fields()) {
    const {path, node} = field;
    if (path.length === 0 || (path.at(-1) === 0 && !open.isScalar(path))) continue;
    const hover = plain(
      (await editor.hover(open.uri, path.at(-1) === 0 ? open.value(path) : open.key(path))).contents.value,
    );
    const wanted = [node.title, plain(node.markdownDescription ?? node.description ?? '')];
    for (const [at, word] of (node.enum ?? []).entries()) wanted.push(`\`${word}\`: ${node.enumDescriptions?.[at]}`);
    for (const word of wordsOf(node)) wanted.push(`\`${word}\``);
    if (!wanted.every((text) => text && hover.includes(text))) silent.push(`${name(field)}: ${hover}`);
    ++seen;
  }
  assert.ok(seen > 150, `only ${seen} fields`);
  assert.deepEqual(silent, []);
  await editor.close(open.uri);
});

test('completing a key offers every field with what it is', async () => {
  const silent = [];
  for (const field of fields().filter(({node}) => node.properties)) {
    const {items} = await completeAt(field.path, aKey, {});
    for (const [key, child] of Object.entries(field.node.properties)) {
      const offers = items.filter(({label, kind}) => label === key && kind === propertyKind);
      const node = resolve(child);
      const told = plain(textOf(offers[0]?.documentation));
      if (offers.length !== 1 || told !== plain(node.markdownDescription ?? node.description))
        silent.push(`${name(field)}: ${key}: ${offers.length} times, ${told}`);
    }
  }
  assert.deepEqual(silent, []);
});

test('completing a value offers each of its words with what it means', async () => {
  const open = await openEverything();
  const silent = [];
  let seen = 0;
  for (const field of fields()) {
    const words = [...(field.node.enum ?? []), ...wordsOf(field.node)];
    if (words.length === 0) continue;
    const union = wordsOf(field.node).length > 0;
    const {items} = union
      ? await completeAt(field.path, aValue, {})
      : await editor.complete(open.uri, open.value(field.path));
    for (const word of words) {
      const told = textOf(items.find((item) => item.label === word)?.documentation);
      if (!told || told === field.node.description || told === field.node.markdownDescription)
        silent.push(`${name(field)}: ${word}`);
      ++seen;
    }
  }
  assert.ok(seen > 200, `only ${seen} words`);
  assert.deepEqual(silent, []);
  await editor.close(open.uri);
});

test('a mistyped word is named with the words there are, and a quick fix for each', async () => {
  const enums = fields().filter(({node}) => node.enum);
  const open = await openEverything((document) => {
    for (const {path} of enums) path.slice(0, -1).reduce((at, key) => at[key], document)[path.at(-1)] = 'mistyped';
    return document;
  });
  for (const field of enums) {
    const {line, character} = open.value(field.path);
    const about = open.diagnostics.filter(
      ({range}) => range.start.line === line && range.start.character === character - 1,
    );
    assert.equal(about.length, 1, name(field));
    for (const word of field.node.enum)
      assert.ok(about[0].message.includes(`"${word}"`), `${name(field)}: ${about[0].message}`);
    const titles = (await editor.actions(open.uri, about[0])).map((action) => action.title);
    assert.deepEqual(titles, field.node.enum, name(field));
  }
  await editor.close(open.uri);
});

for (const [kind, isKind] of [
  ['a text', (node) => !wordsOf(node).length],
  ['a word or an amount', (node) => wordsOf(node).length],
]) {
  test(`${kind} of the wrong form is refused in words, not with a pattern`, async () => {
    const patterns = fields().filter(({node}) => node.pattern && isKind(node));
    assert.ok(patterns.length > 0);
    const open = await openEverything((document) => {
      for (const {path} of patterns) path.slice(0, -1).reduce((at, key) => at[key], document)[path.at(-1)] = '?';
      return document;
    });
    for (const field of patterns) {
      const {line} = open.value(field.path);
      const messages = open.diagnostics.filter(({range}) => range.start.line === line).map(({message}) => message);
      assert.deepEqual(messages, [field.node.patternErrorMessage], name(field));
    }
    await editor.close(open.uri);
  });
}

test('the editor finds nothing in the policies that are here', async () => {
  const files = readdirSync(join(root, 'policies'), {recursive: true}).filter((file) => file.endsWith('.yaml'));
  assert.ok(files.length > 0);
  for (const file of files) {
    const text = readFileSync(join(root, 'policies', file), 'utf8');
    assert.ok(text.startsWith(modeline), file);
    const {uri, diagnostics} = await editor.open(join('policies', file), text);
    assert.deepEqual(await diagnostics, [], file);
    await editor.close(uri);
  }
});

test('without a modeline the settings of the project find the schema, and nothing is asked of a store', async () => {
  const settings = JSON.parse(readFileSync(join(root, '.vscode', 'settings.json'), 'utf8'));
  assert.equal(settings['yaml.schemaStore.enable'], false);
  const recommended = JSON.parse(readFileSync(join(root, '.vscode', 'extensions.json'), 'utf8')).recommendations;
  assert.ok(recommended.includes('redhat.vscode-yaml'));
  const {uri, diagnostics} = await editor.open('policies/jp/plain.yaml', 'schema_version: 2\n');
  const schemas = (await diagnostics).flatMap(({data}) => data?.schemaUri ?? []);
  assert.ok(
    schemas.some((used) => used.endsWith('/schemas/policy.schema.json')),
    `${schemas}`,
  );
  await editor.close(uri);
});

/// The policy that the first snippet of the root makes.
async function newPolicy() {
  const {uri} = await editor.open('policies/jp/brand.yaml', modeline);
  const position = {line: 1, character: 0};
  const {items} = await editor.complete(uri, position);
  await editor.close(uri);
  const item = items.find(({label}) => label === schema.defaultSnippets[0].label);
  assert.ok(item, 'the root offers no snippet');
  return applyCompletion(modeline, position, item);
}

const aValue = 'MARK';
const aKey = {MARK: null};

/// Leaves a hole where a field of `policy` stands, for its value or for a key in it, and asks what may stand there.
async function completeAt(path, hole, policy) {
  let at = {root: policy};
  let last = 'root';
  let node = schema;
  for (const key of path) {
    if (typeof at[last] !== 'object') at[last] = leastOf(node, policy);
    at = at[last];
    last = key;
    if (key === 0) at.splice(1);
    node = resolve(key === 0 ? node.items : (node.properties[key] ?? node.additionalProperties));
  }
  at[last] = hole;
  const marked = modeline + stringify(path.length === 0 ? hole : policy, {lineWidth: 0, version: '1.1'});
  const [before, behind] = marked.split(/MARK(?:: null)?/);
  const text = before + behind;
  const position = {line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1};
  const {uri} = await editor.open('policies/jp/brand.yaml', text);
  const {items} = await editor.complete(uri, position);
  await editor.close(uri);
  return {items, text, position};
}

/// What simrules finds in texts that are each a policy `jp/brand`.
function findings(texts, ...options) {
  const files = texts.map((text, index) => {
    const file = `policies/jp/brand-${index}.yaml`;
    writeFileSync(join(folder, file), text.replace(/^id: jp\/brand$/m, `id: jp/brand-${index}`));
    return file;
  });
  const run = simrules(folder, 'validate', ...files, '--format', 'json', ...options);
  assert.ok(run.status <= 1, run.stderr);
  return JSON.parse(run.stdout).diagnostics;
}

/// What is wrong with such texts, but that an address is still the one that a new policy begins with.
function mistakes(texts, ...options) {
  return findings(texts, ...options)
    // What a snippet writes into earlier terms may be what the body says already.
    .filter(({check}) => !['example-address', 'terms-unchanged'].includes(check))
    .map(({path, line, message}) => `${path}:${line}: ${message}\n${texts[Number(/-(\d+)\.yaml$/.exec(path)[1])]}`);
}

test('a new policy made with the snippet of the root is valid, and what is made up in it is named', async () => {
  const text = await newPolicy();
  assert.deepEqual(mistakes([text]), []);
  assert.deepEqual(findings([text]).map(({check, severity}) => `${severity} ${check}`), ['warning example-address']);
});

/// What a new policy becomes when each of the wanted items of a field is taken where that field stands, with each
/// option that it leaves open.
async function takeItems(labelsOf) {
  const policy = await newPolicy();
  // Snippets name zones as people do that have written them.
  const zones = () => ['abroad', 'eu-eea'].map((id) => ({id, name: {en: id}}));
  // The address of a copy is asked for where one was read.
  const sources = () => parse(policy).sources.map((source) => ({...source, archived: true}));
  const taken = [];
  for (const field of fields().filter(({path, node}) => path.length > 0 && labelsOf(node))) {
    const {items, text, position} = await completeAt(field.path, aValue, {...parse(policy), zones: zones(), sources: sources()});
    for (const label of labelsOf(field.node)) {
      const item = items.find((candidate) => [String(label), JSON.stringify(label)].includes(candidate.label));
      assert.ok(item, `${name(field)} does not offer \`${label}\` but ${items.map((other) => other.label)}`);
      for (let pick = 0; pick < optionsOf(item); ++pick) {
        taken.push({field, pick, text: applyCompletion(text, position, item, pick)});
      }
    }
  }
  return taken;
}

test('every snippet is offered at its place, and what it makes is valid', async () => {
  const taken = await takeItems((node) => node.defaultSnippets?.map(({label}) => label));
  // Options that are each right may not go together, as the schema alone does not ask.
  assert.deepEqual(mistakes(taken.filter(({pick}) => pick === 0).map(({text}) => text)), []);
  assert.deepEqual(
    mistakes(
      taken.map(({text}) => text),
      '--schema',
      'schemas/policy.schema.json',
    ),
    [],
  );
  const lists = new Set(taken.map(({field}) => field.path.filter((key) => key !== 0).at(-1)));
  for (const list of ['transfer', 'roaming', 'tethering', 'sources', 'evidence', 'fees', 'limits']) {
    assert.ok(lists.has(list), `no snippet for ${list}`);
  }
});

test('every example is offered at its place and matches the schema', async () => {
  const taken = await takeItems((node) => node.examples);
  assert.ok(taken.length > 10, `only ${taken.length}`);
  assert.deepEqual(
    mistakes(
      taken.map(({text}) => text),
      '--schema',
      'schemas/policy.schema.json',
    ),
    [],
  );
});
