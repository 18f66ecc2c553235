import type { Definition } from './definition/definition.ts';
import type { StreamInput } from './lexical/byte-chunks.ts';
import { withDefaults } from './limits.ts';
import { parseStream, type StreamedInterchange } from './parse-stream.ts';
import type { ReadOptions } from './read.ts';
import type { Examined, ExaminedInterchange } from './read-stream/examined.ts';
import { ExaminedGroupReader } from './read-stream/examined-group-reader.ts';
import { type Receiver, receiverIssues } from './receiver-issues.ts';
import { repeatIssues } from './repeat-issues.ts';
import { statusOf } from './status-of.ts';

export interface ReadStreamOptions<D extends readonly Definition[]> extends Omit<ReadOptions<D>, 'seen'> {
  /**
   * As for `read`, but asked at the end of each interchange, whose sets and bytes have gone by: whoever compares bytes keeps a
   * digest of them. Where it says `same` or `other`, what its sets brought is not to be processed.
   */
  readonly seen?: ((interchange: StreamedInterchange) => 'new' | 'same' | 'other') | undefined;
}

/**
 * Reads a file of any size as `read` does, in a memory that grows with the number of its sets and issues but not with their
 * size: each set is validated and decoded as it goes by, and the verdict of its group and interchange comes upon it at their
 * ends. From an interchange then `acknowledge` makes TA1 and 997.
 * @throws TypeError when the input, or a piece of it, is neither text nor bytes, RangeError when a limit is not over 0.
 */
export function readStream<const D extends readonly Definition[]>(
  input: StreamInput,
  options: ReadStreamOptions<D>,
): AsyncGenerator<Examined<D>, void, undefined> {
  // Every set is decoded with the definition that was found for it, or with none: what the type says of D holds.
  return examinedItems(input, options) as AsyncGenerator<Examined<D>, void, undefined>;
}

async function* examinedItems(
  input: StreamInput,
  { sets, receiver = {}, nearestRelease = false, seen, limits: given }: ReadStreamOptions<readonly Definition[]>,
): AsyncGenerator<Examined, void, undefined> {
  const limits = withDefaults(given);
  // As many issues as `read` keeps of a file; then one of each set.
  const budget = { most: limits.issues, issues: limits.fileIssues };
  const newGroup = (): ExaminedGroupReader => new ExaminedGroupReader(sets, nearestRelease, budget);
  let groups: ExaminedGroupReader[] = [];
  let open = newGroup();
  for await (const item of parseStream(input, { limits })) {
    if (item.kind === 'issue') yield item;
    else if (item.kind === 'set') yield open.add(item, isRefused(item.interchange, receiver));
    else if (item.kind === 'group') {
      yield { kind: 'group', group: open.close(item.group), interchange: item.interchange };
      groups.push(open);
      open = newGroup();
    } else {
      const { interchange } = item;
      yield { kind: 'interchange', interchange: examined(interchange, groups, receiver, seen?.(interchange) ?? 'new') };
      groups = [];
    }
  }
}

/** By its header, which is all that is known before its end. */
const isRefused = (interchange: StreamedInterchange, receiver: Receiver): boolean =>
  statusOf(interchange.issues) === 'rejected' || receiverIssues(interchange, receiver).length > 0;

function examined(
  interchange: StreamedInterchange,
  groups: readonly ExaminedGroupReader[],
  receiver: Receiver,
  known: 'new' | 'same' | 'other',
): ExaminedInterchange {
  const issues = [...repeatIssues(interchange, known), ...receiverIssues(interchange, receiver)];
  const status = known === 'same' ? 'rejected' : statusOf(issues);
  return {
    ...interchange,
    issues,
    status,
    ...(known === 'same' ? { retransmission: true as const } : {}),
    groups: groups.map((group) => group.examined(status === 'rejected')),
  };
}
