import { describe, expect, it } from 'vitest';
import { type Complement, compile, json, loadMap, loadOverlay, type PartnerMap } from '../src/index.ts';
import { loadOurCompany, loadProfile } from '../src/registry.ts';
import { codesOf, mustHave } from './compiled.ts';

const shop = { id: 'shop', version: '1', native: 'json/x', canonical: 'order' };
const unit = { id: 'unit', canonical: 'unit', native: 'unit', as: 'table:unit' };
const named = { id: 'name', canonical: 'name', native: 'name', as: 'lookup:name' };

/** JSON as it is parsed: only so does `__proto__` become a name. */
const parsed = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('PROTO', '__proto__'));
const mapOf = (map: unknown) =>
  mustHave(compile<unknown, unknown>(mustHave(loadMap(map)), { native: json(), canonical: json() }));

describe('names that stand in every object', () => {
  it.each<[string, unknown, (string | number)[]]>([
    ['a row', { ...shop, tables: { unit: { EA: 'C62', PROTO: 'XCS' } }, rules: [unit] }, ['tables', 'unit']],
    ['a table', { ...shop, tables: { PROTO: { EA: 'C62' } }, rules: [] }, ['tables']],
    [
      'a row of a lossy table',
      { ...shop, tables: { unit: { lossy: true, read: { PROTO: 'C62' }, write: {} } }, rules: [unit] },
      ['tables', 'unit', 'read'],
    ],
    [
      'a code of pairs',
      { ...shop, rules: [{ id: 'ids', op: 'pairs', from: 1, codes: { PROTO: { scheme: 'gtin' } } }] },
      ['rules', 0, 'codes'],
    ],
  ])('%s of a map called __proto__ is an issue with its place', (_, map, place) => {
    expect(loadMap(parsed(map)).issues).toMatchObject([
      { code: 'unsafe-name', path: [...place, '__proto__'], found: '__proto__' },
    ]);
    expect(codesOf(compile(parsed(map) as PartnerMap, { native: json(), canonical: json() }))).toEqual(['unsafe-name']);
  });

  it('so is one of a profile and of a company', () => {
    expect(codesOf(loadProfile(parsed({ policy: { acknowledgments: { violations: { PROTO: 'reject' } } } })))).toEqual([
      'unsafe-name',
    ]);
    expect(codesOf(loadOurCompany(parsed({ PROTO: {} })))).toEqual(['unsafe-name']);
  });

  it('so is a rule that an overlay patches', () => {
    const overlay = { id: 'o', version: '1', base: 'shop', patch: { PROTO: null } };
    expect(codesOf(loadOverlay(parsed(overlay)))).toEqual(['unsafe-name']);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s is a code like others', (code) => {
    const map = mapOf({ ...shop, tables: { unit: { EA: 'C62', [code]: 'XCS' } }, rules: [unit] });
    expect(map.read({ unit: code }).value).toEqual({ unit: 'XCS' });
    expect(map.write({ unit: 'XCS' }).value).toEqual({ unit: code });
    expect(codesOf(mapOf({ ...shop, tables: { unit: { EA: 'C62' } }, rules: [unit] }).read({ unit: code }))).toEqual([
      'value-unmappable',
    ]);
  });

  it.each(['PROTO', 'constructor', 'toString'])('%s is a key of facts like others', (name) => {
    const key = name.replace('PROTO', '__proto__');
    const map = mapOf({ ...shop, rules: [named] });
    const facts = parsed({ name: { [name]: 'Northfield' } }) as Record<string, Record<string, string>>;
    expect(map.read({ name: key }, { facts }).value).toEqual({ name: 'Northfield' });
    expect(map.write({ name: 'Northfield' }, { facts }).value).toEqual({ name: key });
    expect(codesOf(map.read({ name: key }))).toEqual(['value-unmappable']);
  });

  it.each(['PROTO', 'constructor', 'toString'])('%s is a name of a lookup like others', (name) => {
    const lookup = name.replace('PROTO', '__proto__');
    const map = mapOf({ ...shop, rules: [{ ...named, as: `lookup:${lookup}` }] });
    const facts = parsed({ [name]: { N: 'Northfield' } }) as Record<string, Record<string, string>>;
    expect(map.read({ name: 'N' }, { facts }).value).toEqual({ name: 'Northfield' });
    expect(map.write({ name: 'Northfield' }, { facts }).value).toEqual({ name: 'N' });
    expect(codesOf(map.read({ name: 'N' }))).toEqual(['value-unmappable']);
  });

  it('the complement keeps and restores them: values, parts and lists', () => {
    const map = mapOf({ ...shop, rules: [{ id: 'a', canonical: 'a', native: 'a' }] });
    const inside = { PROTO: 'x', constructor: { PROTO: 'y' }, toString: [{ PROTO: 'z' }] };
    const document = parsed({ a: '1', other: inside, PROTO: inside, constructor: [inside] });
    const { value, complement } = map.read(document);
    const stored = JSON.parse(JSON.stringify(complement)) as Complement;
    const back = mustHave(map.write(value, { complement: stored }));
    const { a, ...rest } = back as { a: string };
    expect([a, JSON.stringify(rest)]).toEqual(['1', JSON.stringify(document).replace('"a":"1",', '')]);
  });
});
