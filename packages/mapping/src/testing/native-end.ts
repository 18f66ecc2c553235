import type { Definition } from '@dist/x12';
import type { Format } from '../format/format.ts';
import type { Result } from '../result.ts';

/** The partner's side of a map: how its documents are addressed, and how they stand in a file. */
export interface NativeEnd {
  readonly format: Format;
  /** The one document of a file, checked by its standard; not by a companion guide. */
  readonly parse: (text: string) => Result<unknown>;
  /** A document as the lines of a file, without envelope: X12 segments, JSON. Checked by its standard. */
  readonly print: (document: unknown) => Result<readonly string[]>;
  /** Writes a document to a file, as it would be sent, and reads it again; with what the companion guide says of it. */
  readonly sendAndReceive: (document: unknown) => Result<unknown>;
  /** The calendar day that a file was made (GS04), where it says so. */
  readonly dayOf?: ((text: string) => string | undefined) | undefined;
  /** X12: the definition of the transaction set, with the companion guide where there is one. */
  readonly definition?: Definition | undefined;
}
