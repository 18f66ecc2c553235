import type { Candidate } from './candidate.ts';

/** Seconds of waiting that make up for one step of priority where a lane names none: never, in practice. */
const forEver = 1e9;

/**
 * Place of an effect among those of its partner: lower goes first. Waiting `ageSeconds` counts as one step of priority;
 * since all that wait grow old at the same pace, the place stays the same for ever and a store may index it.
 */
export function rankOf({ priority, since }: Pick<Candidate, 'priority' | 'since'>, ageSeconds = forEver): number {
  return Date.parse(since) / 1000 + priority * ageSeconds;
}
