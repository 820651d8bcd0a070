// What others make of the workflows and of the action: the language server that GitHub publishes, and action-validator,
// which reads them by the schemas of SchemaStore.
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const clients = join(root, 'tests', 'clients');
const rpc = createRequire(join(clients, 'package.json'))('vscode-jsonrpc/node.js');
const workflows = readdirSync(join(root, '.github', 'workflows')).map((name) => join('.github', 'workflows', name));
const files = [...workflows, 'action.yml'];
const textOf = (file) => readFileSync(join(root, file), 'utf8');

let connection;
let child;
const published = new Map();
before(async () => {
  const server = join(clients, 'node_modules', '@actions', 'languageserver', 'bin', 'actions-languageserver');
  child = spawn(process.execPath, [server, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
  connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  connection.onNotification('textDocument/publishDiagnostics', ({uri, diagnostics}) => {
    published.get(uri)?.(diagnostics);
  });
  connection.listen();
  await connection.sendRequest('initialize', {processId: process.pid, rootUri: null, capabilities: {}, initializationOptions: {}});
  await connection.sendNotification('initialized', {});
});
after(async () => {
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  child.kill();
});

let version = 0;
/// What the language server finds in a text, were it that file.
async function diagnose(file, text) {
  const uri = pathToFileURL(join(root, file)).href;
  const said = new Promise((resolve) => published.set(uri, resolve));
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: {uri, languageId: 'yaml', version: ++version, text},
  });
  const diagnostics = await said;
  await connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
  return diagnostics.map(({range, message}) => `${file}:${range.start.line + 1}: ${message}`);
}

for (const file of files) {
  test(`the language server finds nothing in ${file}`, async () => {
    // It knows the contexts of one event, and what waits in a queue comes by another.
    const found = (await diagnose(file, textOf(file))).filter((text) => !text.endsWith('might be invalid: merge_group'));
    assert.deepEqual(found, []);
  });
}

const broken = [
  ['ci.yml', 'steps:', 'stepz:'],
  ['ci.yml', 'pull_request:', 'pull_requests:'],
  ['ci.yml', 'contents: read', 'contents: reads'],
  ['ci.yml', 'matrix.run', 'matrix.runs'],
  ['release.yml', 'needs: attest', 'needs: attestation'],
  ['comment.yml', 'github.token', 'github.tokn'],
  ['policies.yml', '!cancelled()', '!canceled()'],
  ['action.yml', 'using: composite', 'using: compozite'],
];
for (const [name, from, to] of broken) {
  test(`the language server sees \`${to}\` in ${name}`, async () => {
    const file = files.find((each) => basename(each) === name);
    const text = textOf(file);
    assert.ok(text.includes(from));
    assert.notDeepEqual(await diagnose(file, text.replace(from, to)), []);
  });
}

test('the example of the README is a workflow, and takes inputs that the action has', async () => {
  const section = textOf('README.md').split('\n## ').find((each) => each.startsWith('In CI\n'));
  const example = /```yaml\n([^`]*)```/.exec(section)[1];
  assert.deepEqual(await diagnose('.github/workflows/example.yml', example), []);
  const list = (text) => [...text.matchAll(/^ {2}([\w-]+):$/gm)].map((match) => match[1]);
  const [, inputs, outputs] = /^inputs:\n(.*?)^outputs:\n(.*?)^runs:/ms.exec(textOf('action.yml'));
  const given = [...example.split('OWNER/simrules')[1].matchAll(/^ {10}([\w-]+):/gm)].map((match) => match[1]);
  assert.deepEqual(given.filter((name) => !list(inputs).includes(name)), []);
  for (const name of [...list(inputs), ...list(outputs)]) assert.match(section, new RegExp(`\\b${name}\\b`));
  assert.equal(list(inputs).length, 7);
});

/// What action-validator says of a text under that name; it knows an action by its name.
function validate(name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'simrules-'));
  try {
    writeFileSync(join(folder, name), text);
    const cli = join(clients, 'node_modules', '@action-validator', 'cli', 'cli.mjs');
    const {status, stdout, stderr} = spawnSync(process.execPath, [cli, join(folder, name)], {encoding: 'utf8'});
    return {status, said: stdout + stderr};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

for (const file of files) {
  test(`action-validator finds nothing in ${file}`, () => {
    // Its schema is of before attestations could be written; the language server knows the word.
    const text = textOf(file).replace('      attestations: write\n', '');
    const {status, said} = validate(basename(file), text);
    assert.equal(status, 0, said);
  });
}
for (const [name, from, to] of [['ci.yml', 'steps:', 'stepz:'], ['ci.yml', 'contents: read', 'contents: reads'],
  ['fuzz.yml', 'timeout-minutes', 'timeout-minute'], ['action.yml', 'using: composite', 'using: compozite']]) {
  test(`action-validator sees \`${to}\` in ${name}`, () => {
    const file = files.find((each) => basename(each) === name);
    assert.notEqual(validate(name, textOf(file).replace(from, to)).status, 0);
  });
}
