import type { Policy } from '@dist/orchestration';
import { type Journal, loadOrder } from '@dist/orchestration/runtime';
import { type BatchMember, type BatchName, type BatchRecord, batchKeys, type WaitingMember } from './batch-records.ts';

/** A waiting set with its place among those of its batch. */
export interface Candidate {
  readonly index: number;
  readonly member: WaitingMember;
  /** The record as it is stored. */
  readonly text: string;
}

/** What the next interchange of a batch is made of. */
export interface Choice {
  readonly chosen: readonly Candidate[];
  /** Sets that nobody wants any more, with the reason. */
  readonly unwanted: readonly (Candidate & { readonly reason: string })[];
  /** Up to where the batch is placed with these. */
  readonly next: number;
}

export interface Limits {
  readonly sets: number;
  readonly bytes: number;
}

/** How many records are read at the same time. */
const readTogether = 64;

/** Bytes around the sets: ISA, IEA, and GS and GE of each group, at their longest. */
export const envelopeBytes = (groups: number): number => 140 + 120 * groups;

/**
 * The sets that come next, in the order in which they joined, as many as the limits let into one interchange. A set whose order
 * was given up, or that was withdrawn or answered meanwhile, is left out, as it would not leave alone any more. Undefined when
 * another worker has placed some of them since the batch was read.
 */
export async function chooseMembers(
  journal: Journal,
  batch: BatchName,
  { placed, count }: BatchRecord,
  { limits, policy }: { readonly limits: Limits; readonly policy: Policy },
): Promise<Choice | undefined> {
  const chosen: Candidate[] = [];
  const unwanted: (Candidate & { reason: string })[] = [];
  const documents = new Set<string>();
  let bytes = 0;
  for (let from = placed; from < count; from += readTogether) {
    const indexes = Array.from({ length: Math.min(readTogether, count - from) }, (_, offset) => from + offset);
    const asked = await Promise.all(indexes.map((index) => ask(journal, batch, index, policy)));
    for (const one of asked) {
      if (one === undefined) return undefined;
      const { candidate, reason } = one;
      const { index, member } = candidate;
      if (reason !== undefined) {
        unwanted.push({ ...candidate, reason });
        continue;
      }
      documents.add(member.document);
      const isFull =
        chosen.length >= limits.sets || bytes + member.bytes + envelopeBytes(documents.size) > limits.bytes;
      if (isFull && chosen.length > 0)
        return { chosen, unwanted: unwanted.filter((one) => one.index < index), next: index };
      bytes += member.bytes;
      chosen.push(candidate);
    }
  }
  return { chosen, unwanted, next: count };
}

async function ask(journal: Journal, batch: BatchName, index: number, policy: Policy) {
  const text = await journal.mark(batchKeys.member({ batch, index }));
  if (text === undefined) throw new Error(`${batchKeys.member({ batch, index })} is not in the journal.`);
  const member = JSON.parse(text) as BatchMember;
  if (member.status !== 'waiting') return undefined;
  return { candidate: { index, member, text }, reason: await whyUnwanted(journal, member, policy) };
}

/** Why a set is wanted no more; undefined while it is. */
async function whyUnwanted(
  journal: Journal,
  { order, effect }: WaitingMember,
  policy: Policy,
): Promise<string | undefined> {
  const stored = await journal.load(order);
  try {
    // What became of an effect does not depend on the policy: what was issued is in the log.
    const loaded = await loadOrder({ load: async () => stored }, order, () => policy);
    // Where an engine has the orders there is nothing to ask.
    if (loaded === undefined) return undefined;
    const { facts, effects } = loaded.state;
    if (Object.hasOwn(facts, 'operator.abandoned')) return 'the order was given up';
    const entry = Object.hasOwn(effects, effect) ? effects[effect] : undefined;
    return entry?.status === 'issued' ? undefined : `it is ${entry?.status ?? 'not of its order'}`;
  } catch (error) {
    return `its order cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
