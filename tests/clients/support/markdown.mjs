// Markdown, as the parser of GitHub reads it.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';

/// Reads Markdown into the XML of its tree.
export function tree(text) {
  const run = spawnSync('cmark-gfm', ['-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '--to', 'xml'], {
    input: text,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

export const plain = (xml) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/// The texts of the cells of each row.
export function rowsOf(xml) {
  return [...xml.matchAll(/<table_row>(.*?)<\/table_row>/gs)].map(([, row]) =>
    [...row.matchAll(/<table_cell[^>]*>(.*?)<\/table_cell>/gs)].map(([, cell]) =>
      [...cell.matchAll(/<(?:text|code)[^>]*>(.*?)<\/(?:text|code)>/gs)].map(([, text]) => plain(text)).join(''),
    ),
  );
}
