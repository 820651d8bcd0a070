// Annotations are, byte for byte, what the toolkit of GitHub itself prints for the same findings.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {printed, read} from './support/annotations.mjs';
import {hostileFolder, reportsOn, shown} from './support/hostile.mjs';

const {folder, files} = hostileFolder();

/// The annotation of a finding; a runner counts the last line and column as part of it.
function annotation({
  severity,
  check,
  path,
  line,
  column,
  end_line: endLine,
  end_column: endColumn,
  message,
  help,
  notes,
}) {
  const note = notes.map((each) => `\nnote: ${each.path}:${each.line}:${each.column}: ${each.message}`).join('');
  const columns = line === endLine ? {startColumn: column, endColumn: Math.max(column, endColumn - 1)} : {};
  return {
    severity,
    title: check,
    file: shown(path),
    message: shown(`${message}${note}${help ? `\nhelp: ${help}` : ''}`),
    startLine: line,
    endLine: Math.max(line, endColumn === 1 ? endLine - 1 : endLine),
    ...columns,
  };
}

const present = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

for (const file of files.keys()) {
  test(`annotations of ${JSON.stringify(file)}`, () => {
    const {github, diagnostics} = reportsOn(folder, file);
    const lines = github.split('\n');
    assert.equal(lines.pop(), '');
    assert.match(lines.pop(), /^1 file checked against /);
    const rest = diagnostics.length > 10 ? lines.pop() : undefined;
    assert.equal(
      rest === undefined || /^::notice title=simrules::\d+ more errors without an annotation$/.test(rest),
      true,
      rest,
    );
    const commands = lines.map(read);
    commands.forEach((command, at) => assert.equal(`${lines[at]}\n`, printed(command)));
    assert.deepEqual(
      commands.map((command) => present({...command, file: shown(command.file), message: shown(command.message)})),
      diagnostics.slice(0, 10).map(annotation),
    );
  });
}

test('no line but an annotation acts in a log', () => {
  const {github} = reportsOn(folder, 'data');
  for (const line of github.split('\n')) {
    assert.ok(!line.includes('##['), line);
    assert.ok(
      !/^\s*::/.test(line) ||
        /^::(error|notice) title=[a-z-]+(,file=[^:,]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?::/.test(line),
      line,
    );
  }
});
