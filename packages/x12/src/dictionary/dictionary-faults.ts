import type { SegmentDefinition } from '../definition/definition.ts';
import type { Issue } from '../issue.ts';
import { dictionaryFault } from './dictionary-fault.ts';
import type { DictionaryJson } from './dictionary-json.ts';
import type { KnownElement } from './known-elements.ts';
import { lengthFaults, segmentFaults } from './segment-faults.ts';
import { setFaults } from './set-faults.ts';

/** What contradicts itself in a dictionary of the right shape, or names what neither it nor its base has. */
export function dictionaryFaults(
  { elements = {}, composites = {}, segments = {}, sets }: DictionaryJson,
  base: Readonly<Record<string, SegmentDefinition>>,
  find: (element: string) => KnownElement | undefined,
): Issue[] {
  return [
    ...keyFaults('elements', elements, /^\d{1,4}$/),
    ...keyFaults('composites', composites, /^[CS]\d{2,3}$/),
    ...keyFaults('segments', segments, /^[A-Z][A-Z0-9]{1,2}$/),
    ...Object.entries(elements).flatMap(([id, element]) => lengthFaults(element, ['elements', id])),
    ...Object.entries(composites).flatMap(([id, one]) => segmentFaults(one, ['composites', id], true, find)),
    ...Object.entries(segments).flatMap(([id, one]) => segmentFaults(one, ['segments', id], false, find)),
    ...setFaults(sets, (id) => Object.hasOwn(segments, id) || id in base),
  ];
}

function keyFaults(room: string, record: object, pattern: RegExp): Issue[] {
  const strange = Object.keys(record).filter((key) => !pattern.test(key));
  return strange.map((key) => dictionaryFault([room, key], 'is not understood', `a key such as ${EXAMPLES[room]}`));
}

const EXAMPLES: Readonly<Record<string, string>> = { elements: '350', composites: 'C040', segments: 'BLI' };
