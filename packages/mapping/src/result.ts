import type { MappingIssue } from './issue.ts';

/** A value or the reasons why there is none. Warnings may stand beside a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly MappingIssue[] }
  | { readonly ok: false; readonly value?: undefined; readonly issues: readonly MappingIssue[] };
