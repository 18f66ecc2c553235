import { headerIssue } from './envelope/header-issue.ts';
import type { Interchange, InterchangeFile } from './envelope/interchange.ts';
import { readInterchange } from './envelope/read-interchange.ts';
import type { Issue } from './issue.ts';
import { isBlank, toBytes } from './lexical/bytes.ts';
import { headerFinder, readInterchangeHeader, startsInterchange } from './lexical/interchange-header.ts';
import { type Limits, withDefaults } from './limits.ts';
import { makeIssue } from './make-issue.ts';

/**
 * Splits a file into interchanges, functional groups, transaction sets and segments, and checks the envelope: counts,
 * control numbers, order. Each interchange declares its own separators. It never fails as a whole: what can not be read
 * stands in `issues` with its place. Text is taken as UTF-8; bytes as UTF-8 where they are valid UTF-8, else Latin-1.
 * @throws TypeError when the input is neither text nor bytes, RangeError when a limit is not over 0.
 */
export function parse(
  input: string | Uint8Array,
  options: { readonly limits?: Limits | undefined } = {},
): InterchangeFile {
  const source = toBytes(input);
  const limits = withDefaults(options.limits);
  const unreadable = wholeFileIssue(source, limits.bytes);
  if (unreadable !== undefined) return { source, interchanges: [], issues: [unreadable] };
  const interchanges: Interchange[] = [];
  const issues: Issue[] = [];
  const nextHeader = headerFinder(source);
  for (let at = skipBlanks(source, startOf(source)); at < source.length; at = skipBlanks(source, at)) {
    const header = readInterchangeHeader(source, at);
    if (header === undefined) {
      const end = junkEnd(source, at, nextHeader);
      issues.push(junkIssue(at, end));
      at = end;
      continue;
    }
    const interchange = readInterchange(header, { source, nextHeader, limits });
    interchanges.push(interchange);
    at = interchange.offset + interchange.length;
  }
  if (interchanges.length === 0 && issues.length === 0) issues.push(emptyIssue(source));
  return { source, interchanges: withRepeats(interchanges, source), issues };
}

// A byte order mark is no data; only the one of UTF-8 leaves text that can be read byte by byte.
const startOf = (source: Uint8Array): number =>
  source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;

function wholeFileIssue(source: Uint8Array, maximum: number): Issue | undefined {
  const at = { offset: 0, length: source.length };
  if (source.length > maximum) {
    const message = 'the input is larger than the limit and was not read';
    return makeIssue('file-too-large', {
      message,
      at,
      address: {},
      expected: `at most ${maximum} bytes`,
      found: `${source.length} bytes`,
    });
  }
  const [first, second] = source;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // `I` and a zero byte, in either order: UTF-16 without its mark.
  const hasZeros = (first === 0x49 && second === 0) || (first === 0 && second === 0x49);
  if (!hasMark && !hasZeros) return undefined;
  return makeIssue('file-unreadable-text', {
    message: 'the input is UTF-16',
    at,
    address: {},
    expected: 'UTF-8 or a single-byte character set',
  });
}

function skipBlanks(source: Uint8Array, from: number): number {
  let at = from;
  while (at < source.length && isBlank(source[at] as number)) at++;
  return at;
}

/** Where an interchange begins again. */
function junkEnd(source: Uint8Array, from: number, nextHeader: (from: number) => number): number {
  const wellFormed = nextHeader(from + 1);
  for (let at = source.indexOf(0x49, from + 1); at >= 0 && at < wellFormed; at = source.indexOf(0x49, at + 1))
    if (startsInterchange(source, at)) return at;
  return wellFormed;
}

function junkIssue(offset: number, end: number): Issue {
  return makeIssue('file-not-x12', {
    message: `${end - offset} bytes belong to no interchange`,
    at: { offset, length: end - offset },
    address: {},
    expected: 'ISA',
  });
}

function emptyIssue(source: Uint8Array): Issue {
  return makeIssue('file-empty', {
    message: 'the input is empty',
    at: { offset: 0, length: source.length },
    address: {},
    expected: 'ISA',
  });
}

/** An interchange that repeats the control number of an earlier one between the same parties is rejected (TA105 025). */
function withRepeats(interchanges: readonly Interchange[], source: Uint8Array): Interchange[] {
  const seen = new Set<string>();
  return interchanges.map((interchange) => {
    const { sender, receiver, controlNumber } = interchange.header;
    const key = [sender.qualifier, sender.id, receiver.qualifier, receiver.id, controlNumber].join('\n');
    const comesAgain = seen.has(key);
    seen.add(key);
    if (!comesAgain) return interchange;
    const issue = headerIssue('interchange-header-field', interchange, source, {
      element: 13,
      message: 'the interchange control number came before in this file',
      expected: 'a number that is unique between these parties',
      found: controlNumber,
      acknowledgment: 'TA1-025',
    });
    return { ...interchange, issues: [...interchange.issues, issue] };
  });
}
