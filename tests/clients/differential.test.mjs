// Compares our verdicts with those of a validator that shares no code with ours, on generated
// schemas and documents. Formats are no part of a verdict.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import Ajv from 'ajv';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.SCHEMA_PAIRS ?? join(root, 'build', 'dev', 'tests', 'schema_pairs');

const seed = 20261122;
const schemas = 300;
const documents = 20;

function generate() {
  assert.ok(existsSync(program), `${program} is missing: build schema_pairs`);
  const args = [seed, schemas, documents].map(String);
  const text = execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 26});
  return text.trim().split('\n').map((line) => JSON.parse(line));
}

function keywordsOf(schema, found = new Set()) {
  if (schema === null || typeof schema !== 'object') return found;
  for (const [key, value] of Object.entries(schema)) {
    if (!Array.isArray(schema)) found.add(key);
    keywordsOf(value, found);
  }
  return found;
}

// A difference that is meant: to JSON Schema 1e300 is an integer; to us a whole number that a double
// does not hold exactly is none, because nothing can be counted with it.
function isInexact(value) {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return value !== null && typeof value === 'object' && Object.values(value).some(isInexact);
}

test('both find the same documents valid', () => {
  const ajv = new Ajv({strict: false, validateFormats: false, addUsedSchema: false});
  const differences = [];
  const verdicts = {true: 0, false: 0};
  const keywords = new Set();
  for (const {schema, documents, valid} of generate()) {
    keywordsOf(schema, keywords);
    const validate = ajv.compile(schema);
    documents.forEach((document, i) => {
      verdicts[valid[i]] += 1;
      if (validate(document) === valid[i] || isInexact(document)) return;
      differences.push(JSON.stringify({schema, document, ours: valid[i], errors: validate.errors}));
    });
  }
  assert.equal(differences.length, 0, differences.slice(0, 20).join('\n'));
  assert.equal(verdicts.true + verdicts.false, schemas * documents);
  // Neither verdict may be rare, or the agreement says nothing.
  assert.ok(verdicts.true > 1000 && verdicts.false > 1000, JSON.stringify(verdicts));
  assert.ok(keywords.size > 40, [...keywords].join(' '));
});
