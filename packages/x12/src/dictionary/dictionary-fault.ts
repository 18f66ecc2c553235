import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';

/** A fault of a dictionary's JSON (`dictionary-malformed`): it has no bytes to point at, `path` tells the place. */
export function dictionaryFault(path: Issue['path'], message: string, expected?: string, found?: string): Issue {
  return makeIssue('dictionary-malformed', {
    message: `${path.length === 0 ? 'the dictionary' : path.join('.')} ${message}`,
    at: { offset: 0, length: 0 },
    address: {},
    path,
    expected,
    found,
  });
}
