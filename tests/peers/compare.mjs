// Runs every tool of tools.mjs on the same files and prints two Markdown tables; see `compare --help`.
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {judge, scoreMistakes} from './score.mjs';
import {tools} from './tools.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const truth = JSON.parse(readFileSync(join(here, 'truth.json')));
const {values: options} = parseArgs({options: {
  only: {type: 'string'},
  simrules: {type: 'string', default: join(here, '../../build/dev/simrules')},
  check: {type: 'boolean', default: false},
  show: {type: 'boolean', default: false},
}});

function run(tool, files, folder) {
  const [program, ...first] = tool.program;
  const env = {...process.env, HOME: folder, NO_COLOR: '1', LC_ALL: 'C.UTF-8'};
  const done = spawnSync(program, [...first, ...tool.args(files)],
    {cwd: folder, env, encoding: 'utf8', timeout: 120_000});
  if (done.error) throw done.error;
  const text = `${done.stdout}\n${done.stderr}`.replaceAll(`${folder}/`, '');
  return {exit: done.status ?? done.signal, text, messages: tool.read(text)};
}

function measure(tool, folder) {
  tool.prepare?.(folder);
  const mistakes = run(tool, truth.mistakes.files, folder);
  const inputs = tool.readsYaml === false ? undefined
    : truth.inputs.map((input) => ({input, ...run(tool, input.files, folder)}));
  return {
    tool,
    mistakes: {...mistakes, ...scoreMistakes(truth.mistakes, mistakes.messages)},
    inputs: inputs?.map((done) => ({...done, verdict: judge(done.input, done, mistakes.messages)})),
  };
}

const printRow = (cells) => console.log(`| ${cells.join(' | ')} |`);

function printTable(heads, rows) {
  printRow(heads);
  printRow(heads.map(() => '---'));
  rows.forEach(printRow);
  console.log();
}

function printResults(results) {
  const of = truth.mistakes.rows.length;
  printTable(['tool', 'version', `found of ${of}`, `right line of ${of}`, 'extra', 'exit', 'not found, by line'],
    results.map(({tool, mistakes}) => [tool.name, tool.version(), mistakes.found, mistakes.atLine, mistakes.extra,
      mistakes.exit, mistakes.rows.filter((row) => !row.found).map((row) => row.line).join(', ') || 'none']));
  printTable(['input', ...results.map(({tool}) => tool.name)], truth.inputs.map((input, index) => [input.name,
    ...results.map(({inputs}) => (inputs ? `${inputs[index].verdict} (${inputs[index].exit})` : 'n/a'))]));
}

function isPerfect({mistakes, inputs}) {
  const of = truth.mistakes.rows.length;
  return mistakes.found === of && mistakes.atLine === of && mistakes.extra === 0 && mistakes.exit !== 0
    && inputs.every(({verdict}) => verdict === 'ok');
}

const all = tools(resolve(options.simrules));
const wanted = all.filter(({name}) => options.only === undefined || name === options.only);
if (wanted.length === 0) {
  console.error(`compare: no tool is named ${options.only}; there are ${all.map(({name}) => name).join(', ')}`);
  process.exit(2);
}
const [present, missing] = [wanted.filter((tool) => tool.installed()), wanted.filter((tool) => !tool.installed())];
missing.forEach(({name}) => console.log(`skipped: ${name} is not installed`));
if (present.length === 0) {
  console.error('compare: nothing to compare');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'simrules-peers-'));
let results;
try {
  cpSync(join(here, 'files'), folder, {recursive: true});
  mkdirSync(join(folder, 'nothing'));
  results = present.map((tool) => measure(tool, folder));
} finally {
  rmSync(folder, {recursive: true});
}
printResults(results);
if (options.show) {
  results.forEach(({tool, mistakes}) => console.log(`== ${tool.name}\n${mistakes.text}`));
  results.forEach(({tool, inputs}) => inputs?.forEach((done) =>
    console.log(`== ${tool.name}: ${done.input.name}\n${done.text}`)));
}
if (options.check && !(missing.length === 0 && results.every(isPerfect))) {
  console.error('compare: not every verdict is the best one');
  process.exit(1);
}
