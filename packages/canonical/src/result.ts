import type { Issue } from './issue.ts';

/** A value or the reasons why there is none. Warnings may stand beside a value; `partial` holds what could be made. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly partial?: T | undefined; readonly issues: readonly Issue[] };
