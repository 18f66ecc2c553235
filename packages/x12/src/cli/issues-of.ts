import type { Issue } from '../issue.ts';

/** Issues of an interchange with those of all that it holds. */
interface WithIssues {
  readonly issues: readonly Issue[];
  readonly groups: readonly {
    readonly issues: readonly Issue[];
    readonly sets: readonly { readonly issues: readonly Issue[] }[];
  }[];
}

/** Every issue of an interchange: its own, then group by group. */
export function* issuesOf({ issues, groups }: WithIssues): Generator<Issue, void, undefined> {
  yield* issues;
  for (const group of groups) {
    yield* group.issues;
    for (const set of group.sets) yield* set.issues;
  }
}
