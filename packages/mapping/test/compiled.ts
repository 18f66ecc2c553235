import type { MapResult, Result } from '../src/index.ts';

/** The value of a result that must have one. */
export function mustHave<T>(result: Result<T> | MapResult<T>): T {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result.value;
}

/** The codes of a result's issues. */
export function codesOf({ issues }: { readonly issues: readonly { readonly code: string }[] }): string[] {
  return issues.map(({ code }) => code);
}
