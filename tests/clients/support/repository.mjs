// Where things are, and how the program under test is run.
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const clients = join(dirname(fileURLToPath(import.meta.url)), '..');
export const root = join(clients, '..', '..');
export const tool = process.env.SIMRULES ?? join(root, 'build', 'dev', 'simrules');

/// A folder with the parts of the repository that a test names; it is gone when the process ends.
export function copyOfRepository(...parts) {
  const folder = mkdtempSync(join(tmpdir(), 'simrules-client-'));
  for (const part of parts) cpSync(join(root, part), join(folder, part), {recursive: true});
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/// Runs simrules; what it exits with is the caller's to judge, unless it could not run at all.
export function simrules(folder, ...args) {
  const env = {...process.env, NO_COLOR: '1', LC_ALL: 'C', TZ: 'UTC'};
  for (const name of ['GITHUB_ACTIONS', 'SOURCE_DATE_EPOCH', 'CLICOLOR_FORCE']) delete env[name];
  const run = spawnSync(tool, args, {cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 28});
  if (run.error) throw run.error;
  return run;
}
