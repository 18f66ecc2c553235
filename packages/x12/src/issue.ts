/** Where a transaction set, group or interchange stands: control numbers as received, trimmed. */
export interface Address {
  /** ISA13. */
  readonly interchange?: string | undefined;
  /** GS06. */
  readonly group?: string | undefined;
  /** ST02. */
  readonly set?: string | undefined;
  /** ST01, for instance `850`. */
  readonly type?: string | undefined;
}

/** The place of an issue in the received bytes. */
export interface Position {
  /** Byte offset from the start of the input, counted from 0. */
  readonly offset: number;
  /** Length in bytes of what is wrong; 0 where something is missing. */
  readonly length: number;
  /** Segment number: ST is 1 inside a transaction set, ISA is 1 outside. */
  readonly segment?: number | undefined;
  /** Element number in the segment, from 1. */
  readonly element?: number | undefined;
  /** Repeat of a repeating element, from 1. */
  readonly repeat?: number | undefined;
  /** Component of a composite element, from 1. */
  readonly component?: number | undefined;
}

/** An error rejects; a warning accepts with errors; information changes nothing. */
export type Severity = 'error' | 'warning' | 'information';

/**
 * One fault: what, where, what was expected, what was found. The same shape as the issues of the other packages
 * (`code`, `severity`, `message`, `path`), with the place in the bytes and the acknowledgment code it means.
 */
export interface Issue {
  /** Stable name of the kind of fault, for instance `element-too-long`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for a person. */
  readonly message: string;
  /** Place by name: loops, segment and designator, for instance `['PO1Loop', 2, 'PO1', 'PO102']`. */
  readonly path: readonly (string | number)[];
  readonly at: Position;
  readonly address: Address;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  /** The acknowledgment code it means: `TA1-nnn`, `AK304-n`, `AK403-n`, `AK502-n` or `AK905-n`. */
  readonly acknowledgment?: string | undefined;
  /** Name of the companion guide whose rule is broken; absent where the standard's is. */
  readonly guide?: string | undefined;
}
