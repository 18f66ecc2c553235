import type { Address, Issue, Severity } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';

/** Collects the issues of one set, up to a limit. */
export interface IssueList {
  add(issue: Issue): void;
  remove(issue: Issue): void;
  /** All of them by place; the last one says so where some were left out. */
  sorted(): Issue[];
}

const RANK: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2 };

/** A list that keeps at most `limit` issues, so that a hostile set does not cost more than it should. */
export function issueList(limit: number, address: Address): IssueList {
  const kept = new Set<Issue>();
  let first: Issue | undefined;
  let severity: Severity = 'information';
  return {
    add(issue) {
      if (kept.size < limit) {
        kept.add(issue);
        return;
      }
      first ??= issue;
      if (RANK[issue.severity] > RANK[severity]) severity = issue.severity;
    },
    remove(issue) {
      kept.delete(issue);
    },
    sorted() {
      const issues = [...kept].sort((left, right) => left.at.offset - right.at.offset);
      if (first !== undefined) {
        const message = `the transaction set has more than ${limit} issues; the others are left out`;
        // It is as grave as the gravest that it stands for.
        issues.push(makeIssue('set-too-many-issues', { message, at: first.at, address, severity }));
      }
      return issues;
    },
  };
}
