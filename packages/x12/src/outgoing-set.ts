import type { Definition } from './definition/definition.ts';
import type { OutgoingSet, UnnumberedSet } from './envelope/outgoing.ts';

/**
 * A transaction set to write, with its document checked against its definition by the compiler; in a plain
 * `{ definition, document }` only `write` checks it. `controlNumber` is ST02, 4 to 9 digits; without it the set is one for
 * `withControlNumbers`.
 */
export function outgoingSet<Document>(
  definition: Definition<string, Document>,
  document: NoInfer<Document>,
  controlNumber: string,
): OutgoingSet<Document>;
export function outgoingSet<Document>(
  definition: Definition<string, Document>,
  document: NoInfer<Document>,
): UnnumberedSet<Document>;
export function outgoingSet<Document>(
  definition: Definition<string, Document>,
  document: Document,
  controlNumber?: string,
): UnnumberedSet<Document> {
  return controlNumber === undefined ? { definition, document } : { definition, document, controlNumber };
}
