// A worker process of the crash tests: takes what the outside sends, works, fires timers, until it is killed. Whatever it
// is about to commit and has committed it tells the outside first, so that it can be killed at that very instant.
import { setTimeout as wait } from 'node:timers/promises';
import { createRuntime, type Journal, type Performers, type Runtime } from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { deliveryOf, outgoing, outside } from '../outside.ts';
import { captured, order } from '../sample.ts';
import { crashPolicy, times } from './crash-policy.ts';
import type { News } from './crash-world.ts';
import { openStore } from './open-store.ts';
import { roundClock, type WorkerSettings } from './worker-settings.ts';

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '');
const clock = roundClock(settings);
await main();

async function main(): Promise<void> {
  const store = await patiently(() => openStore(settings.store));
  const journal = telling(store.journal);
  const policy = () => crashPolicy(settings.release);
  const { worker } = settings;
  const runtime = createRuntime({
    journal,
    policy,
    performers: performers(),
    clock,
    worker,
    ...times,
    snapshotEvery: 4,
  });
  await patiently(() => runtime.recover());
  for (;;) {
    const [took, heard, done, fired] = await patiently(() => round(runtime, store.journal));
    if (took + heard.news + done + fired > 0) {
      await ask('busy', {});
      continue;
    }
    const next = await patiently(() => store.journal.next());
    await ask(next === undefined ? 'idle' : 'busy', { heard: String(heard.all) });
    await wait(20);
  }
}

/** A server that is gone comes back; a file that fails is a fault. */
async function patiently<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (settings.store.kind === 'sqlite') throw error;
      await wait(50);
    }
  }
}

interface Heard {
  readonly news: number;
  readonly all: number;
}

async function round(runtime: Runtime, journal: Journal): Promise<readonly [number, Heard, number, number]> {
  const took = await receive(runtime, journal);
  const heard = await listen(runtime, journal);
  const done = await runtime.work({ limit: 4 });
  return [took, heard, done, await runtime.fireTimers()];
}

/** R01: interchange, events and answer are one commit. */
async function receive(runtime: Runtime, journal: Journal): Promise<number> {
  let taken = 0;
  for (const number of await ask<string[]>('inbox', {})) {
    const mark = `isa/northfield/${number}`;
    if ((await journal.mark(mark)) !== undefined) continue;
    const expected = await journal.sequence('isa');
    const controlNumber = String(expected + 1).padStart(9, '0');
    const result = await runtime.dispatch(
      { id: `northfield/${number}`, events: eventsOf(captured(order(undefined, { number }), { at: clock() })) },
      {
        marks: [{ key: mark, expected: undefined, value: 'hash' }],
        sequences: [{ name: 'isa', expected, next: expected + 1 }],
        documents: [outgoing(`997/${number}`, `${controlNumber} 997/${number}`, controlNumber)],
        effects: [deliveryOf(`997/${number}`)],
      },
    );
    if (result.status === 'appended') taken++;
  }
  return taken;
}

/** What the ERP and the partner have said, from a watermark that is committed with what was heard. */
async function listen(runtime: Runtime, journal: Journal): Promise<Heard> {
  const before = Number((await journal.mark('heard')) ?? 0);
  const news = await ask<News[]>('news', { after: String(before) });
  let count = before;
  for (const { order: id, event } of news.slice(0, 3)) {
    const marks = [{ key: 'heard', expected: count === 0 ? undefined : String(count), value: String(count + 1) }];
    const result = await runtime.dispatch({ id, events: eventsOf(event) }, { marks });
    if (result.status !== 'appended') break;
    count++;
  }
  return { news: count - before, all: count };
}

function eventsOf(told: StoryEvent) {
  const key = told.type === 'order.captured' ? 'in/1' : JSON.stringify(told);
  return given([{ ...told, key, at: clock() }]).events;
}

/** The effects that reach the outside do so over the network, and may be done though their worker never heard of it. */
function performers(): Performers {
  return outside({
    'erp.submit': async ({ body }, { signal }) => {
      const { partId, externalReference: reference } = body.request.part;
      const { silent } = await ask<{ silent: boolean }>('submit', { reference }, signal);
      return silent ? {} : { events: [acceptance(partId, reference)] };
    },
    'erp.find': async ({ body: { partId, attempt, externalReference: reference } }, { signal }) => {
      const found = await ask<boolean>('find', { reference }, signal);
      return { events: [found ? acceptance(partId, reference) : { type: 'erp.notFound', partId, attempt }] };
    },
    'credit.check': async ({ order: reference }, { signal }) => {
      await ask('credit', { reference }, signal);
      return { events: [{ type: 'credit.decided', approved: true, reason: 'limit', by: 'bureau' }] };
    },
    'document.deliver': async ({ body }, { journal, signal }) => {
      const document = await journal.document(body.document);
      if (document === undefined) throw new TypeError(`no document ${body.document}`);
      await ask('deliver', { document: document.key, bytes: new TextDecoder().decode(document.bytes) }, signal);
      return {};
    },
  }).performers;
}

function acceptance(partId: string, reference: string) {
  return { type: 'erp.accepted', partId, erp: 'erp', number: `SO ${reference}`, rejected: [] } as const;
}

/** The journal as it is, telling of each commit before and after it. */
function telling(journal: Journal): Journal {
  const told = async <T>(what: string, commit: () => Promise<T>): Promise<T> => {
    await ask('instant', { name: `before ${what}` });
    const result = await commit();
    await ask('instant', { name: `after ${what}` });
    return result;
  };
  return {
    ...journal,
    append: (batch) => told(batch.settle === undefined ? 'append' : 'settle', () => journal.append(batch)),
    claim: async (request) => {
      const claims = await journal.claim(request);
      if (claims.length > 0) await ask('instant', { name: 'after claim' });
      return settings.blind ? claims.map((claim) => ({ ...claim, reclaimed: false })) : claims;
    },
  };
}

async function ask<T>(call: string, asked: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<T> {
  const body = JSON.stringify({ ...asked, worker: settings.worker });
  const response = await fetch(`${settings.world}/${call}`, { method: 'POST', body, signal: signal ?? null });
  return (await response.json()) as T;
}
