import { describe, expect, it } from 'vitest';
import { type CompiledMap, compile, json, loadMap, loadOverlay, type PartnerMap } from '../src/index.ts';
import { loadProfile } from '../src/registry.ts';

const FORMS = '{ path, is } or { path, present } or { all } or { any } or { not }';
const rule = { id: 'r', canonical: 'a', native: 'b' };

describe('what is wrong with an overlay', () => {
  const overlay = { id: 'o', version: '1', base: 'b' };
  it.each<[what: string, more: object, messages: string[]]>([
    [
      'a key that it does not have, with the nearest and all that it has',
      { adds: [] },
      ['unknown key "adds" (did you mean add?); known here: $schema, id, version, base, patch, add, tables'],
    ],
    [
      'the place of a rule under another name',
      { add: [{ after: 'number', rule }] },
      ['add.0: unknown key "after"; known here: into, before, rule'],
    ],
    [
      'a field of a rule, those of other ops left out',
      { add: [{ rule: { ...rule, requird: true } }] },
      [
        'Rule r: add.0.rule: unknown key "requird" (did you mean required?); known here: id, note, only, op, canonical, native, as, required, default, omitDefault, severity',
      ],
    ],
    [
      'a field of a rule with an op',
      { add: [{ rule: { id: 'r', op: 'const', path: 'a', value: 'b' } }] },
      ['Rule r: add.0.rule: unknown key "path"; known here: id, note, only, op, native, canonical, value, severity'],
    ],
    [
      'a condition of no form, inside another',
      { add: [{ rule: { id: 'r', op: 'when', if: { native: { any: [{ path: 'x', equals: 3 }] } }, rules: [] } }] },
      [`Rule r: add.0.rule.if.native.any.0: expected ${FORMS}, found { path, equals }`],
    ],
    [
      'many keys, of which five are told',
      Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`zzzzzzz${index}`, 1])),
      [
        'unknown keys "zzzzzzz0", "zzzzzzz1", "zzzzzzz2", "zzzzzzz3", "zzzzzzz4" and 29995 more; known here: $schema, id, version, base, patch, add, tables',
      ],
    ],
  ])('%s', (_, more, messages) => {
    expect(loadOverlay({ ...overlay, ...more }).issues.map(({ message }) => message)).toEqual(messages);
  });
});

describe('what is wrong with a map', () => {
  it.each<[what: string, json: object, messages: string[]]>([
    [
      'its own key',
      { id: 'm', version: '1', native: 'n', canonical: 'c', rule: [], rules: [] },
      [
        'unknown key "rule" (did you mean rules?); known here: $schema, id, version, native, canonical, direction, effective, tables, rules',
      ],
    ],
    [
      'a key of a lossy table',
      {
        id: 'm',
        version: '1',
        native: 'n',
        canonical: 'c',
        tables: { unit: { lossy: true, reads: {}, write: {} } },
        rules: [],
      },
      ['tables.unit: expected { lossy, read, write }, found { lossy, reads, write }'],
    ],
  ])('%s', (_, map, messages) => {
    expect(loadMap(map).issues.map(({ message }) => message)).toEqual(messages);
  });
});

describe('what is wrong with a constraint of a profile', () => {
  const asked = (constraint: object) =>
    loadProfile({
      id: 'a',
      version: '1',
      name: 'a',
      identity: { interchanges: [] },
      documents: [
        { document: '850', direction: 'in', native: 'x', map: 'x', constraints: [{ id: 'c', ...constraint }] },
      ],
    }).issues.map(({ message }) => message.replace('documents.0.constraints.0', 'it'));
  it.each<[what: string, constraint: object, messages: string[]]>([
    [
      'a test of values among alternatives, which are conditions',
      {
        then: {
          any: [
            { path: 'a', is: 'x' },
            { path: 'a', maxLength: 3 },
          ],
        },
      },
      [`it.then.any.1: expected ${FORMS}, found { path, maxLength }`],
    ],
    [
      'an unknown question among those of when it is asked',
      { if: { any: [{ path: 'a', exists: true }] }, then: true },
      [`it.if.any.0: expected ${FORMS}, found { path, exists }`],
    ],
  ])('%s', (_, constraint, messages) => expect(asked(constraint)).toEqual(messages));
});

describe('an overlay that names what the map does not have', () => {
  const map: PartnerMap = {
    id: 'standard',
    version: '1',
    native: 'json/order',
    canonical: 'order',
    rules: [
      { id: 'number', canonical: 'number', native: 'no' },
      {
        id: 'lines',
        op: 'each',
        canonical: 'lines',
        native: 'items',
        rules: [{ id: 'quantity', canonical: 'quantity', native: 'qty' }],
      },
    ],
  };
  const laid = (more: object): CompiledMap | readonly string[] => {
    const overlay = { id: 'o', version: '1', base: 'standard', ...more };
    const result = compile<unknown, unknown>(map, { native: json(), canonical: json(), overlays: [overlay] });
    return result.ok ? result.value : result.issues.map(({ message }) => message);
  };
  it.each<[what: string, more: object, messages: string[]]>([
    [
      'hears the nearest rule of a patch',
      { patch: { quantiti: { native: 'q' } } },
      ['Overlay o patches quantiti, which the map does not have; did you mean quantity?'],
    ],
    [
      'hears where there is nothing near',
      { patch: { 'ship-to-postal-code': null } },
      ['Overlay o patches ship-to-postal-code, which the map does not have'],
    ],
    [
      'hears the nearest place to add into',
      { add: [{ into: 'line', rule }] },
      ['Overlay o adds to line, which the map does not have; did you mean lines?'],
    ],
    [
      'hears that a rule is not in the list that it adds to',
      { add: [{ before: 'quantity', rule }] },
      ['Overlay o adds before quantity, which the place it adds to does not have'],
    ],
    [
      'hears that patches come before what it adds',
      { patch: { r: { native: 'c' } }, add: [{ rule }] },
      ['Overlay o patches r, which the map does not have when it patches: what it adds comes after'],
    ],
  ])('%s', (_, more, messages) => expect(laid(more)).toEqual(messages));
});
