// The TypeScript compiler accepts the dataset by its types, and refuses what a reader would get wrong.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {json, releasesWith, scratch} from './support/release.mjs';
import {clients} from './support/repository.mjs';
import {compilers} from './support/typescript.mjs';

const options = '--strict --noEmit --exactOptionalPropertyTypes --noUncheckedIndexedAccess --resolveJsonModule --esModuleInterop'
  .split(' ');

/// Compiles programs that lie beside the files of a release, in one run; returns what is complained of in each.
function compile(bin, folder, programs) {
  const place = scratch();
  symlinkSync(join(clients, 'node_modules'), join(place, 'node_modules'));
  const types = readdirSync(folder).filter((file) => file.endsWith('.d.ts'));
  for (const file of [...types, 'dataset.json', 'changes.json']) cpSync(join(folder, file), join(place, file));
  const files = programs.map((program, index) => {
    writeFileSync(join(place, `program${index}.ts`), program);
    return `program${index}.ts`;
  });
  const run = spawnSync(join(bin, 'tsc'), [...options, '--target', 'es2022', '--module', 'nodenext', ...files], {
    cwd: place,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  assert.equal(run.status === 0, run.stdout === '', run.stdout);
  const lines = run.stdout.split('\n');
  const stray = lines.filter((line) => /^\S/.test(line) && !/^program\d+\.ts\(/.test(line));
  assert.deepEqual(stray, [], 'the types themselves do not compile');
  return files.map((file) => lines.filter((line) => line.startsWith(`${file}(`)).join('\n'));
}

const header = "import type {Dataset} from './dataset';\n";
const literal = (dataset) => `${header}export const dataset: Dataset = ${JSON.stringify(dataset)};\n`;
const reader = (body) => `${header}declare const {policies}: Dataset;
for (const policy of policies) for (const rule of policy.transfer ?? []) console.log(${body});
export {};\n`;

const careful = `${header}import data from './dataset.json';
const {policies} = data as unknown as Dataset;
export const gifts: string[] = policies.flatMap(({name, transfer}) =>
  (transfer ?? []).filter(({verdict}) => verdict !== 'unknown' && verdict !== 'not_offered').map(({recipients, conditions}) =>
    \`\${name.en}: \${recipients ?? 'not stated'}, \${(conditions ?? []).length} conditions\`));
`;

const edits = {
  'a word that is none': (policy) => { policy.transfer[0].verdict = 'perhaps'; },
  'a key that is missing': (policy) => { delete policy.transfer[0].fees; },
  'a key that nothing declares': (policy) => { policy.transfer[0].fee = []; },
  'a number for a text': (policy) => { policy.id = 1; },
  'a text for a list': (policy) => { policy.transfer = 'all'; },
  'another shape': (_, whole) => { whole.schema_version = 1; },
};

const mistakes = {
  'a misspelt word': "rule.verdict === 'conditionnal'",
  'a null that nobody looked for': 'rule.recipients.length',
  'a misspelt key': 'rule.recipient_s',
  'a key of another topic': 'rule.bucket',
  'a change to what was published': "rule.verdict = 'perhaps'",
};

/// Of what is new in version 3 of the shape: a topic that tells rules apart, and types of the other JSON.
const told = `${header}import type {Rule} from './dataset';
import type {RuleRow} from './rule-row';
declare const {policies}: Dataset;
const rules: Rule[] = policies.flatMap(({transfer, roaming, tethering}) => [...transfer, ...roaming, ...tethering]);
export const zones = rules.map((rule) => (rule.topic === 'transfer' ? rule.recipients : rule.zones));
export const most = rules.flatMap(({limits}) =>
  (limits ?? []).map(({max}) => (max.kind === 'quantity' ? \`\${max.value} \${max.unit}\` : max.kind)));
export const of = (row: RuleRow): string =>
  row.topic === 'transfer' ? \`\${row.recipients ?? '-'} \${row.evidence.map(({url}) => url)}\` : row.topic;
`;
const untold = {
  'a field of another topic after a look at the topic':
    "rules.map((rule) => (rule.topic === 'transfer' ? rule.bucket : ''))",
  'a topic that is none': "rules.filter(({topic}) => topic === 'tethring')",
};

/// A program with all of changes.json. Each item of a list stands alone: the compiler gives up where it must find one
/// type for hundreds of them.
function toldChanges(changes) {
  const items = [];
  const members = Object.entries(changes).map(([key, value]) => {
    if (!Array.isArray(value)) return `'${key}': ${JSON.stringify(value)}`;
    value.forEach((item, i) => items.push(`const ${key}${i}: Changes['${key}'][number] = ${JSON.stringify(item)};\n`));
    return `'${key}': [${value.map((_, i) => key + i)}]`;
  });
  return `import type {Changes} from './changes';\n${items.join('')}export const changes: Changes = {${members}};\n`;
}

for (const [release, folder] of releasesWith('dataset.d.ts')) {
  for (const [version, bin] of compilers) {
    const whole = json(folder, 'dataset.json');
    const edited = (edit) => {
      const copy = structuredClone({...whole, policies: whole.policies.filter(({id}) => id === 'jp/au')});
      edit(copy.policies[0], copy);
      return literal(copy);
    };
    const good = {
      'every value of the dataset is of its type': literal(whole),
      'one policy alone is of its type': edited(() => {}),
      'a program that reads with care compiles': careful,
      'a program that reads a verdict compiles': reader('rule.verdict'),
    };
    const isTold = existsSync(join(folder, 'rule-row.d.ts'));
    if (isTold) {
      const [line] = readFileSync(join(folder, 'rules.ndjson'), 'utf8').split('\n', 1);
      good['a program that tells rules apart by their topic compiles'] = told;
      good['a line of rules.ndjson is of its type'] =
        `import type {RuleRow} from './rule-row';\nexport const row: RuleRow = ${line};\n`;
      good['changes.json is of its type'] = toldChanges(json(folder, 'changes.json'));
    }
    const bad = new Map([
      ...Object.entries(edits).map(([what, edit]) => [`${what} in the dataset`, edited(edit)]),
      ...Object.entries(mistakes).map(([what, body]) => [`a program with ${what}`, reader(body)]),
      ...Object.entries(isTold ? untold : {}).map(([what, body]) => [`a program with ${what}`,
        `${header}import type {Rule} from './dataset';\ndeclare const rules: Rule[]; console.log(${body});\nexport {};\n`]),
    ]);
    const said = compile(bin, folder, [...Object.values(good), ...bad.values()]);

    for (const [index, what] of Object.keys(good).entries()) {
      test(`${what}: ${release}, TypeScript ${version}`, () => assert.equal(said[index], ''));
    }
    for (const [index, what] of [...bad.keys()].entries()) {
      test(`${what} does not compile: ${release}, TypeScript ${version}`, () =>
        assert.match(said[Object.keys(good).length + index], /^program\d+\.ts\([23],\d+\): error TS\d+/));
    }
  }
}
