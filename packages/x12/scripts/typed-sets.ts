import * as definitions004010 from '../src/004010/definitions.ts';
import * as definitions005010 from '../src/005010/definitions.ts';
import type { Definition } from '../src/definition/definition.ts';
import type { TypedSet } from './render-types.ts';

/** The sets of a release whose documents have interfaces: an interface and a file for each definition. */
function typedSets(definitions: Readonly<Record<string, Definition>>): TypedSet[] {
  const sorted = Object.entries(definitions).sort(([, one], [, other]) => (one.id < other.id ? -1 : 1));
  return sorted.map(([constant, definition]) => {
    const name = constant.charAt(0).toUpperCase() + constant.slice(1);
    const words = constant.replace(/[A-Z]|\d+/g, (sign) => `-${sign.toLowerCase()}`);
    return { definition, name, file: `${words}.ts` };
  });
}

/** By release: the sets whose documents have interfaces. */
export const typedReleases: Readonly<Record<string, readonly TypedSet[]>> = {
  '004010': typedSets(definitions004010),
  '005010': typedSets(definitions005010),
};
