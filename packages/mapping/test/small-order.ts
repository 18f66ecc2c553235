import type { Rule } from '../src/index.ts';
import { compile, json } from '../src/index.ts';
import { type X12Definition, type X12Element, type X12Node, x12 } from '../src/x12.ts';
import { mustHave } from './compiled.ts';

const element = (name: string, requirement: 'M' | 'O' = 'O'): X12Element => ({ name, requirement, repeat: 1 });
const elements = (text: string) =>
  text.split(' ').map((name) => element(name.replace('!', ''), name.endsWith('!') ? 'M' : 'O'));
const segment = (id: string, names: string) => ({ id, elements: elements(names) });
const use = (id: string, maximumUse = 1, requirement: 'M' | 'O' = 'O'): X12Node => ({
  kind: 'segment',
  segment: id,
  key: id,
  requirement,
  maximumUse,
});
const loop = (id: string, repeat: number, children: readonly X12Node[], requirement: 'M' | 'O' = 'O'): X12Node => ({
  kind: 'loop',
  loop: id,
  key: `${id}Loop`,
  requirement,
  repeat,
  hierarchical: false,
  children,
});

/** A purchase order of a few segments, enough for every rule: not the standard's 850. */
export const smallOrder: X12Definition = {
  id: '850',
  release: '004010',
  structure: [
    use('BEG', 1, 'M'),
    use('CUR'),
    use('REF', 9),
    use('DTM', 9),
    use('TD5', 9),
    loop('N1', 9, [use('N1'), use('N3', 2), use('N4')]),
    loop('PO1', 99, [use('PO1', 1, 'M'), loop('PID', 9, [use('PID')]), use('SDQ', 9)]),
    loop('CTT', 1, [use('CTT')]),
  ],
  segments: {
    BEG: segment('BEG', 'purpose! type number! release date'),
    CUR: segment('CUR', 'role! currency!'),
    REF: {
      id: 'REF',
      elements: [
        ...elements('qualifier! value description'),
        { ...element('composite'), components: elements('qualifier value') },
      ],
    },
    DTM: segment('DTM', 'qualifier! date time'),
    TD5: segment('TD5', 'sequence qualifier scac mode routing'),
    N1: segment('N1', 'entity! name qualifier code'),
    N3: segment('N3', 'address! address2'),
    N4: segment('N4', 'city state zip country'),
    PO1: segment('PO1', 'line quantity unit price basis q1 v1 q2 v2 q3 v3'),
    PID: segment('PID', 'type! a b c description'),
    SDQ: segment('SDQ', 'unit scheme l1 q1 l2 q2 l3 q3'),
    CTT: segment('CTT', 'count! hash'),
  },
};

/** A map of one direction or both with these rules, from the small order to any JSON. */
export function mapOf(rules: readonly Rule[], more: { tables?: Record<string, Record<string, string>> } = {}) {
  const map = {
    id: 'test',
    version: '1',
    native: 'x12/004010/850',
    canonical: 'order',
    ...more,
    rules: [...mandatory, ...rules],
  };
  return mustHave(compile<unknown, unknown>(map, { native: x12(smallOrder), canonical: json() }));
}

/** What the small order must have: left out of the tests' documents by `bare`. */
const mandatory: readonly Rule[] = [
  { id: 'm-purpose', op: 'const', native: 'BEG01', value: '00' },
  { id: 'm-number', op: 'const', native: 'BEG03', value: 'PO' },
  {
    id: 'm-line',
    op: 'when',
    if: { canonical: { path: 'never', present: true } },
    rules: [{ id: 'm-po1', op: 'const', only: 'write', native: 'PO1.02', value: '1' }],
  },
];

/** An order of the small definition, with what is mandatory. */
export function order(parts: Record<string, unknown>): Record<string, unknown> {
  return { BEG: { purpose: '00', number: 'PO' }, ...parts };
}
