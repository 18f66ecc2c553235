import type { Direction } from '../map/rule.ts';
import type { Builder } from '../run/builder.ts';
import type { Cursor } from '../run/cursor.ts';
import type { Run } from '../run/run.ts';
import type { Needs } from './needs.ts';

/** What a rule was compiled to. `source` and `target` are the places where the rule stands on each side. */
export interface Operation {
  readonly read: Action;
  readonly write: Action;
  /** Without these properties of the source the action does nothing; absent where it always may. */
  readonly needs?: Readonly<Record<Direction, Needs>> | undefined;
}

export type Action = (run: Run, source: Cursor, target: Builder) => void;

export const nothing: Action = () => {};
