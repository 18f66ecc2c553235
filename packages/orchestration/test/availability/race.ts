import type { AvailabilityEvent, VersionedStore } from '@dist/orchestration/availability';
import { memoryVersionedStore } from '../../src/availability/memory-versioned-store.ts';
import { createAccountant } from './accountant.ts';
import type { Machine } from './machine.ts';
import { createOutside } from './outside-stock.ts';
import { apart, confirm, nothing, patient, release, request, second, stock } from './sample-stock.ts';

/** What one race ended with. */
export interface Race {
  readonly granted: number;
  readonly refused: number;
  /** Units that were promised and that nobody ever had. */
  readonly oversold: number;
  /** Reservations that are held after their end. */
  readonly leftOver: number;
  /** What is not as it should be beside that, in words. */
  readonly faults: readonly string[];
}

/**
 * Some writers want the same few units, and a warehouse and an ERP report meanwhile, late, twice and in any order. Which of
 * them goes on is drawn at every await; answers of the store get lost before and after it has saved.
 */
export async function race(random: () => number, machine: Machine): Promise<Race> {
  const below = (count: number) => Math.floor(random() * count);
  const supply = 1 + below(7);
  const store = memoryVersionedStore();
  const turns = createTurns(random);
  const accountant = createAccountant(supply);
  const outside = createOutside(supply, random);
  const policy = patient;

  const apply = (event: AvailabilityEvent) =>
    machine.applyAvailability(event, {
      store: slow(store, turns.next, random, (commit) => accountant.committed(event, commit)),
      empty: nothing,
      policy,
      attempts: 500,
    });
  /** Until there is an answer. */
  const insist = async (event: AvailabilityEvent): Promise<string> => {
    for (;;) {
      try {
        const done = await apply(event);
        return done.status === 'applied' ? (done.reservation?.status ?? 'none') : 'contended';
      } catch (error) {
        if (!(error instanceof LostAnswer)) throw error;
      }
    }
  };

  const buy = async (writer: number): Promise<void> => {
    for (let round = 0; round < (random() < 0.25 ? 2 : 1); round++) {
      const key = `w${writer}-${round}`;
      const count = 1 + below(4);
      const asked = request(key, count, { at: turns.now(), key });
      const answer = await insist(asked);
      accountant.answered(key, count, answer);
      if (answer !== 'held') continue;
      const then = random();
      if (then < 0.2) continue;
      if (then < 0.4) await insist(release(key, { at: turns.now() }));
      else if ((await insist(confirm(key, `E-${key}`, { at: turns.now() }))) === 'confirmed') {
        accountant.confirmed(key, count);
        outside.book(`E-${key}`, count);
      }
      // The bus delivers at least once.
      if (random() < 0.3) await insist(asked);
    }
  };
  const report = async (): Promise<void> => {
    for (let times = below(4); times > 0; times--) {
      outside.work(turns.now());
      for (const event of outside.someReports(turns.now())) await insist(event);
      await turns.next();
    }
  };

  for (const event of [stock(1, supply), apart(1, {})])
    await machine.applyAvailability(event, { store, empty: nothing, policy });
  const writers = 2 + below(3);
  await turns.run([...Array.from({ length: writers }, (_, writer) => buy(writer)), report()]);
  return settle();

  /** Everything that is still under way arrives, every timer fires, and then the books must agree. */
  async function settle(): Promise<Race> {
    const faults: string[] = [];
    const tell = (event: AvailabilityEvent) => machine.applyAvailability(event, { store, empty: nothing, policy });
    const end = second(3600);
    for (const { timer, due } of store.due(end)) {
      const [kind, reservation = ''] = timer.split('/');
      const at = { key: timer, at: due };
      await tell(
        kind === 'expiry' ? { ...at, type: 'reservation.expired', reservation } : { ...at, type: 'timer.fired', timer },
      );
    }
    const state = (await store.load(nothing.item))?.state ?? nothing;
    const leftOver = Object.values(state.reservations).filter(
      (one) => one.status === 'held' && one.expiresAt <= end,
    ).length;
    for (const event of outside.allReports(end)) await tell(event);
    const after = (await store.load(nothing.item))?.state ?? nothing;
    const there = machine.available(after, { location: 'WH1', at: end }, policy).quantity.value;
    if (there !== String(outside.free())) faults.push(`${there} can be promised, and ${outside.free()} is free`);
    const told = store.effects().flatMap(({ body }) => (body.type === 'channel.quantity' ? [body.quantity.value] : []));
    if (told.at(-1) !== there) faults.push(`the channel was told ${told.at(-1)} of ${there}`);
    return { ...accountant.totals(), leftOver, faults };
  }
}

class LostAnswer extends Error {}

/** A store far away: others go on before it reads, after it has, before it saves and after it has. */
function slow(
  store: VersionedStore,
  turn: () => Promise<void>,
  random: () => number,
  saved: (commit: Parameters<VersionedStore['save']>[2]) => void,
): VersionedStore {
  return {
    load: async (item) => {
      await turn();
      const row = await store.load(item);
      await turn();
      return row;
    },
    save: async (item, expected, commit) => {
      await turn();
      if (random() < 0.03) throw new LostAnswer();
      const result = await store.save(item, expected, commit);
      if (result === 'saved') saved(commit);
      await turn();
      if (random() < 0.03) throw new LostAnswer();
      return result;
    },
  };
}

/** Gives the word to one of those who wait, drawn anew each time; the clock goes on in between. */
function createTurns(random: () => number) {
  const waiting: (() => void)[] = [];
  let seconds = 0;
  let alive = 0;
  return {
    now: () => second(Math.floor(seconds)),
    next: () => new Promise<void>((resume) => waiting.push(resume)),
    run: async (writers: readonly Promise<void>[]) => {
      alive = writers.length;
      let failure: { readonly error: unknown } | undefined;
      for (const writer of writers) {
        writer.then(
          () => alive--,
          (error: unknown) => {
            alive--;
            failure = { error };
          },
        );
      }
      while (alive > 0) {
        // All but those who are about to wait have to wait before the next is drawn: then the seed decides everything.
        while (waiting.length < alive) await undefined;
        const [resume] = waiting.splice(Math.floor(random() * waiting.length), 1);
        seconds += random() * 6;
        resume?.();
        await undefined;
      }
      if (failure) throw failure.error;
    },
  };
}
