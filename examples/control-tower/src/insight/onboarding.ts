import { type Journal, switchHistory } from '@dist/orchestration/runtime';

/** A partner that became live, and how long that took since it was first set to another state. */
export interface Onboarded {
  readonly partner: string;
  readonly liveAt: string;
  /** From the first change of its state. */
  readonly days: number;
}

/** Partners that became live for the first time since a day. It reads the changes of switches, of which there are few. */
export async function onboarding(journal: Pick<Journal, 'mark'>, from: string): Promise<readonly Onboarded[]> {
  const begun = new Map<string, string>();
  const live = new Map<string, Onboarded>();
  for await (const change of switchHistory(journal)) {
    if (!('partner' in change)) continue;
    const { partner, state, at } = change;
    const since = begun.get(partner) ?? at;
    begun.set(partner, since);
    if (state !== 'live' || live.has(partner)) continue;
    const days = Math.max(0, Date.parse(at) - Date.parse(since)) / (24 * 3_600_000);
    live.set(partner, { partner, liveAt: at, days });
  }
  return [...live.values()].filter(({ liveAt }) => liveAt >= from);
}
