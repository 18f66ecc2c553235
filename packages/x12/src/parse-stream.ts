import type { EnvelopeItem } from './envelope/envelope-item.ts';
import { EnvelopeReader } from './envelope/envelope-reader.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from './envelope/interchange.ts';
import { toGroup } from './envelope/open-group.ts';
import { toInterchange } from './envelope/open-interchange.ts';
import { streamItems } from './envelope/stream-items.ts';
import type { Issue } from './issue.ts';
import type { StreamInput } from './lexical/byte-chunks.ts';
import { type Limits, withDefaults } from './limits.ts';

/** A group of a stream: its sets have gone by. */
export type StreamedGroup = Omit<FunctionalGroup, 'sets'>;

/** An interchange of a stream: its groups have gone by. */
export type StreamedInterchange = Omit<Interchange, 'groups'>;

/**
 * What a stream brings, in file order. A set comes with the group and interchange around it as far as they are known then;
 * a group comes after its sets and an interchange after its groups, each with the issues of its trailer too.
 */
export type StreamItem =
  | {
      readonly kind: 'set';
      readonly set: TransactionSet;
      readonly group: StreamedGroup;
      readonly interchange: StreamedInterchange;
    }
  | { readonly kind: 'group'; readonly group: StreamedGroup; readonly interchange: StreamedInterchange }
  | { readonly kind: 'interchange'; readonly interchange: StreamedInterchange }
  /** A fault outside any interchange. */
  | { readonly kind: 'issue'; readonly issue: Issue };

/**
 * Reads a file of any size in constant memory: transaction sets one by one, each whole, with the same result as `parse`
 * wherever the pieces of the input are cut. The next piece is asked for when the sets of the one before have been taken.
 * A set over `limits.setBytes` comes without its segments and with an issue (`set-too-large`); `parseSegments` reads such.
 * `limits.bytes` does not count here. A set holds on to some hundred kilobytes of input as long as it is kept.
 * @throws TypeError when the input, or a piece of it, is neither text nor bytes, RangeError when a limit is not over 0.
 */
export function parseStream(
  input: StreamInput,
  options: { readonly limits?: Limits | undefined } = {},
): AsyncGenerator<StreamItem, void, undefined> {
  return streamItems(input, new EnvelopeReader(withDefaults(options.limits)), streamItem);
}

function streamItem(item: EnvelopeItem): StreamItem | undefined {
  switch (item.kind) {
    case 'segments':
      return undefined;
    case 'issue':
      return item;
    case 'interchange':
      return { kind: 'interchange', interchange: toInterchange(item.interchange) };
    case 'group':
      return { kind: 'group', group: toGroup(item.group), interchange: toInterchange(item.interchange) };
    default:
      return { kind: 'set', set: item.set, group: toGroup(item.group), interchange: toInterchange(item.interchange) };
  }
}
