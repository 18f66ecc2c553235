import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';

/** An input in UTF-16 can not be read byte by byte; told from its first two bytes. */
export function unreadableIssue(source: Uint8Array): Issue | undefined {
  const [first, second] = source;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // `I` and a zero byte, in either order: UTF-16 without its mark.
  const hasZeros = (first === 0x49 && second === 0) || (first === 0 && second === 0x49);
  if (!hasMark && !hasZeros) return undefined;
  return makeIssue('file-unreadable-text', {
    message: 'the input is UTF-16',
    at: { offset: 0, length: 2 },
    address: {},
    expected: 'UTF-8 or a single-byte character set',
  });
}
