import { EnvelopeReader } from './envelope/envelope-reader.ts';
import type { Segment } from './envelope/interchange.ts';
import { streamItems } from './envelope/stream-items.ts';
import type { Address, Issue } from './issue.ts';
import type { StreamInput } from './lexical/byte-chunks.ts';
import { type Limits, withDefaults } from './limits.ts';

/** A segment of a stream with the control numbers around it, or a fault of the envelope. */
export type SegmentItem =
  | { readonly kind: 'segment'; readonly segment: Segment; readonly address: Address }
  | { readonly kind: 'issue'; readonly issue: Issue };

/**
 * Reads a file segment by segment, ISA to IEA, in constant memory however large a transaction set is: for catalogues and
 * inventories that are one set of some hundred megabytes. The envelope is checked as by `parse`; the issues of a set, group
 * or interchange come after its last segment. `limits.bytes` and `limits.setBytes` do not count here.
 * @throws TypeError when the input, or a piece of it, is neither text nor bytes, RangeError when a limit is not over 0.
 */
export async function* parseSegments(
  input: StreamInput,
  options: { readonly limits?: Limits | undefined } = {},
): AsyncGenerator<SegmentItem, void, undefined> {
  const reader = new EnvelopeReader(withDefaults(options.limits), { bySegment: true });
  for await (const item of streamItems(input, reader, (one) => one)) {
    if (item.kind === 'segments') {
      const { address, segments } = item;
      for (let index = 0; index < segments.length; index++)
        yield { kind: 'segment', segment: segments[index] as Segment, address };
    } else for (const issue of issuesOf(item)) yield { kind: 'issue', issue };
  }
}

function issuesOf(item: Exclude<Awaited<ReturnType<EnvelopeReader['next']>>, 'more' | undefined>): readonly Issue[] {
  switch (item.kind) {
    case 'set':
      return item.set.issues;
    case 'group':
      return item.group.issues;
    case 'interchange':
      return item.interchange.issues;
    case 'issue':
      return [item.issue];
    default:
      return [];
  }
}
