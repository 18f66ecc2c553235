import type { Definition } from './definition/definition.ts';
import type { OutgoingSet } from './envelope/outgoing.ts';

/**
 * A transaction set to write, with its document checked against its definition by the compiler; in a plain
 * `{ definition, document, controlNumber }` only `write` checks it. `controlNumber` is ST02, 4 to 9 digits.
 */
export function outgoingSet<Document>(
  definition: Definition<string, Document>,
  document: NoInfer<Document>,
  controlNumber: string,
): OutgoingSet<Document> {
  return { definition, document, controlNumber };
}
