// The examples of a page: its code blocks, as GitHub's own parser finds them, in order.
import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

import {plain, tree} from './markdown.mjs';

/// Splits the info string of a block: ```sh is a kind, ```cpp gifts.cc a kind and a file to write.
function block(section, info, text) {
  const [kind, file] = info.split(' ');
  return {section, kind, file, text};
}

/// Lists the code blocks of a page, each with the heading that it stands below.
export function blocksOf(page) {
  let section = '';
  const blocks = [];
  const parts = /<heading [^>]*>(.*?)<\/heading>|<code_block([^>]*)>(.*?)<\/code_block>/gs;
  for (const [, heading, attributes, text] of tree(page).matchAll(parts)) {
    if (heading !== undefined) section = plain(heading.replace(/<[^>]*>\s*/g, '')).trim();
    else blocks.push(block(section, plain(/info="([^"]*)"/.exec(attributes)?.[1] ?? ''), plain(text)));
  }
  return blocks;
}

const runs = ['sh', 'sql'];

/// Makes examples of blocks: each section has its files and its steps; a step may have an output that the page shows.
/// A block that nothing would run, write or compare is an error: no example is only to be looked at.
export function examplesOf(blocks) {
  const sections = new Map();
  for (const [index, {section, kind, file, text}] of blocks.entries()) {
    if (!sections.has(section)) sections.set(section, {files: [], steps: []});
    const {files, steps} = sections.get(section);
    const before = blocks[index - 1];
    if (file) files.push({file, text});
    else if (runs.includes(kind)) steps.push({kind, text});
    else if (kind === 'text' && before?.section === section && runs.includes(before.kind)) steps.at(-1).shown = text;
    else assert.fail(`below «${section}»: nothing runs a block of the kind «${kind}»:\n${text}`);
  }
  for (const [section, {files, steps}] of sections) {
    for (const {file} of files) {
      const named = dirname(file) === '.' ? file : dirname(file);
      assert.ok(steps.some(({text}) => text.includes(named)), `below «${section}»: nothing uses ${file}`);
    }
    assert.ok(steps.length > 0, `below «${section}»: nothing is run`);
  }
  return sections;
}

/// Puts what an example really says in place of what the page shows.
export function rewrite(path, shown, said) {
  const page = readFileSync(path, 'utf8');
  const fenced = (text) => `\`\`\`text\n${text}\`\`\`\n`;
  assert.ok(page.includes(fenced(shown)), `${path} does not hold this block as it is:\n${shown}`);
  writeFileSync(path, page.replace(fenced(shown), () => fenced(said)));
}
