// An editor without a window: it speaks the language server protocol with yaml-language-server, offline.
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

import rpc from 'vscode-jsonrpc/node.js';

import {clients, root as repository} from './repository.mjs';

const server = join(clients, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');

/// The settings that the repository gives an editor, and nothing from the network.
function settingsOf() {
  const settings = JSON.parse(readFileSync(join(repository, '.vscode', 'settings.json'), 'utf8'));
  return {
    yaml: {
      validate: true,
      hover: true,
      completion: true,
      schemas: settings['yaml.schemas'],
      schemaStore: {enable: settings['yaml.schemaStore.enable']},
      kubernetesCRDStore: {enable: false},
    },
  };
}

const capabilities = {
  workspace: {configuration: true},
  textDocument: {
    publishDiagnostics: {},
    hover: {contentFormat: ['markdown']},
    completion: {completionItem: {snippetSupport: true, documentationFormat: ['markdown', 'plaintext']}},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}}},
  },
};

/// Starts the server; every document must be given a place, so that its modeline can be followed.
export async function startEditor(root) {
  const settings = settingsOf();
  const child = spawn(process.execPath, [server, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const published = new Map();
  connection.onRequest('workspace/configuration', ({items}) => items.map((item) => settings[item.section] ?? null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', ({uri, diagnostics}) => {
    published.get(uri)?.(diagnostics);
  });
  connection.listen();
  const rootUri = pathToFileURL(root).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    capabilities,
    workspaceFolders: [{uri: rootUri, name: 'repository'}],
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', {settings});

  // The server keeps what it read by name and version, so that no version may come twice.
  let version = 0;
  const said = (uri) => new Promise((resolve) => published.set(uri, resolve));
  const about = (uri, rest = {}) => ({textDocument: {uri}, ...rest});
  return {
    /// Opens a text as the file at `path`; what the server finds in it comes later.
    async open(path, text) {
      const uri = pathToFileURL(join(root, path)).href;
      const diagnostics = said(uri);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: {uri, languageId: 'yaml', version: ++version, text},
      });
      return {uri, diagnostics};
    },
    /// Closes it, and waits until the server has taken back what it said.
    async close(uri) {
      const silence = said(uri);
      await connection.sendNotification('textDocument/didClose', about(uri));
      await silence;
    },
    hover: (uri, position) => connection.sendRequest('textDocument/hover', about(uri, {position})),
    complete: (uri, position) => connection.sendRequest('textDocument/completion', about(uri, {position})),
    actions: (uri, diagnostic) =>
      connection.sendRequest(
        'textDocument/codeAction',
        about(uri, {
          range: diagnostic.range,
          context: {diagnostics: [diagnostic]},
        }),
      ),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

/// The kind of an item that is a key.
export const propertyKind = 10;

const placeholder = /\$\{(\w+)(?::([^}]*)|\|([^}]*)\|)\}/g;

/// How many words there are to choose from where an item leaves most open; 1 if there is nothing to choose.
export function optionsOf(item) {
  const choices = [...(item.textEdit?.newText ?? item.insertText).matchAll(placeholder)];
  return Math.max(1, ...choices.map((match) => match[3]?.split(',').length ?? 1));
}

/// Puts in what the server proposed as an editor does: a variable takes its default, and a choice its word number
/// `pick`, or its first.
export function applyCompletion(text, position, item, pick = 0) {
  const lines = text.split('\n');
  const line = lines[position.line];
  const indent = /^ */.exec(line)[0];
  const defaults = new Map();
  const expanded = (item.textEdit?.newText ?? item.insertText)
    .replace(placeholder, (_, key, value, choice) => {
      const words = choice?.split(',');
      if (!defaults.has(key)) defaults.set(key, value ?? words[pick] ?? words[0]);
      return defaults.get(key);
    })
    .replace(/\$(\d+)/g, (_, key) => defaults.get(key) ?? '')
    .replaceAll('\n', `\n${indent}`);
  const range = item.textEdit?.range ?? {start: position, end: position};
  lines[position.line] = line.slice(0, range.start.character) + expanded + line.slice(range.end.character);
  return lines.join('\n');
}
