import { compare, equals } from '@dist/canonical/arithmetic';
import {
  defaultPolicy,
  enrichmentPerformer,
  lines,
  type OrderEvent,
  type OrderState,
  type Policy,
  phase,
} from '@dist/orchestration';
import { type Finding, orderReferences, type ReconcileRun, reconcile } from '@dist/orchestration/reconcile';
import {
  createRuntime,
  type Dispatch,
  type Journal,
  loadOrder,
  memoryJournal,
  type Runtime,
} from '@dist/orchestration/runtime';
import { outside } from '../outside.ts';
import { line, masterData, order } from '../sample.ts';
import { type Chance, chanceOf } from '../simulation/chance.ts';
import { type Happening, type OutOfBandErp, outOfBandErp } from './out-of-band-erp.ts';

/** How many orders, which chance, what goes wrong. */
export interface OutOfBandRequest {
  readonly orders: number;
  readonly seed: number;
  /** Part of the messages that are dropped, and of the orders that are edited; 0.05 each when absent. */
  readonly dropped?: number | undefined;
  readonly edited?: number | undefined;
  /** Probability that a run of reconciliation dies at each call of the journal; 0 when absent. */
  readonly killed?: number | undefined;
}

/** What a simulation came to. */
export interface OutOfBandEnd {
  /** What was wrong; empty when nothing was. */
  readonly faults: readonly string[];
  readonly dropped: number;
  readonly edited: number;
  readonly kills: number;
  readonly runs: readonly ReconcileRun[];
  /** Largest heap seen, in MiB. */
  readonly heap: number;
}

class Killed extends Error {}

/** Partners that acknowledge nothing by 997: a third of the steps less, and nothing that polls are about. */
const policy: Policy = {
  ...defaultPolicy,
  channels: { ...defaultPolicy.channels, edi: { ...defaultPolicy.channels.edi, functionalAcknowledgment: false } },
};

interface World {
  readonly request: OutOfBandRequest;
  readonly chance: Chance;
  readonly store: Journal;
  readonly erp: OutOfBandErp;
  readonly runtime: Runtime;
  readonly clock: () => string;
  readonly documents: Map<string, number>;
  readonly faults: string[];
  readonly late: Happening[];
  readonly end: { now: number; dropped: number; edited: number; kills: number; heap: number };
  readonly runs: ReconcileRun[];
}

/** A day of many orders in virtual time: booked, edited by hand, shipped, billed and paid, with a poll after each. */
export async function outOfBandRun(request: OutOfBandRequest): Promise<OutOfBandEnd> {
  const world = worldOf(request);
  await capture(world);
  await cycle(world, []);
  for (const what of ['edit', 'ship', 'bill', 'pay'] as const) {
    world.end.now += 3600_000;
    const happened = world.erp.act(what);
    await tell(
      world,
      happened.filter(({ heard }) => heard === 'at once'),
    );
    await cycle(
      world,
      happened.filter(({ heard }) => heard !== 'at once'),
    );
    world.late.push(...happened.filter(({ heard }) => heard === 'late'));
  }
  await tell(world, world.late);
  await settle(world);
  await nothingLeft(world);
  await judge(world);
  const { dropped, edited, kills, heap } = world.end;
  return { faults: world.faults, dropped, edited, kills, runs: world.runs, heap };
}

function worldOf(request: OutOfBandRequest): World {
  const { orders, seed, dropped = 0.05, edited = 0.05 } = request;
  const end = { now: Date.parse('2026-03-02T08:00:00.000Z'), dropped: 0, edited: 0, kills: 0, heap: 0 };
  const clock = () => new Date(end.now).toISOString();
  const store = memoryJournal();
  const chance = chanceOf(seed, 0);
  const erp = outOfBandErp({ chance, clock, pageSize: 40, dropped, edited });
  const documents = new Map<string, number>();
  const { performers } = outside({
    'order.enrich': orderReferences(store).remember(enrichmentPerformer({ resolve: async () => masterData })),
    'erp.submit': async ({ body, order: id }) => ({ events: [erp.book(body.request, id)] }),
    'document.send': async ({ key }) => {
      documents.set(key, (documents.get(key) ?? 0) + 1);
      return {};
    },
  });
  const runtime = createRuntime({
    journal: store,
    policy,
    performers,
    clock,
    worker: 'w',
    cache: orders,
    snapshotEvery: 3,
  });
  return { request, chance, store, erp, runtime, clock, documents, faults: [], late: [], end, runs: [] };
}

async function capture({ request, runtime, clock, chance }: World): Promise<void> {
  const all: Dispatch[] = [];
  for (let index = 1; index <= request.orders; index++) {
    const number = `PO-${index}`;
    const two = chance.is(`two lines/${index}`, 0.5);
    const asked = [line('1', 'AX-100', '6'), line('2', 'AX-200', '2')].slice(0, two ? 2 : 1);
    const at = clock();
    const event = { type: 'order.captured', key: 'in', at, v: 2, partner: 'northfield', receivedAt: at } as const;
    all.push({ id: `northfield/${number}`, events: [{ ...event, order: order(asked, { number }) }] });
  }
  await dispatchAll(runtime, all);
}

/** Many orders in one transaction. */
async function dispatchAll(runtime: Runtime, all: readonly Dispatch[]): Promise<void> {
  for (let start = 0; start < all.length; start += 100) await runtime.dispatch(all.slice(start, start + 100));
}

/** Messages of the ERP to the orders. */
async function tell({ runtime, clock }: World, happened: readonly Happening[]): Promise<void> {
  const all = happened.flatMap(({ name, order: id, event }): Dispatch[] =>
    event === undefined ? [] : [{ id, events: [{ ...event, key: name, at: clock(), v: 2 } as OrderEvent] }],
  );
  await dispatchAll(runtime, all);
}

