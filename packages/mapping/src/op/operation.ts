import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import type { Run } from '../run/run.ts';

/** What a rule was compiled to. `source` and `target` are the places where the rule stands on each side. */
export interface Operation {
  readonly read: Action;
  readonly write: Action;
}

export type Action = (run: Run, source: Cursor, target: Builder) => void;

export const nothing: Action = () => {};
