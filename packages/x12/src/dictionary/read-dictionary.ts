import type { Definition, SegmentDefinition } from '../definition/definition.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import { dictionaryFault } from './dictionary-fault.ts';
import { dictionaryFaults } from './dictionary-faults.ts';
import type { DictionaryJson } from './dictionary-json.ts';
import { dictionaryShape } from './dictionary-shape.ts';
import { knownElements } from './known-elements.ts';
import { toSegment } from './to-segment.ts';
import { toStructure } from './to-structure.ts';

export interface ReadDictionaryOptions {
  /** Definitions of the release that the dictionary extends; the segments of all of them may be used. */
  readonly base?: readonly Definition[] | undefined;
}

/** More faults than this are not told: the file is something else. */
const MOST_FAULTS = 100;

/**
 * The transaction sets of a dictionary from parsed JSON, for `read`, `decode`, `encode`, `write` and guides. Everything that
 * is wrong with it is an issue (`dictionary-malformed`) whose `path` names the place in the JSON; there are limits on
 * numbers, lengths and depth, so that a dictionary may come from anywhere.
 */
export function readDictionary(
  json: unknown,
  { base = [] }: ReadDictionaryOptions = {},
): Result<readonly Definition[]> {
  const issues: Issue[] = [];
  const dictionary = dictionaryShape(json, [], ({ path, message, expected, found }) => {
    // The shapes are those of guides and say so where they speak of the whole.
    const fault = message.slice(path.length === 0 ? 'the guide '.length : path.join('.').length + 1);
    if (issues.length < MOST_FAULTS) issues.push(dictionaryFault(path, fault, expected, found));
  });
  if (dictionary === undefined || issues.length > 0) return { ok: false, issues };
  const extended = base.filter(({ release }) => release === dictionary.extends);
  if (dictionary.extends !== undefined && extended.length === 0)
    return { ok: false, issues: [dictionaryFault(['extends'], 'is not the release of a definition given as base')] };
  const segments = segmentsOf(extended);
  const find = knownElements(dictionary, segments);
  const faults = dictionaryFaults(dictionary, segments, find);
  if (faults.length > 0) return { ok: false, issues: faults.slice(0, MOST_FAULTS) };
  return { ok: true, value: toDefinitions(dictionary, segments, find), issues };
}

function segmentsOf(definitions: readonly Definition[]): Record<string, SegmentDefinition> {
  // Without a prototype: any id may be asked for. The sets of a release share their tables.
  const segments: Record<string, SegmentDefinition> = Object.create(null);
  for (const table of new Set(definitions.map((definition) => definition.segments))) Object.assign(segments, table);
  return segments;
}

function toDefinitions(
  { release, sets, segments = {}, unsure = false }: DictionaryJson,
  base: Record<string, SegmentDefinition>,
  find: ReturnType<typeof knownElements>,
): Definition[] {
  for (const [id, segment] of Object.entries(segments)) base[id] = toSegment(id, segment, { find, unsure });
  return sets.map(({ id, functionalIdentifier, name, structure }) => ({
    id,
    release,
    functionalIdentifier,
    name,
    structure: toStructure(structure, unsure),
    segments: base,
  }));
}
