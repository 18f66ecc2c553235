import { canonicalText } from '../../kernel/canonical-text.ts';
import type { AppendResult, Journal } from '../../runtime/journal.ts';

/** Opens the store of a test: the same name gives the same store again. */
export type OpenStore = (store: string) => Promise<Journal>;

/** One thing that every journal keeps to. `run` rejects when it does not. */
export interface ContractTest {
  readonly name: string;
  readonly run: (open: OpenStore) => Promise<void>;
}

/** Throws an Error when two values are not the same; fields that are absent or undefined are the same. */
export function expectSame(what: string, found: unknown, expected: unknown): void {
  const [has, wants] = [canonicalText(found), canonicalText(expected)];
  if (has !== wants) throw new Error(`${what}: expected ${wants}, found ${has}`);
}

/** Throws an Error unless the batch was committed. */
export function expectAppended(result: AppendResult): void {
  expectSame('append', result, { status: 'appended' });
}

/** Throws an Error unless the batch was refused for this. */
export function expectConflict(
  result: AppendResult,
  what: Extract<AppendResult, { status: 'conflict' }>['what'],
  key: string,
): void {
  expectSame('append', result, { status: 'conflict', what, key });
}

/** All of a stream, in its order. */
export async function listOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}
