// Walks the policy schema: which fields it has, and a document that has every one of them.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import {root} from './repository.mjs';

export const schema = JSON.parse(readFileSync(join(root, 'schemas', 'policy.schema.json'), 'utf8'));

export function resolve(node) {
  return node.$ref ? resolve(node.$ref.split('/').slice(1).reduce((at, name) => at[name], schema)) : node;
}

/// The words of a field that is a word or something else: a pattern such as `^(all|none)$`.
export function wordsOf(node) {
  return Array.isArray(node.type) ? (/^\^\(([a-z_|]+)\)\$$/.exec(node.pattern ?? '')?.[1].split('|') ?? []) : [];
}

/// Every place that a document can have, as {path, node, key}; a list has one item, a map one key more.
export function places(node = schema, path = []) {
  const field = resolve(node);
  const children = Object.entries(field.properties ?? {});
  if (typeof field.additionalProperties === 'object') children.push(['fr', field.additionalProperties]);
  if (field.items) children.push([0, field.items]);
  return [{path, node: field}, ...children.flatMap(([key, child]) => places(child, [...path, key]))];
}

/// Each field once, at its first place, however many sections share it.
export function fields() {
  const seen = new Set();
  return places().filter(({node}) => !seen.has(node) && seen.add(node));
}

function scalar(node) {
  if ('const' in node) return node.const;
  if (node.enum) return node.enum[0];
  if (node.examples) return node.examples[0];
  const types = [node.type].flat();
  if (types.includes('integer')) return node.minimum ?? 0;
  if (types.includes('boolean')) return true;
  if (node.format === 'date') return '2026-11-22';
  // Where a text has a form of its own, its help ends with one.
  return /"([^"]+)"$/.exec(node['x-help'] ?? '')?.[1] ?? 'text';
}

/// The least that may stand at a field of `policy`.
export function leastOf(node, policy) {
  const field = resolve(node);
  if (field['x-refers'] === 'sources' && policy.sources) return policy.sources[0].id;
  if (field.items) return [leastOf(field.items, policy)];
  if (!field.properties) return scalar(field);
  return Object.fromEntries((field.required ?? []).map((key) => [key, leastOf(field.properties[key], policy)]));
}

/// A document with every place; its texts need not match their patterns.
export function everything(node = schema) {
  const field = resolve(node);
  if (field.items) return [everything(field.items)];
  const isMap = typeof field.additionalProperties === 'object';
  if (!field.properties && !isMap) return scalar(field);
  const entries = Object.entries(field.properties ?? {}).map(([key, child]) => [key, everything(child)]);
  if (isMap) entries.push(['fr', everything(field.additionalProperties)]);
  return Object.fromEntries(entries);
}
