import type { AppendResult, Batch } from './journal.ts';

type Conflict = Extract<AppendResult, { status: 'conflict' }>;

/**
 * What in a batch contradicts something else in it: each order, claim, sequence and mark may stand in it once, and a
 * document once or with the same hash again. Of two the second would find what the first has written.
 *
 * @throws RangeError when a sequence is to be moved to what is no whole number from 0 on.
 */
export function conflictInBatch(batch: Batch): Conflict | undefined {
  const { streams = [], settle = [], sequences = [], marks = [], documents = [] } = batch;
  for (const { name, next } of sequences) {
    if (Number.isSafeInteger(next) && next >= 0) continue;
    throw new RangeError(`sequence ${name} moves to a whole number from 0 on: ${next} is none`);
  }
  return (
    twice('version', streams, ({ id }) => id) ??
    twice('lease', settle, ({ key }) => key) ??
    twice('sequence', sequences, ({ name }) => name) ??
    twice('mark', marks, ({ key }) => key) ??
    documentTwice(documents)
  );
}

function twice<Part>(
  what: Conflict['what'],
  parts: readonly Part[],
  nameOf: (part: Part) => string,
): Conflict | undefined {
  if (parts.length < 2) return undefined;
  const seen = new Set<string>();
  for (const part of parts) {
    const key = nameOf(part);
    if (seen.has(key)) return { status: 'conflict', what, key };
    seen.add(key);
  }
  return undefined;
}

function documentTwice(documents: NonNullable<Batch['documents']>): Conflict | undefined {
  const hashes = new Map<string, string>();
  for (const { key, hash } of documents) {
    if ((hashes.get(key) ?? hash) !== hash) return { status: 'conflict', what: 'document', key };
    hashes.set(key, hash);
  }
  return undefined;
}
