import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Rule } from '../src/index.ts';
import { shippedMaps } from './shipped-maps.ts';
import { unmappedFields } from './unmapped-fields.ts';

/** The paths of all plain values of a document: `lines[].price.amount`. */
function leavesOf(schema: z.ZodType<unknown>): string[] {
  const root = z.toJSONSchema(schema) as Node;
  const found: string[] = [];
  const walk = (given: Node, path: string) => {
    const node = given.$ref === undefined ? given : (root.$defs?.[given.$ref.replace('#/$defs/', '')] ?? given);
    if (path.endsWith('.ext') || path === 'ext') return;
    if (node.type === 'array') walk(node.items ?? {}, `${path}[]`);
    else if (node.properties === undefined) found.push(path);
    else {
      for (const [key, inner] of Object.entries(node.properties)) walk(inner, path === '' ? key : `${path}.${key}`);
    }
  };
  walk(root, '');
  return found;
}

interface Node {
  readonly type?: string;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
}

/** The canonical paths that rules fill or read, without conditions: `lines[].ids[].value`. */
function mappedBy(rules: readonly Rule[], at: string): string[] {
  return rules.flatMap((rule) => {
    const under = (path: string) => join(at, path);
    switch (rule.op) {
      case 'one':
        return mappedBy(rule.rules, under(rule.canonical));
      case 'each':
        return mappedBy(rule.rules, `${under(rule.canonical)}[]`);
      case 'when':
        return mappedBy(rule.rules, at);
      case 'pairs':
        return ['scheme', 'value'].map((field) => `${under(rule.canonical)}[].${field}`);
      case 'alloc':
        return ['location.scheme', 'location.value', 'quantity.value', 'quantity.unit'].map(
          (field) => `${under(rule.canonical)}[].${field}`,
        );
      case 'nest':
        return [
          ...['unitId', 'parentId', 'type'].map((field) => `units[].${field}`),
          'items[].unitId',
          ...Object.values(rule.define).flatMap(({ holds, rules: inner }) =>
            mappedBy(inner, holds === 'document' ? at : holds === 'unit' ? 'units[]' : 'items[]'),
          ),
        ];
      case 'const':
      case 'calc':
        return rule.canonical === undefined ? [] : [under(rule.canonical)];
      default:
        return [rule.canonical].flat().flatMap((path) => [under(path), ...chosenBy(at, path)]);
    }
  });
}

/** The values that a path chooses an item by: `ids[].scheme` of `ids[scheme=gtin].value`. */
function chosenBy(at: string, path: string): string[] {
  return [...path.matchAll(/([\w.]+)\[(\w+)=/g)].map(([, list = '', field = '']) => join(at, `${list}[].${field}`));
}

/** `a` and `b[x=y].c` as `a.b[].c`. */
function join(at: string, path: string): string {
  const plain = path.replaceAll(/\[[^\]]*\]/g, '[]');
  if (plain === '.') return at;
  return at === '' ? plain : `${at}.${plain}`;
}

/** Whether a leaf stands at a field or under it; `*` in the field is any one name. */
function isUnder(leaf: string, field: string): boolean {
  const names = field.split('.');
  return (
    leaf
      .split('.')
      .slice(0, names.length)
      .every((name, at) => {
        const asked = names[at] ?? '';
        return asked === '*' || name === asked || (at === names.length - 1 && name === `${asked}[]`);
      }) && leaf.split('.').length >= names.length
  );
}

describe('coverage: every field of the model has a rule, or a reason to have none', () => {
  it.each(shippedMaps)('$id', ({ map, set, schema }) => {
    const mapped = mappedBy(map.rules, '');
    const dropped = Object.keys(unmappedFields[set] ?? {});
    const leaves = leavesOf(schema);
    const missing = leaves.filter((leaf) => !mapped.includes(leaf) && !dropped.some((field) => isUnder(leaf, field)));
    expect(missing).toEqual([]);
    // A reason for a field that has a rule, or that the model does not have, is none.
    const idle = dropped.filter((field) => !leaves.some((leaf) => isUnder(leaf, field) && !mapped.includes(leaf)));
    expect(idle).toEqual([]);
  });
});
