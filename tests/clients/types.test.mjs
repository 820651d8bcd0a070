// The TypeScript compiler accepts the dataset by its types, and refuses what a reader would get wrong.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {json, releasesWith, scratch} from './support/release.mjs';
import {clients} from './support/repository.mjs';

const options = '--strict --noEmit --exactOptionalPropertyTypes --noUncheckedIndexedAccess --resolveJsonModule --esModuleInterop'.split(' ');

/// Compiles a program that lies beside the files of a release; returns what the compiler complains of.
function compile(folder, program) {
  const place = scratch();
  symlinkSync(join(clients, 'node_modules'), join(place, 'node_modules'));
  for (const file of ['dataset.d.ts', 'dataset.json']) cpSync(join(folder, file), join(place, file));
  writeFileSync(join(place, 'program.ts'), program);
  const tsc = join(clients, 'node_modules', '.bin', 'tsc');
  const run = spawnSync(tsc, [...options, '--target', 'es2022', '--module', 'nodenext', 'program.ts'], {
    cwd: place,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  assert.equal(run.status === 0, run.stdout === '', run.stdout);
  return run.stdout;
}

const header = "import type {Dataset} from './dataset';\n";
const literal = (dataset) => `${header}export const dataset: Dataset = ${JSON.stringify(dataset)};\n`;

for (const [release, folder] of releasesWith('dataset.d.ts')) {
  const dataset = json(folder, 'dataset.json');
  const edited = (edit) => {
    const copy = structuredClone(dataset);
    edit(copy.policies.find(({id}) => id === 'jp/au'), copy);
    return copy;
  };

  test(`every value of the dataset of ${release} is of its type`, () => {
    assert.equal(compile(folder, literal(dataset)), '');
  });

  for (const [what, edit] of Object.entries({
    'a word that is none': (policy) => { policy.transfer[0].verdict = 'perhaps'; },
    'a key that is missing': (policy) => { delete policy.transfer[0].fees; },
    'a key that nothing declares': (policy) => { policy.transfer[0].fee = []; },
    'a number for a text': (policy) => { policy.id = 1; },
    'a text for a list': (policy) => { policy.transfer = 'all'; },
    'another shape': (_, whole) => { whole.schema_version = 1; },
  })) {
    test(`${what} in the dataset of ${release} does not compile`, () => {
      assert.match(compile(folder, literal(edited(edit))), /error TS2\d+/);
    });
  }

  test(`a program that reads the dataset of ${release} with care compiles`, () => {
    const program = `${header}import data from './dataset.json';
const {policies} = data as unknown as Dataset;
export const gifts: string[] = policies.flatMap(({name, transfer}) =>
  (transfer ?? []).filter(({verdict}) => verdict !== 'unknown' && verdict !== 'not_offered').map(({recipients, conditions}) =>
    \`\${name.en}: \${recipients ?? 'not stated'}, \${(conditions ?? []).length} conditions\`));
`;
    assert.equal(compile(folder, program), '');
  });

  for (const [what, line] of Object.entries({
    'a misspelt word': "rule.verdict === 'conditionnal'",
    'a null that nobody looked for': 'rule.recipients.length',
    'a misspelt key': 'rule.recipient_s',
    'a key of another topic': 'rule.bucket',
    'a change to what was published': "rule.verdict = 'perhaps'",
  })) {
    test(`a program with ${what} does not compile with the types of ${release}`, () => {
      const program = (body) => `${header}declare const {policies}: Dataset;
for (const policy of policies) for (const rule of policy.transfer ?? []) console.log(${body});\n`;
      assert.equal(compile(folder, program('rule.verdict')), '');
      assert.match(compile(folder, program(line)), /^program\.ts\(3,\d+\): error TS\d+/);
    });
  }
}
