import type { Definition } from './definition.ts';
import { readStructure, type SetStructure } from './read-structure.ts';
import type { Release } from './release.ts';

/** A transaction set of a release from its table, which is read when first asked for. */
export function defineSet<Id extends string, Document>(
  id: Id,
  release: Release,
  text: string,
): Definition<Id, Document> {
  let read: SetStructure | undefined;
  const set = (): SetStructure => {
    read ??= readStructure(text);
    return read;
  };
  return {
    id,
    release: release.release,
    get functionalIdentifier() {
      return set().functionalIdentifier;
    },
    get name() {
      return set().name;
    },
    get structure() {
      return set().structure;
    },
    get segments() {
      return release.segments;
    },
  };
}
