import type { Delimiters, Segment, TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { ValidatedSet } from '../validate/validate-set.ts';
import type { Guide } from './guide.ts';

/** A companion guide laid over a definition, as reading and writing use it. Made by `withGuide`. */
export interface AppliedGuide {
  readonly guide: Guide;
  /** The issues of a set that has been checked against the standard, with the guide's own, by place; at most `limit`. */
  check(set: TransactionSet, found: ValidatedSet, limit: number): readonly Issue[];
  /** Outgoing segments with characters replaced as the guide says. */
  replaced(segments: readonly Segment[]): Segment[];
  /** An issue on writing: a character that can not be sent refuses unless the guide's table says otherwise. */
  asOutgoing(issue: Issue): Issue;
  /** Whether an interchange has the separators that the guide wants. */
  checkSeparators(delimiters: Delimiters): readonly Issue[];
}
