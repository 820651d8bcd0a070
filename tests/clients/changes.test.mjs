// The reports of a comparison, as the programs read them that show them: the runner's toolkit, the parser of GitHub's
// Markdown, and a parser of HTML.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {printed, read} from './support/annotations.mjs';
import {texts} from './support/hostile.mjs';
import {rowsOf, tree} from './support/markdown.mjs';
import {copyOfRepository, simrules} from './support/repository.mjs';

const folder = copyOfRepository('VERSION');

/// A policy with one text wherever an author can write freely.
function policyOf(id, text, {price, cause, note}) {
  const revision = {date: cause === 'initial' ? '2026-11-22' : '2026-11-29', cause, ...(note && {note: {en: note}})};
  const evidence = [{source: 'page', stance: 'supports', claim: {en: text}}];
  const unknown = {plans: 'all', verdict: 'unknown', revision: {date: '2026-11-22', cause: 'initial'}};
  return {
    schema_version: 1,
    id,
    name: {en: text, ja: text, zh: text},
    kind: 'mno',
    lifecycle: 'active',
    countries: ['JP'],
    currency: 'JPY',
    networks: [{id: 'own', role: 'own', plmn: ['440-50']}],
    transfer: [
      {
        id: 'data-gift',
        mechanism: 'gift_allowance',
        name: {en: text},
        plans: 'all',
        verdict: 'conditional',
        recipients: 'family_group',
        fees: [{id: 'shop', charge: 'transfer', price, currency: 'JPY', tax: 'included', per: 'once'}],
        effective: {announced: '2026-11', from: '2026-12-01'},
        evidence,
        revision,
      },
    ],
    roaming: [{id: 'none', mechanism: 'data_roaming', ...unknown}],
    tethering: [{id: 'hotspot', mechanism: 'hotspot', ...unknown}],
    sources: [
      {
        id: 'page',
        url: 'https://example.com/a(b)?c=1&d=%0A',
        publisher: text,
        tier: 'official',
        language: 'ja',
        accessed: '2026-11-22',
      },
    ],
  };
}

const causes = ['carrier_change', 'correction', 'clarification'];

function writePolicies(side, count, policy) {
  mkdirSync(join(folder, side, 'jp'), {recursive: true});
  for (let index = 0; index < count; ++index) {
    writeFileSync(join(folder, side, 'jp', `p${index}.yaml`), JSON.stringify(policy(`jp/p${index}`, index)));
  }
}

writePolicies('base', texts.length, (id) => policyOf(id, `plain ${id}`, {price: 100, cause: 'initial'}));
writePolicies('head', texts.length, (id, index) =>
  policyOf(id, texts[index], {price: 200 + index, cause: causes[index % causes.length], note: texts[index]}),
);

const formats = ['json', 'markdown', 'github', 'html'];

/// Compares the two sides in a language and returns the reports by format.
function reportsIn(language) {
  const outputs = formats.flatMap((format) => ['--output', `${format}=report.${format}`]);
  const run = simrules(folder, 'diff', '--against', 'base', 'head', '--lang', language, ...outputs);
  assert.equal(run.status, 0, run.stderr);
  const reports = formats.map((format) => [format, readFileSync(join(folder, `report.${format}`), 'utf8')]);
  return {...Object.fromEntries(reports), text: run.stdout};
}

/// Runs xmllint as a reader of HTML; what it does not know are the elements that came after HTML 4.
function xmllint(page, ...options) {
  const run = spawnSync('xmllint', ['--html', '--recover', ...options, '-'], {input: page, encoding: 'utf8'});
  if (run.error) throw run.error;
  return run;
}

const valuesOf = (page, xpath) =>
  xmllint(page, '--xpath', xpath)
    .stdout.split('\n')
    .filter((line) => line !== '');

for (const language of ['en', 'ja', 'zh']) {
  const {json, markdown, github, html, text} = reportsIn(language);
  const {changes} = JSON.parse(json);

  test(`annotations in ${language} are what the toolkit prints, ten of a kind at most`, () => {
    const lines = github.trimEnd().split('\n');
    const commands = lines.slice(0, -2).map(read);
    commands.forEach((command, at) => assert.equal(`${lines[at]}\n`, printed(command)));
    for (const severity of ['warning', 'notice']) {
      assert.equal(commands.filter((command) => command.severity === severity).length, 10);
    }
    const places = new Set(changes.map(({head}) => `${head.path}:${head.line}:${head.column}`));
    for (const {file, startLine, startColumn} of commands.slice(0, -1)) {
      assert.ok(places.has(`${file}:${startLine}:${startColumn}`), `${file}:${startLine}:${startColumn}`);
    }
    assert.match(commands.at(-1).message, new RegExp(`\\b${changes.length - 19 - told(changes)}\\b`));
    for (const line of lines.slice(-2)) assert.doesNotMatch(line, /^\s*::|##\[/);
  });

  test(`Markdown in ${language} is tables in which nothing acts`, () => {
    assert.ok(markdown.startsWith('<!-- simrules:changes -->\n'));
    assert.ok(markdown.length < 65536);
    const xml = tree(markdown);
    const kinds = new Set([...xml.matchAll(/<([a-z_]+)/g)].map(([, kind]) => kind));
    const known = 'document heading paragraph table table_header table_row table_cell text code strong link list item html_block';
    assert.deepEqual(
      [...kinds].filter((kind) => !known.split(' ').includes(kind)),
      [],
    );
    for (const [, block] of xml.matchAll(/<html_block[^>]*>(.*?)<\/html_block>/gs)) {
      assert.match(block, /^(&lt;!-- simrules:changes --&gt;|&lt;details&gt;\n&lt;summary&gt;[^&]*&lt;\/summary&gt;|&lt;\/details&gt;)\n$/);
    }
    for (const [, destination] of xml.matchAll(/destination="([^"]*)"/g)) {
      assert.equal(destination, 'https://example.com/a(b)?c=1&amp;d=%0A');
    }
    const rows = rowsOf(xml);
    assert.equal(rows.length, changes.filter(({impact}) => !['evidence', 'editorial'].includes(impact)).length);
    for (const row of rows) assert.equal(row.length, 8);
  });

  test(`the page in ${language} has our elements and attributes alone and leads to https`, () => {
    const {stderr} = xmllint(html, '--noout');
    const problems = stderr.split('\n').filter((line) => line.includes('error :'));
    assert.deepEqual(
      problems.filter((line) => !/Tag (header|main|article) invalid$/.test(line)),
      [],
    );
    const elements = [...xmllint(html, '--xpath', '//*').stdout.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name);
    const known = 'html head meta title style body header h1 h2 h3 h4 main article p ul li span dl dt dd a br code strong del ins';
    assert.ok(elements.includes('article'));
    assert.deepEqual(
      [...new Set(elements)].filter((name) => !known.split(' ').includes(name)),
      [],
    );
    const attributes = valuesOf(html, '//@*[not(contains(" class href rel lang charset http-equiv content name ", concat(" ", name(), " ")))]');
    assert.deepEqual(attributes, []);
    const links = valuesOf(html, '//@href');
    assert.ok(links.length >= texts.length, links.length);
    for (const link of links) {
      assert.equal(link.trim(), 'href="https://example.com/a(b)?c=1&amp;d=%0A"');
    }
    assert.doesNotMatch(html, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test(`the text in ${language} acts neither in a terminal nor in a log`, () => {
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|##\[/);
    assert.doesNotMatch(text, /^\s*::/m);
  });
}

/// Counts what the cause of a rule tells: the changes of its revision.
function told(changes) {
  return changes.filter(({pointer}) => pointer.includes('/revision')).length;
}
