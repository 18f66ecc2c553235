import { isDeepStrictEqual } from 'node:util';
import { defaultPolicy, empty, type OrderEvent, type OrderState, replay } from '@dist/orchestration';
import type { ObservedRecord } from '@dist/orchestration/reconcile';
import { createRuntime, type Journal, loadOrder, memoryJournal } from '@dist/orchestration/runtime';
import { planBuyer } from './buyer.ts';
import { type Chance, chanceOf } from './chance.ts';
import { connections } from './connections.ts';
import type { Erp } from './erp.ts';
import { lookForMissed } from './look-for-missed.ts';
import { beginLife, Died } from './mortal-process.ts';
import { operators } from './operators.ts';
import type { PartnerMailbox } from './partner-mailbox.ts';
import { type SettledEffects, settledEffects } from './settled-effects.ts';
import { virtualTime } from './virtual-time.ts';
import { type Missed, type Process, type World, worldOf } from './world.ts';

/** One run, by its seed and number; `without` leaves faults out, by name. */
export interface RunRequest {
  readonly seed: number;
  readonly run: number;
  readonly without?: ReadonlySet<string> | undefined;
  /** Is told what happens, a line each. */
  readonly tell?: ((line: string) => void) | undefined;
  /** A look-up at the ERP finds nothing, whatever there is: no machine survives that, and it must be seen. */
  readonly lookUpLies?: boolean | undefined;
  /** The ERP lists nothing to reconciliation: what is missed is then not found, and that must be seen. */
  readonly listsNothing?: boolean | undefined;
  /** Drops messages of the ERP and edits orders there, and reconciles; one run in four when absent. */
  readonly reconciled?: boolean | undefined;
}

/** What a run came to, for the laws to judge. */
export interface RunEnd {
  readonly id: string;
  readonly state: OrderState;
  readonly erp: Erp;
  readonly mailbox: PartnerMailbox;
  readonly faults: readonly string[];
  /** Replays of a document by an operator, by its first key. */
  readonly replays: ReadonlyMap<string, number>;
  /** Whether the partner has the acknowledgment of its purchase order. */
  readonly isAcknowledged: boolean;
  readonly ended: boolean;
  readonly at: string;
  /** Facts that no message has brought, by name. */
  readonly missed: ReadonlyMap<string, Missed>;
  /** What was performed and had no use any more. */
  readonly inVain: readonly string[];
  /** What was thrown and is no death, and what the journal says otherwise than its events. */
  readonly thrown: readonly string[];
}

const id = 'northfield/PO-1';
const mostSteps = 1500;
const mostLives = 8;

/**
 * One order's life in virtual time, over the real runtime and a journal that outlives its processes: a purchase order, an
 * ERP, a warehouse, a partner, operators, a network that loses, delays, repeats and reorders, and deaths in between.
 */
export async function simulateRun(request: RunRequest): Promise<RunEnd> {
  const { seed, run, without, tell = () => {}, lookUpLies = false, listsNothing = false } = request;
  const chance = chanceOf(seed, run, without);
  const time = virtualTime('2026-03-02T08:00:00.000Z');
  const settled = settledEffects(time.now);
  const store = watched(memoryJournal(), settled);
  const isReconciled = request.reconciled ?? chance.is('reconciled', 0.25);
  const world = worldOf({ id, chance, time, tell, settled, isReconciled });
  planBuyer(world);
  if (isReconciled)
    lookForMissed(world, store, {
      name: 'erp',
      since: listsNothing ? nothing : world.erp.since,
    });
  const thrown: string[] = [];
  const ended = await live(world, store, { lookUpLies, thrown });
  const state = await stateIn(store, chance, thrown);
  const { erp, mailbox, replays, missed } = world;
  const isAcknowledged = mailbox.received.has('997/1');
  const { faults: inVain } = settled;
  const { faults } = chance;
  return { id, state, erp, mailbox, faults, replays, isAcknowledged, ended, at: time.clock(), missed, inVain, thrown };
}

async function* nothing(): AsyncIterable<readonly ObservedRecord[]> {}

function watched(store: Journal, settled: SettledEffects): Journal {
  const append: Journal['append'] = async (batch) => {
    const result = await store.append(batch);
    if (result.status === 'appended') settled.committed(batch);
    return result;
  };
  return { ...store, append };
}

interface Living {
  readonly lookUpLies: boolean;
  readonly thrown: string[];
}

/** One process after the other until nothing is due any more; false when it does not come to that. */
async function live(world: World, store: Journal, { lookUpLies, thrown }: Living): Promise<boolean> {
  const { time, chance, tell } = world;
  let process = born(world, store, 0, lookUpLies);
  for (let step = 0; step < mostSteps; step++) {
    const [planned, stored = ''] = [time.next(), await store.next()];
    const due = stored === '' ? Number.POSITIVE_INFINITY : Date.parse(stored);
    if (world.inbox.length === 0) {
      const next = Math.min(due, planned ?? Number.POSITIVE_INFINITY);
      if (next === Number.POSITIVE_INFINITY) return true;
      time.moveTo(next);
    }
    const results = await Promise.allSettled([
      // Nothing in the journal is due before its time: there is no use in asking.
      ...(due <= time.now() ? [process.runtime.work({ limit: 4 }), process.runtime.fireTimers()] : []),
      ...arrivals(world, process),
    ]);
    for (const result of results)
      if (result.status === 'rejected' && !(result.reason instanceof Died)) thrown.push(String(result.reason));
    if (!process.life.died()) continue;
    time.moveTo(time.now() + chance.between(`down/${process.number}`, 1, 90) * 1000);
    tell(`${time.clock()} process ${process.number} is dead, another begins`);
    process = born(world, store, process.number + 1, lookUpLies);
    await process.runtime.recover().catch(() => {});
  }
  return false;
}

function born(world: World, store: Journal, number: number, lookUpLies: boolean): Process {
  const { chance, time, erp, mailbox, settled } = world;
  const life = beginLife(store, chance, number, number < mostLives);
  const runtime = createRuntime({
    journal: life.journal,
    policy: defaultPolicy,
    performers: connections({ chance, time, erp, mailbox, life, settled, lookUpLies }),
    clock: time.clock,
    // Some start again under their name and take their claims back; some are replaced, and the claims run out.
    worker: chance.is('restarts under its name', 0.5) ? 'w' : `w${number}`,
    snapshotEvery: Math.floor(2 ** chance.between('snapshots', 0, 4)),
    onNote: (note) => {
      world.tell(`${note.at} ${note.type}: ${note.message}`);
      operators(world, note);
    },
  });
  return { number, life, runtime };
}

/** Everything that has come by now, each told to the process; what died on the way is sent again by who sent it. */
function arrivals(world: World, process: Process): readonly Promise<void>[] {
  const due = world.time.due().map((what) => what());
  const taken = world.inbox.splice(0);
  return [
    ...due,
    ...taken.map(async (deliver) => {
      try {
        await deliver(process);
      } catch (error) {
        world.time.after(20, async () => void world.inbox.push(deliver));
        throw error;
      }
    }),
  ];
}

/** The order as the journal has it; now and then it is held against what its events alone lead to. */
async function stateIn(store: Journal, chance: Chance, thrown: string[]): Promise<OrderState> {
  const state = (await loadOrder(store, id, defaultPolicy))?.state ?? empty(id);
  if (!chance.is('replayed', 0.1)) return state;
  const events: OrderEvent[] = [];
  for await (const event of store.events(id)) events.push(event);
  if (!isDeepStrictEqual(replay(id, events, defaultPolicy), state))
    thrown.push('the journal has another state than its events lead to');
  return state;
}
