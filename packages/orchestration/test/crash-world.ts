import { defaultPolicy, lines, type OrderEvent, phase } from '@dist/orchestration';
import { createRuntime, type Journal, loadOrder, type Runtime } from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { deliveryOf, type Outside, outgoing, outside } from './outside.ts';
import { captured, invoice, order, shipment } from './sample.ts';

export const id = 'northfield/PO-1';

/** A commit of the journal at which its process dies: the `at`-th, just before it or just after. */
export interface Crash {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** What the outside and the journal have in the end. */
export interface Ending {
  readonly phase: string | undefined;
  readonly lines: unknown;
  readonly erpOrders: ReadonlyMap<string, number>;
  /** Document → how many different bytes were delivered for it. */
  readonly delivered: Readonly<Record<string, number>>;
  /** Documents in the order of their first arrival. */
  readonly arrived: readonly string[];
  /** Control numbers of all that was delivered. */
  readonly numbers: readonly string[];
  readonly documents: readonly string[];
  readonly commits: number;
}

/**
 * One order from the partner's file to payment, each process dying where its crash says; the next one goes on from the
 * journal. `restart` is what comes after: the same worker, who recovers, or another, who waits for the claims to run out.
 */
export async function live(store: Journal, crashes: readonly Crash[], restart: 'same' | 'other'): Promise<Ending> {
  const world = outside();
  const time = { now: Date.parse('2026-03-02T08:00:00.000Z') };
  let commits = 0;
  for (let life = 0; ; life++) {
    const { journal, count } = mortal(store, crashes[life]);
    const worker = restart === 'same' ? 'w' : `w${life}`;
    const clock = () => new Date(time.now++).toISOString();
    const runtime = createRuntime({ journal, policy: defaultPolicy, performers: world.performers, clock, worker });
    const ended = await work({ runtime, journal, world, time, recovers: restart === 'same' }).catch(
      (error: unknown) => {
        if (error instanceof Died) return false;
        throw error;
      },
    );
    commits += count();
    if (ended) return endingOf(store, world, commits);
  }
}

class Died extends Error {}

/** The journal of one process: dead from its crash on, whoever asks. */
function mortal(store: Journal, crash: Crash | undefined): { readonly journal: Journal; count(): number } {
  let commits = 0;
  let dead = false;
  const commit = async <T>(write: () => Promise<T>): Promise<T> => {
    commits++;
    const dies = commits === crash?.at;
    if (dead || (dies && crash?.when === 'before')) {
      dead = true;
      throw new Died('the process died before the commit');
    }
    const result = await write();
    if (!dies) return result;
    dead = true;
    throw new Died('the process died after the commit');
  };
  const journal: Journal = {
    ...store,
    append: (batch) => commit(() => store.append(batch)),
    claim: (request) => commit(() => store.claim(request)),
    release: (worker) => commit(() => store.release(worker)),
  };
  return { journal, count: () => commits };
}

interface Life {
  readonly runtime: Runtime;
  readonly journal: Journal;
  readonly world: Outside;
  readonly time: { now: number };
  readonly recovers: boolean;
}

/** Until nothing is due any more. */
async function work({ runtime, journal, world, time, recovers }: Life): Promise<true> {
  if (recovers) await runtime.recover();
  for (let round = 0; round < 500; round++) {
    const took = await receive(runtime, journal, world);
    const heard = await listen(runtime, journal, world);
    if (took || heard || (await runtime.work({ limit: 3 })) > 0) continue;
    const next = await journal.next();
    if (next === undefined) return true;
    time.now = Math.max(time.now, Date.parse(next));
    await runtime.fireTimers();
  }
  throw new Error('it does not end');
}

/** R01: the partner sends its file again until it has the acknowledgment; interchange, events and answer are one commit. */
async function receive(runtime: Runtime, journal: Journal, world: Outside): Promise<boolean> {
  if (world.mailbox.has('997/1')) return false;
  if ((await journal.mark('isa/northfield/1')) === 'hash') return false;
  const number = await journal.sequence('isa');
  const controlNumber = String(number + 1).padStart(9, '0');
  await runtime.dispatch(
    { id, events: eventsOf(captured(order())) },
    {
      marks: [{ key: 'isa/northfield/1', expected: undefined, value: 'hash' }],
      sequences: [{ name: 'isa', expected: number, next: number + 1 }],
      documents: [outgoing('997/1', `${controlNumber} 997`, controlNumber)],
      effects: [deliveryOf('997/1')],
    },
  );
  return true;
}

/** What the ERP and the partner have to say next, from a watermark that is committed with what was heard. */
async function listen(runtime: Runtime, journal: Journal, world: Outside): Promise<boolean> {
  const heard = Number((await journal.mark('heard')) ?? 0);
  const event = newsOf(world)[heard];
  if (event === undefined) return false;
  const expected = heard === 0 ? undefined : String(heard);
  const marks = [{ key: 'heard', expected, value: String(heard + 1) }];
  await runtime.dispatch({ id, events: eventsOf(event) }, { marks });
  return true;
}

/** Grows only: what was said stays said. The ERP tells of goods and money as soon as it has the order, whoever knows of it. */
function newsOf({ erpOrders, mailbox }: Outside): readonly StoryEvent[] {
  if (!erpOrders.has('northfield.PO-1')) return [];
  const answer = (document: string): StoryEvent => ({
    type: 'acknowledgment.received',
    by: '997',
    document: `${id}/${document}`,
    status: 'accepted',
    codes: [],
  });
  const news = [shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']])];
  if (!['855', '856/S1', '810/I1'].every((document) => mailbox.has(`${id}/${document}`))) return news;
  return [
    ...news,
    answer('855'),
    answer('856/S1'),
    answer('810/I1'),
    { type: 'payment.applied', invoice: 'I1', amount: '78' },
  ];
}

function eventsOf(told: StoryEvent): readonly OrderEvent[] {
  return given([{ ...told, key: told.type === 'order.captured' ? 'in/1' : JSON.stringify(told) }]).events;
}

async function endingOf(store: Journal, world: Outside, commits: number): Promise<Ending> {
  const state = (await loadOrder(store, id, defaultPolicy))?.state;
  const documents: string[] = [];
  for await (const { key } of store.documents()) documents.push(key);
  return {
    phase: state && phase(state),
    lines: state && lines(state),
    erpOrders: world.erpOrders,
    delivered: Object.fromEntries([...world.mailbox].map(([key, { bytes }]) => [key, bytes.size])),
    arrived: [...world.mailbox.keys()].filter((key) => key.startsWith(id)),
    numbers: [...world.mailbox.values()].flatMap(({ bytes }) => [...bytes].map((text) => text.slice(0, 9))).sort(),
    documents: documents.sort(),
    commits,
  };
}
