// Validates every YAML file of a folder as a short script of one's own would: ajv.mjs yaml|js-yaml SCHEMA FOLDER
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as jsYaml from 'js-yaml';
import {parse} from 'yaml';

// Neither takes a date for anything but a string this way.
const readers = {'yaml': parse, 'js-yaml': (text) => jsYaml.load(text, {schema: jsYaml.CORE_SCHEMA})};
const [reader, schema, folder] = process.argv.slice(2);

// Formats that are ours alone are nothing to it.
const ajv = addFormats(new Ajv({strict: false, logger: false}));
const conforms = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
const files = readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.yaml'));
const refused = files.filter((name) => !conforms(readers[reader](readFileSync(join(folder, name), 'utf8'))));
console.log(`${files.length} files, ${refused.length} of them do not conform`);
process.exitCode = refused.length === 0 ? 0 : 1;
