/** What is wrong with a file that documents come from, for a person and for a program. */
export interface SourceIssue {
  /** One or several lines, ready to be printed. */
  readonly text: string;
  readonly json: object;
}

/** A document of a file, and where in the file it is. */
export interface SourceDocument {
  /** Its name among the others of the file: `set 0001`, `document 2`; nothing where it is alone. */
  readonly place?: string | undefined;
  /** What it is to the program: `{ set: '0001' }`. */
  readonly keys: object;
  readonly document: unknown;
}

/** The documents of a file. Without `isValid` some could not be read; `issues` say which. */
export interface SourceDocuments {
  readonly isValid: boolean;
  readonly issues: readonly SourceIssue[];
  readonly documents: readonly SourceDocument[];
}
