// Prints what yaml-language-server finds in a file, one finding a line as LINE:COLUMN: editor.mjs REPOSITORY FILE
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import {startEditor} from '../clients/support/editor.mjs';

const [repository, file] = process.argv.slice(2);
const editor = await startEditor(repository);
const {diagnostics} = await editor.open(file, readFileSync(join(repository, file), 'utf8'));
for (const {range, message} of await diagnostics) {
  console.log(`${range.start.line + 1}:${range.start.character + 1} ${message.replaceAll('\n', ' ')}`);
}
await editor.stop();
