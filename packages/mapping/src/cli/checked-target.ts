import type { MappingIssue } from '../issue.ts';

/** What `dist-map check` found of one map or partner. */
export interface CheckedTarget {
  /** As it was named. */
  readonly name: string;
  readonly ok: boolean;
  readonly issues: readonly MappingIssue[];
  /** What it is, for a person: `map x12/004010/850 version 1, 45 rules`. */
  readonly what: string;
  /** Id of the map or partner; absent where it could not be read. */
  readonly map?: string | undefined;
  readonly partner?: string | undefined;
  readonly version?: string | undefined;
  readonly hash?: string | undefined;
}
