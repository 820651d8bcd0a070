// The compilers of TypeScript that people have: both are called tsc, so that each is asked for by its folder.
import assert from 'node:assert/strict';
import {join} from 'node:path';

import {json} from './release.mjs';
import {clients} from './repository.mjs';

/// The folders of the packages, by the version that is in them.
export const compilers = new Map(['typescript', 'typescript7'].map((name) => {
  const folder = join(clients, 'node_modules', name);
  return [json(folder, 'package.json').version, join(folder, 'bin')];
}));

assert.deepEqual([...compilers.keys()].map((version) => version.split('.')[0]), ['5', '7']);
