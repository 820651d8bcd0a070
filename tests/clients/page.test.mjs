// The page of answers as people meet it: in a browser of Debian, with and without scripts, on a phone and on a desk, in
// every language, on paper, and read by the checkers that others made.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, renameSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';

import {parse} from 'yaml';

import {texts} from './support/hostile.mjs';
import {copyOfRepository, root, simrules} from './support/repository.mjs';
import {json, preview, scratch} from './support/release.mjs';

const chromium = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'}).stdout.trim())
  .find(Boolean);
const skip = chromium ? false : 'there is no chromium: scripts/bootstrap --test installs it';
if (skip && process.env.CI) throw new Error(skip);

const sizes = [
  {width: 390, height: 844},
  {width: 1280, height: 900},
];
const nameOf = (tag) => (tag === 'en' ? 'report.html' : `report.${tag}.html`);
const require = createRequire(import.meta.url);
let browser;
let tags;

before(async () => {
  tags = readdirSync(preview())
    .map((name) => /^language\.([a-z-]+)\.json$/i.exec(name)?.[1])
    .filter((tag) => tag && tag !== 'schema');
  if (skip) return;
  const {chromium: driver} = await import('playwright-core');
  browser = await driver.launch({executablePath: chromium, args: ['--no-sandbox']});
});
after(() => browser?.close());

/// Opens a page; what it asks for is kept in `requests`, what goes wrong in `faults`.
async function opened(file, {hash = '', ...options} = {}) {
  const context = await browser.newContext({viewport: sizes[0], ...options});
  const page = await context.newPage();
  const requests = [];
  const faults = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(pathToFileURL(file).href + hash);
  return {page, requests, faults, close: () => context.close()};
}

const visible = (page, selector) =>
  page.$$eval(selector, (all) => all.filter((each) => each.checkVisibility()).length);

test('a page for each language, small, with links to the others', () => {
  // 500 KB, and 90 KB as they travel, are for 60 brands.
  const share = json(preview(), 'policies.json').policies.length / 60;
  for (const tag of tags) {
    const bytes = readFileSync(join(preview(), nameOf(tag)));
    assert.ok(bytes.length < 500_000 * share, `${tag}: ${bytes.length}`);
    assert.ok(gzipSync(bytes, {level: 9}).length < 90_000 * share, `${tag}: as it travels`);
    for (const other of tags) {
      const {html_lang: mark} = json(preview(), `language.${other}.json`);
      assert.ok(bytes.includes(`hreflang="${mark}" href="${nameOf(other)}"`), other);
    }
  }
});

test('the answers are on the first screen, nothing is wider than the window, nothing is asked for', {skip}, async () => {
  for (const tag of tags) {
    for (const viewport of sizes) {
      for (const colorScheme of ['light', 'dark']) {
        const {page, requests, faults, close} = await opened(join(preview(), nameOf(tag)), {viewport, colorScheme});
        const found = await page.evaluate(() => ({
          bottoms: [...document.querySelectorAll('.card')].map((card) => card.getBoundingClientRect().bottom),
          wide: [...document.querySelectorAll('body *')]
            .filter((each) => !each.closest('.hidden, .shapes, .skip') && each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.outerHTML.slice(0, 200)),
          height: innerHeight,
        }));
        assert.equal(found.bottoms.length, 3);
        assert.ok(found.bottoms.every((bottom) => bottom <= found.height), `${tag} ${viewport.width}: ${found.bottoms}`);
        assert.deepEqual(found.wide, []);
        assert.equal(requests.length, 1);
        assert.deepEqual(faults, []);
        await close();
      }
    }
  }
});

test('what has ended has no colour of a verdict', {skip}, async () => {
  const {page, close} = await opened(join(preview(), 'report.html'));
  const {ended, colours} = await page.evaluate(() => {
    const colour = (each) => getComputedStyle(each).color;
    return {
      ended: [...document.querySelectorAll('.r.past .verdict')].map(colour),
      colours: ['allowed', 'conditional', 'not-allowed'].map((word) => colour(document.querySelector(`.w-${word}`))),
    };
  });
  assert.ok(ended.length > 0);
  assert.deepEqual(ended.filter((each) => colours.includes(each)), []);
  await close();
});

