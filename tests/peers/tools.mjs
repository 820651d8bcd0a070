// The tools that are compared, one row each: how to find, start and read it. A new tool is a new row.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const schema = 'policy.schema.json';

// The messages in `text` where `pattern` names the groups `says` and, if the tool tells them, `file`, `at`, `line`.
function messages(text, pattern) {
  return [...text.matchAll(pattern)].map(({groups}) => ({
    file: groups.file,
    line: groups.line === undefined ? undefined : Number(groups.line),
    text: [groups.at, groups.says].filter(Boolean).join(' '),
  }));
}

// A program of an npm package. `main` is named because two of the packages install a command `ajv`.
function fromNpm(name, main, rest) {
  const folder = join(modules, name);
  return {
    name,
    version: () => JSON.parse(readFileSync(join(folder, 'package.json'))).version,
    installed: () => existsSync(join(folder, main)),
    program: [process.execPath, join(folder, main)],
    ...rest,
  };
}

function fromDebian(name, file, program, rest) {
  return {
    name,
    version: () => execFileSync('dpkg-query', ['-W', '-f=${Version}', name], {encoding: 'utf8'}),
    installed: () => existsSync(file),
    program,
    ...rest,
  };
}

function readAjv(text) {
  const errors = [...text.matchAll(/^(?<file>\S+) invalid\n(?<list>\[.*\])$/gm)];
  return errors.flatMap(({groups}) => JSON.parse(groups.list).map((error) => ({
    file: groups.file,
    text: `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  })));
}

// Spectral has no option for a schema: it goes into a ruleset, as a copy, for by `$ref` nothing would be checked.
function writeRuleset(folder) {
  const functionOptions = {schema: JSON.parse(readFileSync(join(folder, schema))), allErrors: true};
  const rule = {given: '$', severity: 'error', then: {function: 'schema', functionOptions}};
  writeFileSync(join(folder, 'ruleset.json'), JSON.stringify({rules: {'policy-schema': rule}}));
}

const toJson = `import json, sys, yaml
for name in sys.argv[1:]:
    json.dump(yaml.safe_load(open(name)), open(name + '.json', 'w'))`;

export function tools(simrules) {
  return [
    fromNpm('@sourcemeta/jsonschema', 'npm/cli.js', {
      args: (files) => ['validate', schema, ...files, '--format-assertion'],
      // Only the first message of a file names it.
      read: (text) => messages(text,
        /(?:^fail: (?<file>.+)\nerror: .*\n)?^ {2}(?<says>\S.*)\n {4}at instance .* \(line (?<line>\d+), .*\)$/gm),
    }),
    fromNpm('ajv-cli', 'dist/index.js', {
      args: (files) => ['validate', '-s', schema, ...files.flatMap((file) => ['-d', file]), '-c', 'ajv-formats',
        '--all-errors', '--errors=line'],
      read: readAjv,
    }),
    fromNpm('@jirutka/ajv-cli', 'lib/main.js', {
      args: (files) => ['validate', '-s', schema, ...files, '-c', 'ajv-formats', '--all-errors', '--errors=line'],
      read: (text) => messages(text, /^(?<file>.+?):(?<line>\d+):\d+ - (?<says>.*)$/gm),
    }),
    fromNpm('v8r', 'src/index.js', {
      // With a schema of its own it asks no catalogue.
      args: (files) => ['-s', schema, ...files],
      read: (text) => messages(text, /^(?<file>[^\s#]+)#(?<at>\S*) (?<says>.*)$/gm),
    }),
    fromNpm('@stoplight/spectral-cli', 'dist/index.js', {
      prepare: writeRuleset,
      args: (files) => ['lint', ...files, '-r', 'ruleset.json', '-f', 'text'],
      read: (text) => messages(text,
        /^(?:.*\/)?(?<file>[^/\n]+?):(?<line>\d+):\d+ (?:error|warning) \S+ "(?<says>.*)"/gm),
    }),
    fromDebian('python3-jsonschema', '/usr/lib/python3/dist-packages/jsonschema', ['/usr/bin/python3'], {
      readsYaml: false,
      prepare: (folder) => execFileSync('/usr/bin/python3', ['-c', toJson, 'good.yaml', 'bad.yaml'], {cwd: folder}),
      args: (files) => ['-m', 'jsonschema', '-F', '{error.message}\n', schema,
        ...files.flatMap((file) => ['-i', `${file}.json`])],
      read: (text) => messages(text, /^(?<says>.+)$/gm),
    }),
    fromDebian('yamllint', '/usr/bin/yamllint', ['/usr/bin/yamllint'], {
      // What it says about the style of every file would be noise here.
      args: (files) => ['-d', '{extends: default, rules: {document-start: disable}}', '-f', 'parsable', ...files],
      read: (text) => messages(text, /^(?<file>.+?):(?<line>\d+):\d+: (?<says>.*)$/gm),
    }),
    {
      name: 'simrules',
      version: () => execFileSync(simrules, ['--version'], {encoding: 'utf8'}).split('\n')[0].split(' ').pop(),
      installed: () => existsSync(simrules),
      program: [simrules],
      args: (files) => ['validate', '--schema', schema, ...files],
      read: (text) => messages(text, /^(?<file>.+?):(?<line>\d+):\d+: (?:error|warning): (?<says>.*)$/gm),
    },
  ];
}
