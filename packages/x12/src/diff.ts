import type { Definition } from './definition/definition.ts';
import { compareObjects } from './diff/compare-objects.ts';
import type { DocumentChange } from './diff/document-change.ts';

/**
 * What differs between two typed documents of one definition, in the order of the documents. Segments and loops that repeat
 * are matched by what identifies them, not by where they stand: lines by their number (PO101, IT101), levels by their goods
 * (PRF01, MAN02, LIN03) or else by HL01, parties, references and dates by their qualifier; so a line that is put in between
 * is one change. Envelope and control numbers are no part of a document, and the numbers of levels (HL01, HL02) that follow
 * from their order are not compared.
 * @throws RangeError when a document is nested deeper than any transaction set.
 */
export function diff<Document>(
  definition: Definition<string, Document>,
  before: NoInfer<Document>,
  after: NoInfer<Document>,
): DocumentChange[] {
  return compareObjects(definition, before, after);
}