test('the filters work without a script', {skip}, async () => {
  const {page, close} = await opened(join(preview(), 'report.html'), {javaScriptEnabled: false});
  assert.equal(await visible(page, '.search'), 0);
  const all = await visible(page, '.matrix tbody tr');
  await page.locator('.filters summary').click();
  await page.locator('label:has(#q0)').click();
  assert.equal(await visible(page, '.matrix thead th'), 2);
  await page.locator('label:has(#a5)').click();
  assert.equal(await visible(page, '.matrix tbody tr'), await page.locator('.matrix tbody tr.q0a5').count());
  await page.locator('button[type=reset]').click();
  assert.equal(await visible(page, '.matrix tbody tr'), all);
  await page.locator('label:has(#hu)').click();
  assert.equal(await visible(page, '.r.un'), 0);
  await page.locator('label:has(#he)').click();
  assert.ok((await visible(page, '.over .r')) > 0);
  await close();
});

test('the script searches names in any letters, and addresses are shared', {skip}, async () => {
  const script = /<script>([^]*?)<\/script>/.exec(readFileSync(join(preview(), 'report.html'), 'utf8'))[1];
  assert.ok(Buffer.byteLength(script) <= 3072);
  const {page, faults, close} = await opened(join(preview(), 'report.zh.html'), {hash: '#q=gift&b=jp/au'});
  assert.equal(await visible(page, '.matrix thead th'), 2);
  for (const [word, id] of [['ソフトバンク', 'jp/softbank'], ['そふとばんく', 'jp/softbank'], ['SOFTBANK', 'jp/softbank'], ['ＫＤＤＩ', 'jp/au']]) {
    await page.fill('#search', word);
    assert.ok((await visible(page, `.matrix tr:has(a[href="#${id}"])`)) === 1, word);
    assert.equal(await visible(page, '.matrix tr:has(a[href="#jp/docomo"])'), 0, word);
  }
  assert.match(page.url(), /#q=gift&s=/);
  assert.deepEqual(faults, []);
  await close();
});

test('an address of a rule opens it', {skip}, async () => {
  const {page, close} = await opened(join(preview(), 'report.ja.html'), {hash: '#jp/au/data-gift', javaScriptEnabled: false});
  assert.equal(await visible(page, '[id="jp/au/data-gift"] .evidence'), 1);
  await close();
});

/// Lists every text by language of the members of that name, wherever they are in a value.
function* textsOf(value, names) {
  if (Array.isArray(value)) for (const item of value) yield* textsOf(item, names);
  else if (value && typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) {
      if (names.includes(name) && member?.en) yield member;
      if (!['past', 'upcoming', 'revision', 'plans', 'zones', 'networks'].includes(name)) yield* textsOf(member, names);
    }
  }
}

test('every note, claim, reason and alternative is on the page', {skip}, async () => {
  const policies = readFileSync(join(preview(), 'stated.ndjson'), 'utf8').trim().split('\n').map(JSON.parse);
  for (const tag of tags) {
    const {page, close} = await opened(join(preview(), nameOf(tag)));
    const body = (await page.evaluate(() => document.body.textContent)).replace(/\s+/g, ' ');
    const lacking = [];
    for (const policy of policies) {
      for (const text of textsOf(policy, ['notes', 'claim'])) {
        const own = (text[tag] ?? text.en).trim().replace(/\s+/g, ' ');
        if (!body.includes(own)) lacking.push(own);
      }
      for (const topic of ['transfer', 'roaming', 'tethering']) {
        for (const rule of policy[topic] ?? []) {
          for (const {price} of rule.fees ?? [])
            if (price && !body.includes(Number(price).toLocaleString('en'))) lacking.push(`${rule.id}: ${price}`);
        }
      }
    }
    assert.deepEqual(lacking, []);
    await close();
  }
});

test('words of another language are marked', {skip}, async () => {
  for (const tag of tags.filter((each) => each !== 'en')) {
    const {page, close} = await opened(join(preview(), nameOf(tag)));
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const own = node.parentElement.closest('[lang]') === document.documentElement;
        const run = /[A-Za-z]+(?: [A-Za-z]+){2,}/.exec(node.data);
        if (own && run && run[0].length > 20 && !node.parentElement.closest('code, a, script, title, .files, .why')) found.push(node.data);
      }
      return found;
    });
    assert.deepEqual(unmarked, [], tag);
    await close();
  }
});

test('axe finds nothing', {skip}, async () => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  for (const [index, tag] of tags.entries()) {
    const {page, close} = await opened(join(preview(), nameOf(tag)), {
      viewport: sizes[index % 2],
      colorScheme: index === 0 ? 'dark' : 'light',
      bypassCSP: true,
    });
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}),
    );
    assert.deepEqual(
      found.violations.map(({id, nodes}) => [id, nodes[0].html]),
      [],
    );
    await close();
  }
});

