import { EnvelopeReader } from './envelope/envelope-reader.ts';
import type { Interchange, InterchangeFile, TransactionSet } from './envelope/interchange.ts';
import { interchangeOf } from './envelope/interchange-source.ts';
import { toGroup } from './envelope/open-group.ts';
import type { Issue } from './issue.ts';
import type { ByteWindow } from './lexical/byte-window.ts';
import { toBytes } from './lexical/bytes.ts';
import { type Limits, withDefaults } from './limits.ts';
import { makeIssue } from './make-issue.ts';

/**
 * Splits a file into interchanges, functional groups, transaction sets and segments, and checks the envelope: counts,
 * control numbers, order. Each interchange declares its own separators. It never fails as a whole: what can not be read
 * stands in `issues` with its place. Text is taken as UTF-8; bytes as UTF-8 where they are valid UTF-8, else Latin-1.
 * Segments are made when they are looked at: until then a set is its bytes, which must not be changed.
 * @throws TypeError when the input is neither text nor bytes, RangeError when a limit is not over 0.
 */
export function parse(
  input: string | Uint8Array,
  options: { readonly limits?: Limits | undefined } = {},
): InterchangeFile {
  const source = toBytes(input);
  const limits = withDefaults(options.limits);
  const tooLarge = tooLargeIssue(source, limits.bytes);
  if (tooLarge !== undefined) return { source, interchanges: [], issues: [tooLarge] };
  const window: ByteWindow = { base: 0, bytes: source, isLast: true };
  const reader = new EnvelopeReader(limits);
  const interchanges: Interchange[] = [];
  const issues: Issue[] = [];
  let groups: Interchange['groups'][number][] = [];
  let sets: TransactionSet[] = [];
  for (let item = reader.next(window); item !== undefined && item !== 'more'; item = reader.next(window)) {
    if (item.kind === 'set') sets.push(item.set);
    else if (item.kind === 'group') {
      groups.push({ ...toGroup(item.group), sets });
      sets = [];
    } else if (item.kind === 'interchange') {
      interchanges.push(interchangeOf(item.interchange, groups, source));
      groups = [];
    } else if (item.kind === 'issue') issues.push(item.issue);
  }
  return { source, interchanges, issues };
}

function tooLargeIssue(source: Uint8Array, maximum: number): Issue | undefined {
  if (source.length <= maximum) return undefined;
  return makeIssue('file-too-large', {
    message: 'the input is larger than the limit and was not read',
    at: { offset: 0, length: source.length },
    address: {},
    expected: `at most ${maximum} bytes`,
    found: `${source.length} bytes`,
  });
}
