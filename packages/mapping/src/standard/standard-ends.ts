import type { Definition } from '@dist/x12';
import { loadMap } from '../map/load-map.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import { type CanonicalEnd, canonicalEnd } from './canonical-end.ts';
import { standardMaps } from './standard-maps.ts';
import { x12DefinitionOf } from './x12-definition-of.ts';

/** A map that this package ships, and what stands at its two ends. */
export interface StandardEnds extends CanonicalEnd {
  /** Id of the map and of its native Format, `x12/004010/850`. */
  readonly id: string;
  readonly map: PartnerMap;
  /** Definition of the transaction set in `@dist/x12`. */
  readonly definition: Definition;
}

/** The shipped map of a native id (`x12/004010/850`) with its ends; undefined where none is shipped. */
export function standardEnds(native: string): StandardEnds | undefined {
  const known = made.get(native);
  if (known !== undefined) return known;
  const { value: map } = loadMap(standardMaps.get(native));
  const definition = x12DefinitionOf(native);
  const canonical = canonicalEnd(map?.canonical ?? '');
  if (map === undefined || definition === undefined || canonical === undefined) return undefined;
  const ends = { id: native, map, definition, ...canonical };
  made.set(native, ends);
  return ends;
}

/** Loading checks a map by its schema, which takes longer than finding it again. */
const made = new Map<string, StandardEnds>();

/** Ids of all shipped maps. */
export const standardIds: readonly string[] = [...standardMaps.keys()];
