/** What fits into one request. */
export interface BatchLimits {
  readonly maximumNotes: number;
  /** Bytes of the notes as JSON; the envelope comes on top. */
  readonly maximumBytes: number;
}

/** Some notes that go together, and where they stand among all. */
export interface Batch<Encoded> {
  readonly from: number;
  readonly items: readonly Encoded[];
}

const encoder = new TextEncoder();

/** Cuts into batches by number and size, in order. One that is larger than a batch goes alone: the collector decides. */
export function* batchesOf<Encoded>(
  items: readonly Encoded[],
  { maximumNotes, maximumBytes }: BatchLimits,
): Generator<Batch<Encoded>, void, undefined> {
  let from = 0;
  let bytes = 0;
  for (let at = 0; at < items.length; at++) {
    const size = encoder.encode(JSON.stringify(items[at])).length + 1;
    if (at > from && (at - from === maximumNotes || bytes + size > maximumBytes)) {
      yield { from, items: items.slice(from, at) };
      from = at;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < items.length) yield { from, items: items.slice(from) };
}
