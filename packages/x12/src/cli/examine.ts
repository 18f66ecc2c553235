import type { Definition } from '../definition/definition.ts';
import { byteChunks, type StreamInput } from '../lexical/byte-chunks.ts';
import { withDefaults } from '../limits.ts';
import { parseStream, type StreamedInterchange } from '../parse-stream.ts';
import { repeatIssues } from '../repeat-issues.ts';
import { statusOf } from '../status-of.ts';
import type { Examined, ExaminedInterchange } from './examined.ts';
import { ExaminedGroupReader } from './examined-group-reader.ts';
import { InterchangeDigest } from './interchange-digest.ts';
import type { Seen } from './seen.ts';

/** How a file is examined. */
export interface ExamineOptions {
  readonly definitions: readonly Definition[];
  readonly nearestRelease?: boolean | undefined;
  readonly seen?: Seen | undefined;
}

/**
 * Validates a file as `read` does, in a memory that grows with the number of its sets and issues but not with their
 * size: each set is looked into as it goes by, and the verdict of its group and interchange comes upon it at their ends.
 */
export async function* examine(input: StreamInput, options: ExamineOptions): AsyncGenerator<Examined, void, undefined> {
  const { definitions, nearestRelease = false, seen } = options;
  const digest = seen === undefined ? undefined : new InterchangeDigest();
  // As many issues as `read` keeps of a file; then one of each set.
  const budget = { issues: withDefaults().fileIssues };
  const newGroup = (): ExaminedGroupReader => new ExaminedGroupReader(definitions, nearestRelease, budget);
  let groups: ExaminedGroupReader[] = [];
  let open = newGroup();
  const pieces = byteChunks(input);
  for await (const item of parseStream(digest === undefined ? pieces : digest.pass(pieces))) {
    if (item.kind === 'issue') yield item;
    else if (item.kind === 'set') {
      yield { ...open.add(item), kind: 'set', group: item.group, interchange: item.interchange };
      digest?.add(item.interchange.offset, item.set.offset + item.set.length);
    } else if (item.kind === 'group') {
      yield { kind: 'group', group: open.close(item.group), interchange: item.interchange };
      groups.push(open);
      open = newGroup();
    } else {
      const { offset, length } = item.interchange;
      const hash = digest?.end(offset, offset + length);
      const interchange = examined(item.interchange, groups, hash, seen);
      seen?.remember(interchange);
      yield { kind: 'interchange', interchange };
      groups = [];
    }
  }
}

function examined(
  interchange: StreamedInterchange,
  groups: readonly ExaminedGroupReader[],
  hash: string | undefined,
  seen: Seen | undefined,
): ExaminedInterchange {
  const known = hash === undefined ? 'new' : (seen?.find(interchange, hash) ?? 'new');
  const issues = repeatIssues(interchange, known);
  const status = known === 'same' ? 'rejected' : statusOf(issues);
  return {
    ...interchange,
    issues,
    status,
    ...(known === 'same' ? { retransmission: true as const } : {}),
    ...(hash === undefined ? {} : { hash }),
    groups: groups.map((group) => group.examined(status === 'rejected')),
  };
}