test('paper has the evidence', {skip}, async () => {
  const {page, close} = await opened(join(preview(), 'report.html'));
  const pdf = await page.pdf({format: 'A4'});
  assert.ok(pdf.length > 10_000);
  await page.emulateMedia({media: 'print'});
  assert.ok((await visible(page, '[id="jp/au/data-gift"] .evidence')) === 1);
  await close();
});

test('the question and its three carriers with their evidence take 8 sheets', {skip}, async () => {
  // What is left of A4 within margins of 12 mm, at 96 dots an inch.
  const sheet = {width: 703, height: 1032};
  const {page, close} = await opened(join(preview(), 'report.html'), {hash: '#q=gift', viewport: sheet});
  await page.emulateMedia({media: 'print'});
  const end = await page.evaluate(() => document.querySelectorAll('.brand')[3].getBoundingClientRect().top);
  assert.ok(end <= 8 * sheet.height, `${end / sheet.height} sheets`);
  await close();
});

test('what is hostile stays text', {skip}, async () => {
  const folder = copyOfRepository('policies', 'schemas');
  const file = join(folder, 'policies/jp/mineo.yaml');
  let index = 0;
  const swap = (value, name) => {
    if (Array.isArray(value)) return value.map((item) => swap(item));
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, swap(member, key)]));
    const isText = ['en', 'ja', 'zh', 'publisher'].includes(name);
    return isText ? `${texts[index++ % texts.length]} </script></style></title>` : value;
  };
  writeFileSync(file, JSON.stringify(swap(parse(readFileSync(file, 'utf8'))), null, 1));
  assert.ok(index > texts.length);
  const made = join(scratch(), 'hostile');
  const run = simrules(folder, 'release', '--initial', '--no-config', '--date', '2099-01-01', '--preview', made);
  assert.equal(run.status, 0, run.stderr);
  const {page, requests, faults, close} = await opened(join(made, 'report.html'));
  assert.equal(requests.length, 1);
  assert.deepEqual(faults, []);
  assert.equal(await page.locator('img, iframe, object').count(), 0);
  assert.equal(await page.locator('script').count(), 2);
  assert.ok((await page.evaluate(() => document.body.textContent)).includes('<img src=x onerror=alert(1)>'));
  await close();
});

test('past a hundred brands each country has a page, and every link leads somewhere', () => {
  const folder = copyOfRepository('schemas');
  const maker = spawnSync(join(root, 'tests/bench/make_policies'), ['--policies', '101', '--out', join(folder, 'made')]);
  assert.equal(maker.status, 0, maker.stderr);
  renameSync(join(folder, 'made/base/policies'), join(folder, 'policies'));
  const made = join(scratch(), 'many');
  const run = simrules(folder, 'release', '--initial', '--date', '2099-01-01', '--preview', made);
  assert.equal(run.status, 0, run.stderr);
  const pages = readdirSync(made).filter((name) => name.endsWith('.html'));
  const read = (name, of) => [...readFileSync(join(made, name), 'utf8').matchAll(of)].map(([, found]) => found);
  const ids = new Map(pages.map((name) => [name, new Set(read(name, / id="([^"]*)"/g))]));
  for (const name of pages) {
    assert.ok(readFileSync(join(made, name)).length < 500_000, name);
    for (const link of read(name, / href="([^"]*)"/g).filter((each) => !/^(https:|\.\.)/.test(each))) {
      const [file, anchor] = link.split('#');
      assert.ok(existsSync(join(made, file)) && (!anchor || ids.get(file || name).has(anchor)), `${name}: ${link}`);
    }
  }
  const countries = readdirSync(join(folder, 'policies')).length;
  assert.equal(pages.length, tags.length * (1 + countries));
  const brands = pages.filter((name) => /^report-[a-z]+\.html$/.test(name)).flatMap((name) => read(name, /<h3 id="([^"]*)"/g));
  assert.equal(new Set(brands).size, 101);
  // The feed leads to a brand on the first page.
  assert.ok(brands.every((brand) => ids.get('report.html').has(brand)));
});

const java = spawnSync('sh', ['-c', 'command -v java']).status === 0;
test('the Nu checker finds nothing', {skip: java ? false : 'there is no java: scripts/bootstrap --test installs it'}, () => {
  const jar = require('vnu-jar');
  const files = tags.map((tag) => join(preview(), nameOf(tag)));
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', ...files], {encoding: 'utf8'});
  assert.equal(run.stderr, '');
  assert.ok(existsSync(files[0]) && json(preview(), 'manifest.json').files.some(({path}) => path === 'report.html'));
});
