// Files whose names and texts try to act in whatever shows them, and the reports about them.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

import {copyOfRepository, simrules} from './repository.mjs';

/// Texts that mean something to one format or another.
export const texts = [
  '::error title=forged::by text',
  '##[error]forged',
  '%0A::error::forged',
  'a|b|c',
  '<img src=x onerror=alert(1)>',
  '](https://example.com/)',
  '[a](https://example.com/)',
  '`code`',
  '``',
  '\\',
  '*b* _i_ ~s~',
  '&lt;b&gt;',
  ']]>',
  '{0} {{x}}',
  '日本語 𠮷 ﾄﾞ 🇯🇵',
  'Ünï',
  "'\\n::error::forged'",
  '"quoted"',
  'ends with a bar |',
  '${{ github.token }}',
  '-->',
  '@everyone #1',
];

const names = [
  'plain',
  'a::error title=forged::b',
  '100%',
  'colon:comma,',
  '##[error]name',
  'bar|bar',
  '<b>bold</b>',
  'a b',
  '日本𠮷',
  '[link](x)',
  '`tick`',
  'amp&quot;',
  'line\nbreak',
  'tab\tname',
  '#hash?query=1',
  "it's",
];

/// A value that YAML reads as `text`.
const yaml = (text) => JSON.stringify(text);

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Hostile',
  type: 'object',
  additionalProperties: false,
  properties: {
    kind: {
      title: 'Kind',
      description: 'What [kind](https://example.com/) | of <b>thing</b>',
      enum: ['fine', '##[x]', '|'],
    },
    roaming: {type: 'string', pattern: '^[a-z]+$', patternErrorMessage: '::error::write a | word, <b>small</b>'},
  },
};

function filesOf() {
  const files = new Map();
  for (const [index, name] of names.entries()) {
    files.set(
      `data/${name}.yaml`,
      `# 🇯🇵\n\n\nkind: ${yaml(texts[index % texts.length])} # 𠮷\n\nroming: fine # 日本\n`,
    );
  }
  for (const [index, text] of texts.entries()) {
    files.set(
      `data/text-${index}.yaml`,
      `${yaml(text)}: 日本𠮷\nkind: [${yaml(text)}, 𠮷]\nroaming: ${yaml(text)}\nkind: ${yaml(text)}\n`,
    );
  }
  files.set('data/crlf.yaml', files.get('data/plain.yaml').replaceAll('\n', '\r\n'));
  files.set('data/flow.yaml', '{日本𠮷: {𠮷: 1}, roming: fine, "knd": fine}\n');
  files.set('data/no-line-break.yaml', 'kind: 日本𠮷');
  files.set('data/same-lines.yaml', 'a: 1\nb: 1\n\n\n  \nc: 1\n');
  files.set('data/many.yaml', Array.from({length: 30}, (_, index) => `key${index}: 1\n`).join(''));
  files.set('data/valid.yaml', 'kind: fine\n');
  return files;
}

const formats = ['json', 'github', 'junit', 'markdown', 'rdjson', 'sarif'];

/// Checks files of a folder and returns the reports by format.
export function reportsOn(folder, ...files) {
  const outputs = formats.flatMap((format) => ['--output', `${format}=report.${format}`]);
  const run = simrules(folder, 'validate', ...files, '--schema', 'hostile.schema.json', ...outputs);
  if (run.status > 1) throw new Error(`exit ${run.status}: ${run.stderr}`);
  const reports = Object.fromEntries(
    formats.map((format) => [format, readFileSync(join(folder, `report.${format}`), 'utf8')]),
  );
  return {...reports, ...JSON.parse(reports.json)};
}

/// Makes a folder of hostile files, `files` by name.
export function hostileFolder() {
  const folder = copyOfRepository('VERSION');
  const files = filesOf();
  writeFileSync(join(folder, 'hostile.schema.json'), JSON.stringify(schema));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    writeFileSync(join(folder, file), text);
  }
  return {folder, files};
}

/// A text without what a report escapes so that it cannot act, to compare it with the text of another report.
export function shown(text) {
  return text
    .replace(/\\u\{([0-9a-f]+)\}/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
}
