// Workflow commands, as GitHub's own toolkit writes them and a runner reads them.
import assert from 'node:assert/strict';

import * as core from '@actions/core';

/// What the toolkit writes for one annotation.
export function printed({severity, message, ...properties}) {
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
export function read(line) {
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
