import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import { readGuide } from '../src/guide/read-guide.ts';

const BASE = { name: 'Sample guide', set: '850', release: '004010' };

const faults = (json: unknown, definition = purchaseOrder850 as typeof purchaseOrder850 | undefined): string[] => {
  const result = readGuide(json, { definition });
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
};
const faultsOf = (parts: Readonly<Record<string, unknown>>) => faults({ ...BASE, ...parts });
const nested = (depth: number): unknown => (depth === 0 ? { path: 'BEG02', is: ['SA'] } : { not: nested(depth - 1) });

describe('readGuide', () => {
  it('takes every part of a guide', () => {
    const json = {
      ...BASE,
      version: '2',
      effective: { from: '2026-01-01', to: '2026-12-31' },
      provenance: ['made up'],
      notes: ['A note.'],
      example: 'BEG*00*SA*PO1**20260114~',
      characters: { set: 'basic', also: 'é', except: '&', replace: { è: 'E' }, fold: true, otherwise: ' ' },
      separators: { element: '*', component: '>', segment: '~' },
      violations: { 'guide-*': 'reject', 'segment-unknown': 'silent' },
      places: [
        { path: 'BEG02', usage: 'required', codes: ['SA', { code: 'RL', label: 'release' }], name: 'Type', notes: 'x' },
      ],
      conditions: [
        {
          id: 'c1',
          at: 'N1',
          when: { not: { path: 'N103', is: ['92'] } },
          must: { path: 'N104', present: true },
          text: 'x',
        },
      ],
    };
    const result = readGuide(json, { definition: purchaseOrder850 });
    expect(result).toMatchObject({
      ok: true,
      issues: [],
      value: { ...json, places: [{ codes: [{ code: 'SA' }, { code: 'RL' }] }] },
    });
  });

  it.each<[string, unknown, string[]]>([
    ['text', 'a guide', ['guide-malformed ']],
    ['nothing', null, ['guide-malformed ']],
    ['a list', [], ['guide-malformed ']],
    ['no name', { set: '850', release: '004010' }, ['guide-malformed name']],
    ['a name that is a number', { ...BASE, name: 1 }, ['guide-malformed name']],
  ])('refuses %s', (_, json, expected) => {
    expect(faults(json)).toEqual(expected);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string[]]>([
    ['a property that it does not know', { elements: [] }, ['guide-malformed elements']],
    [
      'a usage that is no word for it',
      { places: [{ path: 'CUR', usage: 'must' }] },
      ['guide-malformed places.0.usage'],
    ],
    ['a place without a path', { places: [{ usage: 'used' }] }, ['guide-malformed places.0.path']],
    ['a place that comes twice', { places: [{ path: 'CUR' }, { path: 'CUR' }] }, ['guide-malformed places.1.path']],
    [
      'a code that comes twice',
      { places: [{ path: 'BEG02', codes: ['SA', 'SA'] }] },
      ['guide-malformed places.0.codes.1'],
    ],
    ['no codes at all', { places: [{ path: 'BEG02', codes: [] }] }, ['guide-malformed places.0.codes']],
    ['less at most than at least', { places: [{ path: 'REF', least: 2, most: 1 }] }, ['guide-malformed places.0.most']],
    [
      'less at most than at least, of characters',
      { places: [{ path: 'BEG03', minimum: 5, maximum: 4 }] },
      ['guide-malformed places.0.maximum'],
    ],
    [
      'what is not used and has codes',
      { places: [{ path: 'BEG02', usage: 'not-used', codes: ['SA'] }] },
      ['guide-malformed places.0.usage'],
    ],
    [
      'what is required none times',
      { places: [{ path: 'REF', usage: 'required', most: 0 }] },
      ['guide-malformed places.0.usage'],
    ],
    ['a day that is none', { effective: { from: '2026-02-31x' } }, ['guide-malformed effective.from']],
    [
      'an end before the beginning',
      { effective: { from: '2026-02-01', to: '2026-01-01' } },
      ['guide-malformed effective.to'],
    ],
    [
      'a verdict over the envelope',
      { violations: { 'set-segment-count': 'silent' } },
      ['guide-malformed violations.set-segment-count'],
    ],
    [
      'a verdict over a code that is none',
      { violations: { 'guide-nothing': 'silent' } },
      ['guide-malformed violations.guide-nothing'],
    ],
    [
      'a condition that asks nothing',
      { conditions: [{ id: 'c', must: { path: 'BEG02' } }] },
      ['guide-malformed conditions.0.must'],
    ],
    [
      'a condition that is not understood',
      { conditions: [{ id: 'c', must: { some: [] } }] },
      ['guide-malformed conditions.0.must'],
    ],
    [
      'two conditions with one id',
      {
        conditions: [
          { id: 'c', must: nested(0) },
          { id: 'c', must: nested(0) },
        ],
      },
      ['guide-malformed conditions.1.id'],
    ],
    [
      'a replacement that is not allowed',
      { characters: { set: 'basic', replace: { é: 'e' } } },
      ['guide-malformed characters.replace.é'],
    ],
    [
      'a replacement of two characters',
      { characters: { set: 'basic', replace: { ab: 'A' } } },
      ['guide-malformed characters.replace.ab'],
    ],
    [
      'separators that do not differ',
      { separators: { element: '*', component: '*', segment: '~' } },
      ['guide-malformed separators'],
    ],
    ['a segment that the set does not have', { places: [{ path: 'BSN01' }] }, ['guide-path places.0.path']],
    ['an element that the segment does not have', { places: [{ path: 'BEG40' }] }, ['guide-path places.0.path']],
    ['a component of an element that has none', { places: [{ path: 'BEG02-1' }] }, ['guide-path places.0.path']],
    ['a way into a segment', { places: [{ path: 'BEG/REF' }] }, ['guide-path places.0.path']],
    ['a path that is none', { places: [{ path: 'the order number' }] }, ['guide-path places.0.path']],
    ['a qualifier that the segment does not have', { places: [{ path: 'REF[40=X]' }] }, ['guide-path places.0.path']],
    ['codes of a segment', { places: [{ path: 'REF', codes: ['IA'] }] }, ['guide-path places.0']],
    ['a length that the standard does not have', { places: [{ path: 'BEG02', minimum: 5 }] }, ['guide-path places.0']],
    ['levels of a set that has none', { levels: [['S', 'O']] }, ['guide-path levels']],
    [
      'a condition at an element',
      { conditions: [{ id: 'c', at: 'BEG02', must: nested(0) }] },
      ['guide-path conditions.0.at'],
    ],
    [
      'a value of a segment',
      { conditions: [{ id: 'c', must: { path: 'REF', is: ['IA'] } }] },
      ['guide-path conditions.0.must.path'],
    ],
    ['another set', { set: '855' }, ['guide-path set']],
    ['another release', { release: '005010' }, ['guide-path release']],
  ])('refuses %s', (_, parts, expected) => {
    expect(faultsOf(parts)).toEqual(expected);
  });

  it('takes conditions in one another up to a limit', () => {
    const asks = (depth: number) => faultsOf({ conditions: [{ id: 'c', must: nested(depth) }] });
    expect(asks(7)).toEqual([]);
    expect(asks(8).length).toBeGreaterThan(0);
    expect(asks(2000).length).toBeGreaterThan(0);
  });

  it('tells at most a hundred faults', () => {
    expect(faultsOf({ places: Array.from({ length: 500 }, () => ({ path: '' })) })).toHaveLength(100);
  });

  it('without a definition does not look for places', () => {
    expect(readGuide({ ...BASE, places: [{ path: 'BSN01' }] }).ok).toBe(true);
  });

  it('finds levels where the set has them', () => {
    const result = readGuide({ ...BASE, set: '856', levels: [['S', 'O']] }, { definition: shipNotice856 });
    expect(result.ok).toBe(true);
  });

  it('never throws, whatever the JSON', () => {
    const keys = fc.constantFrom(
      'name',
      'set',
      'release',
      'places',
      'conditions',
      'characters',
      'levels',
      'path',
      'must',
      '__proto__',
      'violations',
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(keys, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
        for (const one of [value, { ...BASE, ...parts }])
          expect(typeof readGuide(one, { definition: purchaseOrder850 }).ok).toBe('boolean');
      }),
    );
  });
});
