// Annotations are, byte for byte, what the toolkit of GitHub itself prints for the same findings.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import * as core from '@actions/core';

import {hostileFolder, reportsOn, shown} from './support/hostile.mjs';

const {folder, files} = hostileFolder();

/// What the toolkit writes for one annotation.
function printed({severity, message, ...properties}) {
  const write = process.stdout.write;
  let out = '';
  process.stdout.write = (text) => {
    out += text;
    return true;
  };
  try {
    core[severity](message, properties);
  } finally {
    process.stdout.write = write;
  }
  return out;
}

const unescaped = (text) =>
  text
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

/// Reads a command as a runner does: everything up to the next `::` are properties.
function read(line) {
  const [, severity, properties, message] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? assert.fail(line);
  const of = Object.fromEntries(
    properties
      .split(',')
      .map((each) => [each.slice(0, each.indexOf('=')), unescaped(each.slice(each.indexOf('=') + 1))]),
  );
  return {
    severity,
    title: of.title,
    file: of.file,
    message: unescaped(message),
    startLine: of.line && Number(of.line),
    endLine: of.endLine && Number(of.endLine),
    startColumn: of.col && Number(of.col),
    endColumn: of.endColumn && Number(of.endColumn),
  };
}

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
