// The step summary, as the parser of GitHub's Markdown reads it, is one table in which nothing acts.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {hostileFolder, reportsOn, shown} from './support/hostile.mjs';
import {rowsOf, tree} from './support/markdown.mjs';

const {folder} = hostileFolder();
const {markdown, diagnostics} = reportsOn(folder, 'data');

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
