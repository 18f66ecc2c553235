import type { Issue } from '@dist/canonical';

/** A fault of a document that Amazon could not take, or of one of Amazon's. */
export function issueOf(code: string, path: Issue['path'], message: string): Issue {
  return { code, severity: 'error', path, message };
}
