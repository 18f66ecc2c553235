import type { Definition } from '../definition/definition.ts';
import { elementMutants } from './element-mutants.ts';
import { envelopeMutants } from './envelope-mutants.ts';
import { fileMutants } from './file-mutants.ts';
import { guideMutants } from './guide-mutants.ts';
import { levelMutants } from './level-mutants.ts';
import type { Mutant } from './mutant.ts';
import { noteMutants } from './note-mutants.ts';
import { originalOf } from './original.ts';
import { structureMutants } from './structure-mutants.ts';

/**
 * Interchanges with one fault each, made from one that is sound: every kind of fault that reading can find, at every
 * designator of the first set of the definition, with the one issue that must follow. What is expected comes from the
 * definition, not from reading. A fault that could be told in two ways is not made; neither is `set-too-many-issues`,
 * which takes several. Where the definition carries a companion guide, the faults are those that the guide leaves to the
 * standard and those of the guide's own rules, as grave as its table says.
 * @throws RangeError when the bytes are not one interchange that is accepted without an issue, with a set of the definition.
 */
export function mutantsOf(bytes: Uint8Array, definition: Definition): Mutant[] {
  const original = originalOf(bytes, definition);
  return [
    ...fileMutants(original),
    ...envelopeMutants(original),
    ...structureMutants(original),
    ...levelMutants(original),
    ...elementMutants(original),
    ...noteMutants(original),
    ...guideMutants(original),
  ];
}
