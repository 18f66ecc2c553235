import { memoryCarrier } from '@dist/orchestration/carrier';
import type { CarrierUnderTest } from '@dist/orchestration/testing';

/** A carrier in memory whose time goes to what is due next as soon as nothing is left to deliver. */
export async function openMemory(deliver: (key: string) => Promise<unknown>): Promise<CarrierUnderTest> {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const clock = () => new Date(now).toISOString();
  const carrier = memoryCarrier({ clock });
  const rounds = new Set<Promise<unknown>>();
  const begin = (): void => {
    const round: Promise<unknown> = carrier
      .deliver(deliver)
      .catch(() => undefined)
      .finally(() => rounds.delete(round));
    rounds.add(round);
  };
  const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
    for (let round = 0; round < 400; round++) {
      if (await holds()) return;
      begin();
      await new Promise((resolve) => setImmediate(resolve));
      const next = carrier.next();
      if (next !== undefined) now = Math.max(now + 1, Date.parse(next));
      // All is at work: the time of performers that hang is real.
      else if (rounds.size > 0) await Promise.race([...rounds, new Promise((resolve) => setTimeout(resolve, 2))]);
    }
    throw new Error(`expected ${what}: it never came`);
  };
  return { carrier, clock, until, close: async () => undefined };
}
