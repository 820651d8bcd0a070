// sha256sum and minisign, as Debian has them, check what a release says of its own bytes.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {filesIn, releasesWith, scratch} from './support/release.mjs';

function run(folder, program, ...args) {
  const result = spawnSync(program, args, {cwd: folder, encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}});
  if (result.error) throw result.error;
  return result;
}

const check = (folder) => run(folder, 'sha256sum', '--strict', '-c', 'SHA256SUMS');

function copyOf(folder) {
  const copy = join(scratch(), 'release');
  cpSync(folder, copy, {recursive: true});
  return copy;
}

/// Changes one bit in the middle of a file.
function damage(file) {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(file, bytes);
}

for (const [release, folder] of releasesWith('SHA256SUMS')) {
  const names = filesIn(folder);

  test(`sha256sum finds every file of ${release} intact, and none that is not listed`, () => {
    const {status, stdout, stderr} = check(folder);
    assert.equal(status, 0, stderr);
    const listed = stdout.trimEnd().split('\n');
    assert.deepEqual([...listed, 'SHA256SUMS: OK'].sort(), names.map((name) => `${name}: OK`).sort());
  });

  test(`sha256sum names each file of ${release} that changed or is missing`, () => {
    const copy = copyOf(folder);
    const listed = names.filter((each) => each !== 'SHA256SUMS');
    for (const name of listed) damage(join(copy, name));
    const changed = check(copy);
    assert.equal(changed.status, 1);
    for (const name of listed) assert.ok(changed.stdout.includes(`${name}: FAILED\n`), name);
    for (const name of listed) rmSync(join(copy, name));
    const missing = check(copy);
    assert.equal(missing.status, 1);
    for (const name of listed) assert.ok(missing.stderr.includes(`${name}: No such file or directory\n`), name);
  });

  test(`sha256sum refuses a release of ${release} that has one bit changed`, () => {
    const copy = copyOf(folder);
    damage(join(copy, 'dataset.json'));
    assert.equal(check(copy).status, 1);
  });

  test(`a minisign signature of ${release} holds for its digests and its comment alone`, () => {
    const copy = copyOf(folder);
    const sign = (...args) => run(copy, 'minisign', ...args);
    const verify = () => sign('-V', '-Q', '-p', '../key.pub', '-m', 'SHA256SUMS', '-x', '../signature');
    assert.equal(sign('-G', '-W', '-p', '../key.pub', '-s', '../key').status, 0);
    const comment = `simrules ${release}`;
    const signed = sign('-S', '-W', '-s', '../key', '-t', comment, '-m', 'SHA256SUMS', '-x', '../signature');
    assert.equal(signed.status, 0, signed.stderr);
    assert.deepEqual([verify().status, verify().stdout], [0, `${comment}\n`]);

    const signature = readFileSync(join(copy, '..', 'signature'), 'utf8');
    writeFileSync(join(copy, '..', 'signature'), signature.replace(comment, 'simrules 9.9.9'));
    assert.notEqual(verify().status, 0, 'another version in the comment');
    writeFileSync(join(copy, '..', 'signature'), signature);
    assert.equal(verify().status, 0);
    damage(join(copy, 'SHA256SUMS'));
    assert.notEqual(verify().status, 0, 'other digests');
  });
}
