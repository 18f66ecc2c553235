import type { Definition } from '@dist/x12';
import * as release004010 from '@dist/x12/004010';
import * as release005010 from '@dist/x12/005010';

/** The definition of a transaction set by the id of its Format, `x12/004010/850`; undefined where there is none. */
export function x12DefinitionOf(native: string): Definition | undefined {
  return definitions.get(native);
}

const definitions: ReadonlyMap<string, Definition> = new Map(
  [...Object.values<Definition>(release004010), ...Object.values<Definition>(release005010)].map((definition) => [
    `x12/${definition.release}/${definition.id}`,
    definition,
  ]),
);
