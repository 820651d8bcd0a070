// Releases to read: those that are published, and a preview of what the policies would be today.
import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';

import {root, simrules} from './repository.mjs';

export const reports = join(root, 'reports');
export const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const {releases} = json(reports, 'index.json');
export const published = releases.map(({version}) => version);

/// The paths of all files of a release, those in folders too, sorted.
export function filesIn(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name))).sort();
}

const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})));

/// A folder that is gone when the process ends.
export function scratch() {
  folders.push(mkdtempSync(join(tmpdir(), 'simrules-release-')));
  return folders.at(-1);
}

let made;
/// The folder of the release that would be made of today's policies.
export function preview() {
  if (made) return made;
  made = join(scratch(), 'preview');
  const run = simrules(root, 'release', '--date', '2099-01-01', '--preview', made);
  assert.equal(run.status, 0, run.stderr);
  return made;
}

/// The folders of all releases that have a file, the preview included, by what to call them.
export function releasesWith(file) {
  const all = new Map([...published.map((version) => [version, join(reports, version)]), ['preview', preview()]]);
  const found = [...all].filter(([, folder]) => existsSync(join(folder, file)));
  assert.ok(found.some(([release]) => release === 'preview'), `a release has no ${file} any more`);
  return found;
}

/// A copy of `reports/` together with one release; returns the folder of that release in it.
export function besideTheOthers(folder) {
  const copy = join(scratch(), 'reports');
  cpSync(reports, copy, {recursive: true});
  const own = join(copy, json(folder, 'manifest.json').version);
  if (!existsSync(own)) cpSync(folder, own, {recursive: true});
  return own;
}
