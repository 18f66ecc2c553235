import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compile, json, loadMap } from '../src/index.ts';
import { mustHave } from './compiled.ts';

const rules = [
  { id: 'one', canonical: 'one', native: 'One', as: 'lookup:item' },
  { id: 'other', canonical: 'other', native: 'Other', as: 'lookup:itemUnit' },
  { id: 'again', canonical: 'again', native: 'Again', as: 'lookup:item' },
];
const text = z.string().optional();
const schema = z.object({ one: text, other: text, again: text });
const map = mustHave(
  compile(mustHave(loadMap({ id: 'l', version: '1', native: 'json/l', canonical: 'l', rules })), {
    native: json(),
    canonical: schema,
  }),
);

describe('what a map asks of master data', () => {
  it.each([
    ['each key once', { one: 'A', again: 'A' }, [['item', 'A']]],
    [
      'one key of two lookups twice',
      { one: 'A', other: 'A' },
      [
        ['item', 'A'],
        ['itemUnit', 'A'],
      ],
    ],
    [
      'keys apart whose lookup and key run into one text',
      { one: 'UnitA', other: 'A' },
      [
        ['item', 'UnitA'],
        ['itemUnit', 'A'],
      ],
    ],
  ])('%s', (_, document, asked) => {
    expect(map.lookups(document, 'write').map(({ lookup, key }) => [lookup, key])).toEqual(asked);
  });
});
