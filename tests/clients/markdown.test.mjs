// The step summary, as the parser of GitHub's Markdown reads it, is one table in which nothing acts.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';

import {hostileFolder, reportsOn, shown} from './support/hostile.mjs';

const {folder} = hostileFolder();
const {markdown, diagnostics} = reportsOn(folder, 'data');

/// Reads Markdown into the XML of its tree.
function tree(text) {
  const run = spawnSync('cmark-gfm', ['-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '--to', 'xml'], {
    input: text,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

const plain = (xml) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/// The texts of the cells of each row.
function rowsOf(xml) {
  return [...xml.matchAll(/<table_row>(.*?)<\/table_row>/gs)].map(([, row]) =>
    [...row.matchAll(/<table_cell[^>]*>(.*?)<\/table_cell>/gs)].map(([, cell]) =>
      [...cell.matchAll(/<(?:text|code)[^>]*>(.*?)<\/(?:text|code)>/gs)].map(([, text]) => plain(text)).join(''),
    ),
  );
}

test('the table has a row of five cells for each finding', () => {
  const rows = rowsOf(tree(markdown));
  const wanted = diagnostics.map(({severity, path, line, column, check, message, help}) =>
    [severity, `${path}:${line}:${column}`, check, message, help].map(shown),
  );
  assert.deepEqual(
    rows.map((row) => row.map(shown)),
    wanted,
  );
});

test('nothing of the data is markup', () => {
  const kinds = new Set([...tree(markdown).matchAll(/<([a-z_]+)/g)].map(([, kind]) => kind));
  const known = [
    'document',
    'heading',
    'paragraph',
    'table',
    'table_header',
    'table_row',
    'table_cell',
    'text',
    'code',
  ];
  assert.deepEqual(
    [...kinds].filter((kind) => !known.includes(kind)),
    [],
  );
});

test('the parser would see markup if there were any', () => {
  assert.match(tree('| a |\n|---|\n| [x](y) <b>z</b> |\n'), /<link .*<html_inline/s);
});

test('what is left out is counted', () => {
  assert.match(markdown, /\n10 more findings are not shown\.\n$/);
});
