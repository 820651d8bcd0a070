// The Atom feed is read by a feed parser and by libxml2, and announces what index.json lists.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {parseAtomFeed} from 'feedsmith';

import {json, reports} from './support/release.mjs';
import {copyOfRepository, simrules} from './support/repository.mjs';

/// Publishes one more release, of a policy that was edited, in a copy of the repository.
function published() {
  const folder = copyOfRepository('policies', 'schemas', 'reports');
  const file = join(folder, 'policies', 'jp', 'ahamo.yaml');
  const policy = readFileSync(file, 'utf8');
  const edited = policy.replace(/^kind: .*$/m, "$&\nlifecycle: closed_to_new");
  assert.notEqual(edited, policy);
  writeFileSync(file, edited);
  // The next release may be a MAJOR one, which does not go out without notes.
  const notes = join(folder, 'notes.md');
  writeFileSync(notes, '### Read this first\n\nNothing to do.\n');
  const run = simrules(folder, 'release', '--date', '2099-01-01', '--notes', notes);
  assert.equal(run.status, 0, run.stderr);
  return join(folder, 'reports');
}

/// Reads the feeds beside an index: that of all releases, and those of countries.
const feedsOf = (folder) => readdirSync(folder).filter((name) => name.endsWith('.atom'));

const folders = new Map([['a release to come', published()]]);
if (existsSync(join(reports, 'feed.atom'))) folders.set('the published releases', reports);

for (const [what, folder] of folders) {
  const text = readFileSync(join(folder, 'feed.atom'), 'utf8');
  const releases = [...json(folder, 'index.json').releases].reverse();

  test(`libxml2 finds the feed of ${what} well-formed`, () => {
    const run = spawnSync('xmllint', ['--noout', '--nonet', '-'], {input: text, encoding: 'utf8'});
    if (run.error) throw run.error;
    assert.equal(run.status, 0, run.stderr);
  });

  test(`feedsmith finds every one of ${what}, newest first, in the feed`, () => {
    const feed = parseAtomFeed(text);
    assert.equal(feed.entries.length, releases.length);
    for (const [place, {version, released}] of releases.entries()) {
      const entry = feed.entries[place];
      assert.ok(entry.title.value?.includes(version) ?? entry.title.includes(version), JSON.stringify(entry));
      assert.ok(entry.updated.startsWith(released), JSON.stringify(entry));
    }
    assert.ok(feed.updated.startsWith(releases[0].released));
    assert.ok(feed.id && feed.title, text);
  });

  test(`the ids in the feed of ${what} are IRIs and differ`, () => {
    const feed = parseAtomFeed(text);
    const ids = [feed.id, ...feed.entries.map(({id}) => id)];
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^(https|tag|urn):\S+$/);
  });

  test(`a link in the feed of ${what} leads to a file of its release`, () => {
    for (const [place, entry] of parseAtomFeed(text).entries.entries()) {
      assert.ok(entry.links?.length > 0, JSON.stringify(entry));
      for (const {href} of entry.links) {
        if (/^https:/.test(href)) continue;
        assert.ok(href.startsWith(`${releases[place].version}/`), href);
        assert.ok(existsSync(join(folder, href)), href);
      }
    }
  });

  test(`the feed of ${what} holds no markup that acts`, () => {
    assert.doesNotMatch(text, /<script|javascript:|<!DOCTYPE|<!ENTITY/i);
  });
}

test('a feed of a country tells of the releases that changed something there', () => {
  const folder = folders.get('a release to come');
  const {releases} = json(folder, 'index.json');
  const codeOf = (id) => id.split('/')[0];
  const told = releases.filter(({policies}) => policies).reverse();
  const countries = new Set(told.flatMap(({policies}) => Object.keys(policies)).map(codeOf));
  assert.ok(countries.has('jp'));
  assert.deepEqual(feedsOf(folder).sort(), ['feed.atom', ...[...countries].map((code) => `feed.${code}.atom`)].sort());
  for (const code of countries) {
    const feed = parseAtomFeed(readFileSync(join(folder, `feed.${code}.atom`), 'utf8'));
    const changed = told.map(({policies}) => Object.keys(policies).filter((id) => codeOf(id) === code).sort())
      .filter((ids) => ids.length > 0);
    assert.deepEqual(feed.entries.map(({content}) =>
      [...(content.value ?? content).matchAll(/report\.html#([^"]+)"/g)].map(([, id]) => id)), changed);
  }
});

test('the page comes first among the alternates of an entry', () => {
  const feed = parseAtomFeed(readFileSync(join(folders.get('a release to come'), 'feed.atom'), 'utf8'));
  for (const entry of feed.entries) {
    const [first] = entry.links.filter(({rel}) => rel === 'alternate');
    assert.equal(first.type, 'text/html');
  }
});

test('latest.json leads to the newest release', () => {
  const folder = folders.get('a release to come');
  const latest = json(folder, 'latest.json');
  const newest = json(folder, 'index.json').releases.at(-1);
  assert.equal(latest.version, newest.version);
  assert.equal(latest.manifest_sha256, newest.manifest_sha256);
  assert.equal(json(folder, latest.path, 'manifest.json').version, newest.version);
});

test('every release of the folder is in its index', () => {
  const folder = folders.get('a release to come');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'manifest.json')));
  assert.equal(json(folder, 'index.json').releases.length, names.length);
});
