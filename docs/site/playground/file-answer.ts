import type { Issue, Status } from '@dist/x12';
import type { Lines } from './lines.ts';
import type { Mark } from './source-rows.ts';

/** All that is shown of a file, apart from what is inside of one of its sets. Plain data: it goes from the worker to the page. */
export interface FileAnswer {
  /** What it is and how it stands, in sentences. */
  readonly sentences: readonly string[];
  readonly delimiters: readonly { readonly name: string; readonly value: string }[];
  readonly envelope: readonly EnvelopeRow[];
  /** A line for each set: number, type, name, status. */
  readonly sets: Lines;
  readonly text: Lines;
  readonly marks: readonly Mark[];
  readonly issues: readonly ShownIssue[];
  /** What is sent back, a segment a line; none where none is due, which the sentence says. */
  readonly acknowledgment: { readonly sentence: string; readonly lines: Lines };
}

export interface EnvelopeRow {
  readonly kind: 'interchange' | 'group';
  readonly text: string;
  readonly status: Status | 'partially-accepted';
}

export interface ShownIssue {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly text: string;
}
