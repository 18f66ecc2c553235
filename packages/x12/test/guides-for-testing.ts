import { invoice810, purchaseOrder850, shipNotice856 } from '../src/004010.ts';
import * as release005010 from '../src/005010.ts';
import type { Definition } from '../src/definition/definition.ts';
import type { GuideParts } from './guide-sample.ts';

/** Guides that each ask for one kind of thing, then some that ask for much: what they ask, the set, the guide. */
export const GUIDES: readonly (readonly [name: string, definition: Definition, parts: GuideParts])[] = [
  ['a segment', purchaseOrder850, { places: [{ path: 'FOB', usage: 'required' }] }],
  ['a segment with a qualifier', purchaseOrder850, { places: [{ path: 'REF[01=IA]', usage: 'required', most: 1 }] }],
  ['a loop with a qualifier', purchaseOrder850, { places: [{ path: 'N1[01=ST]', usage: 'required' }] }],
  ['a segment in a loop', purchaseOrder850, { places: [{ path: 'PO1/PID', usage: 'required' }] }],
  ['at least and at most so many', purchaseOrder850, { places: [{ path: 'DTM', least: 2, most: 3 }] }],
  [
    'nothing at some places',
    purchaseOrder850,
    { places: ['CUR', 'N1', 'PO1/PO103', 'BEG04'].map((path) => ({ path, usage: 'not-used' })) },
  ],
  ['an element', purchaseOrder850, { places: [{ path: 'PO1/PO107', usage: 'required' }] }],
  ['codes', purchaseOrder850, { places: [{ path: 'BEG02', codes: ['SA', 'RL'] }] }],
  ['lengths', purchaseOrder850, { places: [{ path: 'BEG03', minimum: 7, maximum: 8 }] }],
  [
    'formats',
    purchaseOrder850,
    {
      places: [
        { path: 'BEG03', format: 'digits', starts: '47' },
        { path: 'PO1/PO102', format: 'digits' },
        { path: 'N1/N102', format: 'upper-case' },
        { path: 'PO1/PO101', format: 'letters-and-digits', usage: 'required' },
      ],
    },
  ],
  ['characters', purchaseOrder850, { characters: { set: 'basic' } }],
  [
    'conditions',
    purchaseOrder850,
    {
      conditions: [
        { id: 'dated', must: { path: 'DTM[01=010]', present: true } },
        { id: 'named', at: 'N1', when: { path: 'N103', present: false }, must: { path: 'N102', present: true } },
        {
          id: 'coded',
          at: 'PO1',
          when: { path: 'PO103', is: ['EA'] },
          must: {
            any: [
              { path: 'PO107', present: true },
              { path: 'PID', present: true },
            ],
          },
        },
        { id: 'open', when: { path: 'BEG02', is: ['SA', 'NE'] }, must: { not: { path: 'BEG01', is: ['01', '05'] } } },
      ],
    },
  ],
  [
    'conditions of one element',
    purchaseOrder850,
    {
      places: [{ path: 'BEG02', codes: ['SA'] }],
      conditions: [
        { id: 'numbered', at: 'PO1', must: { path: 'PO101', present: true } },
        { id: 'original', when: { path: 'BEG02', is: ['SA', 'NE'] }, must: { path: 'BEG01', is: ['00'] } },
        { id: 'no contract', when: { path: 'BEG02', is: ['SA'] }, must: { path: 'BEG06', present: false } },
      ],
    },
  ],
  [
    'levels',
    shipNotice856,
    {
      levels: [
        ['S', 'O', 'T', 'P', 'I'],
        ['S', 'O', 'P', 'I'],
      ],
      places: [
        { path: 'BSN05', usage: 'not-used' },
        { path: 'HL[03=S]/TD1', usage: 'required' },
        { path: 'HL[03=S]', usage: 'required', most: 1 },
        { path: 'HL[03=O]/PRF', usage: 'required' },
        { path: 'HL[03=P]/MAN[01=GM]', usage: 'required', most: 1 },
        { path: 'HL[03=P]/MAN[01=GM].02', minimum: 20, maximum: 20, format: 'digits' },
        { path: 'HL[03=I]/LIN', usage: 'required' },
        { path: 'HL[03=I]/SN1', usage: 'required' },
        { path: 'HL[03=I]/SN103', codes: ['EA', 'CA'] },
      ],
      conditions: [
        {
          id: 'carrier',
          at: 'HL[03=S]',
          when: { path: 'TD5', present: true },
          must: { path: 'TD503', present: true },
        },
      ],
    },
  ],
  [
    'much of an order',
    purchaseOrder850,
    {
      characters: { set: 'extended', except: '&' },
      separators: { element: '*', component: '>', segment: '~' },
      violations: { 'guide-*': 'reject', 'element-invalid-code': 'accept-with-errors' },
      places: [
        { path: 'BEG01', codes: ['00'] },
        { path: 'BEG02', codes: ['SA', 'DS'] },
        { path: 'BEG03', maximum: 10, format: 'no-blanks' },
        { path: 'REF[01=DP]', usage: 'required', most: 1 },
        { path: 'REF[01=DP].02', usage: 'required', minimum: 3, maximum: 3, format: 'digits' },
        { path: 'REF[01=IA]', usage: 'required', most: 1 },
        { path: 'N1[01=ST]', usage: 'required', most: 1 },
        { path: 'N1[01=ST]/N103', usage: 'required', codes: ['92'] },
        { path: 'N1[01=ST]/N3', usage: 'not-used' },
        { path: 'PO1', most: 2 },
        { path: 'PO1/PO103', usage: 'required', codes: ['EA'] },
        { path: 'PO1/PO106', usage: 'required', codes: ['UP', 'EN'] },
        { path: 'PO1/PO108', usage: 'not-used' },
        { path: 'CTT', usage: 'required' },
      ],
      conditions: [
        {
          id: 'drop ship',
          when: { path: 'BEG02', is: ['DS'] },
          must: { path: 'N1[01=BY]/N4', present: true },
        },
      ],
    },
  ],
  [
    'much of an invoice',
    invoice810,
    {
      places: [
        { path: 'BIG07', usage: 'required', codes: ['DI', 'CR'] },
        { path: 'ITD', usage: 'required', most: 1 },
        { path: 'IT1/IT102', usage: 'required' },
        { path: 'IT1/IT103', usage: 'required', codes: ['EA'] },
        { path: 'IT1/IT104', usage: 'required' },
        { path: 'SAC', most: 3 },
        { path: 'SAC/SAC01', codes: ['A', 'C'] },
      ],
      conditions: [
        { id: 'credit', when: { path: 'BIG07', is: ['CR'] }, must: { path: 'REF[01=OI]', present: true } },
        { id: 'no tax', must: { path: 'TXI', present: false } },
      ],
    },
  ],
  [
    'much of an order at 005010',
    release005010.purchaseOrder850,
    {
      places: [
        { path: 'BEG02', codes: ['SA'] },
        { path: 'REF[01=DP]', usage: 'required' },
        { path: 'N1[01=BY]/N104', usage: 'required', maximum: 13 },
        { path: 'PO1/PO107', usage: 'required', format: 'digits' },
      ],
    },
  ],
];