/** Everything due is done. */
async function settle({ runtime }: World): Promise<void> {
  while ((await runtime.work({ limit: 200 })) > 0);
}

/** A poll a minute later; what nobody was told since the last one must be in its report. */
async function cycle(world: World, missed: readonly Happening[]): Promise<void> {
  const { end, faults, erp } = world;
  await settle(world);
  end.now += 60_000;
  end.edited += missed.filter(({ name }) => name.startsWith('edited/')).length;
  end.dropped += missed.filter(({ name }) => !name.startsWith('edited/')).length;
  const findings = await poll(world);
  const found = new Set(findings.map(({ order: id }) => id));
  for (const { name, order: id } of missed) if (!found.has(id)) faults.push(`${name} of ${id} was not found`);
  const strangers = new Set(
    findings.flatMap(({ kind, name }) => (kind === 'notInJournal' || kind === 'doubled' ? name : [])),
  );
  const isEdit = missed.some(({ name }) => name.startsWith('edited/'));
  for (const number of erp.keyed) if (isEdit && !strangers.has(number)) faults.push(`${number} was not reported`);
  end.heap = Math.max(end.heap, process.memoryUsage().heapUsed / 1_048_576);
  await settle(world);
}

/** One cycle: begun again until it comes to its end, however often it dies. */
async function poll(world: World, sweep = false): Promise<readonly Finding[]> {
  const { store, erp, clock, runs, request, end } = world;
  const findings: Finding[] = [];
  for (let life = 0; ; life++) {
    const journal = request.killed === undefined ? store : mortalJournal(world, life);
    const options = { journal, policy, worker: `r${life}`, clock, cache: 0 };
    const another = () => createRuntime({ ...options, performers: outside().performers });
    const runtime = request.killed === undefined ? world.runtime : another();
    try {
      const { locate } = orderReferences(store);
      const report = (some: readonly Finding[]): void => void findings.push(...some);
      runs.push(await reconcile({ ...options, runtime, observed: erp, locate, report, pageSize: 20, sweep }));
      return findings;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      end.kills++;
    }
  }
}

/** A journal whose process dies at some call: before it, or after it and nobody knows. */
function mortalJournal({ store, chance, request, clock }: World, life: number): Journal {
  const { killed = 0 } = request;
  let [calls, dead] = [0, false];
  const around =
    <Given extends readonly unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const name = `${clock()}/${life}/${calls++}`;
      dead ||= chance.goesWrong(`killed before/${name}`, life < 8 ? killed : 0);
      if (dead) throw new Killed();
      const answer = await call(...given);
      dead ||= chance.goesWrong(`killed after/${name}`, life < 8 ? killed : 0);
      if (dead) throw new Killed();
      return answer;
    };
  return { ...store, load: around(store.load), append: around(store.append), mark: around(store.mark) };
}

/** R28: run again over all that there is, nothing is told. */
async function nothingLeft(world: World): Promise<void> {
  world.end.now += 60_000;
  await poll(world, true);
  const told = world.runs.at(-1)?.told ?? 0;
  if (told > 0) world.faults.push(`a second look told ${told} things`);
}

async function judge({ store, erp, documents, faults, request }: World): Promise<void> {
  const bookings = new Map([...erp.bookings.values()].map((booking) => [booking.order, booking]));
  for await (const id of store.orders()) {
    const state = (await loadOrder(store, id, policy))?.state;
    const booking = bookings.get(id);
    if (state !== undefined && booking !== undefined) faults.push(...faultsOf(state, booking));
  }
  if (erp.bookings.size !== request.orders) faults.push(`the ERP has ${erp.bookings.size} orders`);
  for (const [document, times] of documents) if (times > 1) faults.push(`${document} went out ${times} times`);
}

/** What an order must have come to: what the ERP shipped and billed, once, and closed, held or cancelled. */
function faultsOf(
  state: OrderState,
  { edit, shipment, record }: OutOfBandErp['bookings'] extends ReadonlyMap<string, infer One> ? One : never,
): string[] {
  const faults: string[] = [];
  const where = phase(state);
  const say = (what: string): void => void faults.push(`${state.id} (${edit ?? 'as booked'}, ${where}): ${what}`);
  for (const { lineId, shipped, invoiced, over, cancelled, ordered } of lines(state)) {
    const left = shipment?.items.find((item) => item.lineId === lineId)?.quantity.value ?? '0';
    const there = record.lines.find((one) => one.lineId === lineId)?.quantity.value ?? '0';
    if (!equals(shipped, left)) say(`line ${lineId} shipped ${shipped}, there ${left}`);
    if (!equals(invoiced, left)) say(`line ${lineId} invoiced ${invoiced}, shipped ${left}`);
    if (edit !== 'more' && over !== '0') say(`line ${lineId} is over by ${over}`);
    if (edit === 'more' ? cancelled !== '0' : compare(there, ordered) + compare(cancelled, '0') !== 0)
      say(`line ${lineId} has ${cancelled} cancelled of ${ordered}, there ${there}`);
  }
  const ends: Readonly<Record<string, string>> = { more: 'held', price: 'held', cancelled: 'cancelled' };
  const wanted = edit === undefined && Object.keys(state.holds).length > 0 ? 'held' : (ends[edit ?? ''] ?? 'closed');
  if (where !== wanted)
    say(
      `it is not ${wanted}: ${Object.values(state.holds)
        .map(({ reason }) => reason)
        .join()}`,
    );
  if (Object.keys(state.conflicts).length > 0) say(`contradicts itself: ${Object.keys(state.conflicts).join()}`);
  return faults;
}
