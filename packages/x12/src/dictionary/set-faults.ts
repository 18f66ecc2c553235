import type { Issue } from '../issue.ts';
import { dictionaryFault } from './dictionary-fault.ts';
import type { DictionaryNode, DictionarySet } from './dictionary-json.ts';

/** Segments of the envelope: no set says where they stand. */
const ENVELOPE: ReadonlySet<string> = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'TA1']);

/** What is wrong with the sets of a dictionary: a set that comes twice, or a place whose segment is known nowhere. */
export function setFaults(sets: readonly DictionarySet[], isSegment: (id: string) => boolean): Issue[] {
  const seen = new Set<string>();
  return sets.flatMap(({ id, structure }, index) => {
    const twice = seen.has(id) ? [dictionaryFault(['sets', index, 'id'], 'came before', undefined, id)] : [];
    seen.add(id);
    return [...twice, ...placeFaults(structure, ['sets', index, 'structure'], isSegment)];
  });
}

function placeFaults(nodes: readonly DictionaryNode[], at: Issue['path'], isSegment: (id: string) => boolean): Issue[] {
  return nodes.flatMap((node, index) => {
    const path = [...at, index];
    const [key, id] = 'loop' in node ? ['loop', node.loop] : ['segment', node.segment];
    if (ENVELOPE.has(id)) return [dictionaryFault([...path, key], 'belongs to the envelope', undefined, id)];
    if (!isSegment(id)) return [dictionaryFault([...path, key], 'is known nowhere', 'a segment of segments', id)];
    if (!('loop' in node)) return [];
    const { children = [], tree = false } = node;
    const again = children.findIndex((child) => ('loop' in child ? child.loop : child.segment) === id);
    return [
      ...(tree && id !== 'HL' ? [dictionaryFault([...path, 'tree'], 'is for HL only')] : []),
      // The segment begins the next repetition: it never comes to a place inside.
      ...(again < 0 ? [] : [dictionaryFault([...path, 'children', again], 'is the segment that starts the loop')]),
      ...placeFaults(children, [...path, 'children'], isSegment),
    ];
  });
}
