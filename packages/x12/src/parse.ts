import { EnvelopeReader } from './envelope/envelope-reader.ts';
import type { Interchange, InterchangeFile, Segment, TransactionSet } from './envelope/interchange.ts';
import { interchangeOf } from './envelope/interchange-source.ts';
import { toGroup } from './envelope/open-group.ts';
import type { Address, Issue } from './issue.ts';
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
  const reader = new EnvelopeReader(limits, { isKept: true });
  const interchanges: Interchange[] = [];
  const issues: Issue[] = [];
  let groups: Interchange['groups'][number][] = [];
  let sets: TransactionSet[] = [];
  let room = limits.sets;
  // The first set of the group that is not kept, and how many are not.
  let first: TransactionSet | undefined;
  let left = 0;
  // The interchange has more groups than are kept.
  let isCut = false;
  for (let item = reader.next(window); item !== undefined && item !== 'more'; item = reader.next(window)) {
    if (item.kind === 'set') {
      if (room > 0) {
        sets.push(item.set);
        room--;
      } else {
        first ??= item.set;
        left++;
      }
    } else if (item.kind === 'group') {
      if (first !== undefined) item.group.issues.push(tooManySets(first, sets.length + left, limits.sets));
      if (groups.length < limits.sets) groups.push({ ...toGroup(item.group), sets });
      else if (!isCut) {
        isCut = true;
        item.interchange.issues.push(tooManyGroups(item.group.segment, item.group.address, limits.sets));
      }
      sets = [];
      first = undefined;
      left = 0;
    } else if (item.kind === 'interchange') {
      if (interchanges.length === limits.sets) {
        issues.push(tooManyInterchanges(item.interchange, limits.sets));
        break;
      }
      interchanges.push(interchangeOf(item.interchange, groups, source));
      groups = [];
      isCut = false;
    } else if (item.kind === 'issue') issues.push(item.issue);
  }
  return { source, interchanges, issues };
}

function tooManySets({ offset, address }: TransactionSet, count: number, most: number): Issue {
  return makeIssue('group-too-many-sets', {
    message: 'the file has more transaction sets than are kept of one; split it, or read it with parseStream',
    at: { offset, length: 0, segment: 1 },
    address,
    path: ['ST'],
    expected: `at most ${most} transaction sets in a file`,
    found: `${count} in this group`,
  });
}

function tooManyGroups({ offset }: Segment, address: Address, most: number): Issue {
  return makeIssue('interchange-structure', {
    message: 'the interchange has more functional groups than are kept of one; read it with parseStream',
    at: { offset, length: 0 },
    address,
    path: ['GS'],
    expected: `at most ${most} functional groups`,
  });
}

function tooManyInterchanges({ offset, address }: Pick<Interchange, 'offset' | 'address'>, most: number): Issue {
  return makeIssue('file-too-large', {
    message: 'the file has more interchanges than are kept of one, and was read up to here; read it with parseStream',
    at: { offset, length: 0 },
    address,
    expected: `at most ${most} interchanges`,
  });
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
