// The reviewdog report passes a validator of that format, and its ranges and suggestions are right in bytes.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {hostileFolder, reportsOn} from './support/hostile.mjs';
import {clients} from './support/repository.mjs';

const {folder, files} = hostileFolder();
const {rdjson, diagnostics} = reportsOn(folder, 'data');
const report = JSON.parse(rdjson);

const validator = join(clients, 'node_modules', '.bin', 'rdformat-validator');
const validate = (text) => spawnSync(validator, ['--strict', '--no-extra-fields'], {input: text, encoding: 'utf8'});

test('rdformat-validator finds the report valid', () => {
  const run = validate(rdjson);
  assert.equal(run.status, 0, run.stdout + run.stderr);
});

test('rdformat-validator would find a report without a message', () => {
  assert.notEqual(validate(rdjson.replace('"message"', '"massage"')).status, 0);
});

/// The offset of a position, whose column counts bytes.
function offset(bytes, {line, column}) {
  let start = 0;
  for (let at = 1; at < line; ++at) start = bytes.indexOf(0x0a, start) + 1;
  return start + column - 1;
}

/// The same with a column that counts code points.
function textOffset(text, line, column) {
  const lines = text.split('\n');
  return Buffer.byteLength(
    [...lines.slice(0, line - 1), [...lines[line - 1]].slice(0, column - 1).join('')].join('\n'),
  );
}

test('every finding is there with its range in bytes', () => {
  assert.equal(report.diagnostics.length, diagnostics.length);
  for (const [at, {location, severity, code}] of report.diagnostics.entries()) {
    const {path, line, column, end_line: endLine, end_column: endColumn, check} = diagnostics[at];
    const text = files.get(path);
    const bytes = Buffer.from(text);
    assert.deepEqual(
      [location.path, severity, code.value, offset(bytes, location.range.start), offset(bytes, location.range.end)],
      [path, 'ERROR', check, textOffset(text, line, column), textOffset(text, endLine, endColumn)],
    );
  }
});

test('taking a suggestion removes its finding and brings no other', () => {
  const suggested = report.diagnostics.filter(({suggestions}) => suggestions);
  assert.ok(suggested.length > 10, `only ${suggested.length}`);
  for (const {
    location: {path},
    code,
    suggestions: [{range, text}],
  } of suggested) {
    const bytes = Buffer.from(files.get(path));
    writeFileSync(
      join(folder, path),
      Buffer.concat([
        bytes.subarray(0, offset(bytes, range.start)),
        Buffer.from(text),
        bytes.subarray(offset(bytes, range.end)),
      ]),
    );
    const names = (list) =>
      list
        .filter((each) => each.path === path)
        .map((each) => each.check)
        .sort();
    const wanted = names(diagnostics);
    wanted.splice(wanted.indexOf(code.value), 1);
    const left = names(reportsOn(folder, path).diagnostics);
    // What alone kept a file from being read hides what else is wrong with it.
    if (wanted.length === 0) assert.ok(!left.includes(code.value), path);
    else assert.deepEqual(left, wanted, path);
    writeFileSync(join(folder, path), bytes);
  }
});
