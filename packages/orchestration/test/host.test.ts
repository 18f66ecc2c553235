import { defaultPolicy, type Effect, type OrderEvent, type OrderState } from '@dist/orchestration';
import { memoryJournal, type Outcome, type Performers } from '@dist/orchestration/runtime';
import { given } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { advance } from '../src/host/advance.ts';
import { dispatchTo } from '../src/host/dispatch-to.ts';
import { fire } from '../src/host/fire.ts';
import { type HostedOrder, newHostedOrder } from '../src/host/hosted-order.ts';
import { join, leave, type PartnerQueues } from '../src/host/partner-queues.ts';
import { performEffect } from '../src/host/perform-effect.ts';
import { restateHost } from '../src/restate/restate-host.ts';
import { deliveryOf, outgoing, outside } from './outside.ts';
import { captured } from './sample.ts';

const id = 'northfield/PO-1';
const now = '2026-03-02T08:00:00.000Z';
const policyOf = () => defaultPolicy;

describe('a step of a hosted order', () => {
  const [capture] = given([captured()], { id }).events;
  const events: readonly OrderEvent[] = capture ? [capture] : [];

  it('sends the effects, arms the timers and counts', () => {
    const { hosted, send, arm } = advance(newHostedOrder(id), { events }, policyOf);
    expect(hosted.version).toBe(1);
    expect(send.map(({ key }) => key)).toEqual([`${id}/enrich`]);
    expect(arm).toEqual([{ timer: '855', due: '2026-03-03T08:00:00.000Z' }]);
    expect(hosted.armed).toEqual({ '855': '2026-03-03T08:00:00.000Z' });
  });

  it('R03 is none when the event was known: the same object, nothing sent, nothing armed', () => {
    const { hosted } = advance(newHostedOrder(id), { events }, policyOf);
    const again = advance(hosted, { events }, policyOf);
    expect(again.hosted).toBe(hosted);
    expect([...again.send, ...again.arm]).toEqual([]);
  });

  it('keeps the timers when no event came with it', () => {
    const { hosted } = advance(newHostedOrder(id), { events }, policyOf);
    const delivery = { ...deliveryOf('d'), order: id };
    const { hosted: after, arm } = advance(hosted, { events: [], deliveries: [delivery] }, policyOf);
    expect(after.armed).toEqual(hosted.armed);
    expect(arm).toEqual([]);
  });
});

describe('the queue of a partner', () => {
  const effect = (key: string, attempt = 1) => ({ ...deliveryOf(key), key, order: id, attempt });
  const joined = (...keys: readonly string[]) =>
    keys.reduce<PartnerQueues>((queues, key) => join(queues, effect(key)).queues, {});
  const keysOf = (queues: PartnerQueues) => Object.values(queues).map((queue) => queue.map(({ key }) => key));

  it('lets the first go, and holds the others back', () => {
    expect(join({}, effect('a')).send).toHaveLength(1);
    expect(join(joined('a'), effect('b')).send).toEqual([]);
  });

  it('keeps the place of what is tried again', () => {
    const again = join(joined('a', 'b'), effect('a', 2));
    expect(again.send.map(({ attempt }) => attempt)).toEqual([2]);
    expect(keysOf(again.queues)).toEqual([['a', 'b']]);
    expect(leave(again.queues, { key: 'a', attempt: 1 })).toEqual({ queues: again.queues, send: [] });
  });

  it('lets the next one go when the first has ended', () => {
    const { queues, send } = leave(joined('a', 'b', 'c'), { key: 'a', attempt: 1 });
    expect(send.map(({ key }) => key)).toEqual(['b']);
    expect(keysOf(queues)).toEqual([['b', 'c']]);
  });

  it('sends nothing when one that waits is given up, and is gone when it is empty', () => {
    expect(leave(joined('a', 'b'), { key: 'b', attempt: 1 })).toMatchObject({ send: [] });
    expect(leave(joined('a'), { key: 'a', attempt: 1 })).toEqual({ queues: {}, send: [] });
  });

  it('is for partners only, and for what belongs to an order', () => {
    const erp = { ...effect('a'), lane: 'erp:erp' };
    expect(join({}, erp)).toEqual({ queues: {}, send: [erp] });
    const free = { ...effect('a'), order: '' };
    expect(join({}, free)).toEqual({ queues: {}, send: [free] });
  });
});

describe('a wake-up call', () => {
  const hosted: HostedOrder = { ...newHostedOrder(id), armed: { '855': now } };

  it.each([
    ['of a timer that was given up is stale', '856', now, now, 'stale'],
    ['of a timer that has moved is stale', '855', '2026-03-02T07:00:00.000Z', now, 'stale'],
    ['that comes early has to come again', '855', now, '2026-03-02T07:59:59.500Z', 'early'],
    ['that is due is an event', '855', now, now, 'due'],
  ])('%s', (_, timer, due, at, status) => {
    expect(fire(hosted, { timer, due }, at).status).toBe(status);
  });
});

describe('one attempt, run as often as an engine likes', () => {
  const effect = (type: 'erp.submit' | 'document.send'): Effect => {
    const body = { type } as Effect['body'];
    const safety = type === 'erp.submit' ? 'lookupFirst' : 'idempotent';
    const rest = { order: id, partner: 'northfield', lane: 'erp:erp', class: 'realTime', priority: 5 } as const;
    return { key: `${id}/${type}`, body, safety, notBefore: now, attempt: 1, ...rest };
  };
  const options = (performers: Partial<Performers>) => ({
    policy: defaultPolicy,
    performers: outside(performers).performers,
    records: memoryJournal(),
    clock: () => now,
  });
  const classOf = ({ events }: { readonly events: readonly OrderEvent[] }) =>
    events.map((event) => (event.type === 'effect.failed' ? event.failure.class : event.type));

  it('what must be looked up runs once: a second run reports its answer as lost', async () => {
    let runs = 0;
    const submit = async () => {
      runs++;
      return {};
    };
    const host = options({ 'erp.submit': submit });
    expect(classOf(await performEffect(host, effect('erp.submit'), defaultPolicy))).toEqual(['effect.done']);
    expect(classOf(await performEffect(host, effect('erp.submit'), defaultPolicy))).toEqual(['inDoubt']);
    expect(runs).toBe(1);
    await performEffect(host, { ...effect('erp.submit'), attempt: 2 }, defaultPolicy);
    expect(runs).toBe(2);
  });

  it('R12 what was committed with an outcome is not committed again: the second run answers the same', async () => {
    let number = 0;
    const send = async (): Promise<Outcome> => {
      number++;
      const documents = [outgoing(`${id}/855`, `${number}`, `${number}`)];
      return { batch: { documents, effects: [deliveryOf(`${id}/855`, id)] }, sent: { controlNumber: `${number}` } };
    };
    const host = options({ 'document.send': send });
    const first = await performEffect(host, effect('document.send'), defaultPolicy);
    expect(await performEffect(host, effect('document.send'), defaultPolicy)).toEqual(first);
    expect(first.deliveries.map(({ key }) => key)).toEqual([`deliver/${id}/855`]);
    expect(number).toBe(1);
  });

  it('R12 takes the next number when another was faster', async () => {
    const host = options({});
    const records = host.records;
    let raced = false;
    const racing: typeof records = {
      ...records,
      append: async (batch) => {
        const other = { sequences: [{ name: 'isa', expected: 0, next: 1 }] };
        if (!raced && batch.sequences !== undefined) await records.append(other);
        raced ||= batch.sequences !== undefined;
        return records.append(batch);
      },
    };
    const performed = await performEffect({ ...host, records: racing }, effect('document.send'), defaultPolicy);
    expect(performed.events).toMatchObject([{ type: 'effect.done', sent: { controlNumber: '000000002' } }]);
  });

  it('what one order tells another is an event whose key is the effect, and no performer is asked', async () => {
    const told = { type: 'hold.placed', hold: 'h', reason: 'r' };
    const body = { type: 'order.tell', to: 'northfield/load/1', told } as Effect['body'];
    const { tell, events } = await performEffect(options({}), { ...effect('document.send'), body }, defaultPolicy);
    expect(tell).toMatchObject({ order: 'northfield/load/1', events: [{ ...told, key: `${id}/document.send` }] });
    expect(events).toMatchObject([{ type: 'effect.done' }]);
  });

  it('what cannot be committed has failed', async () => {
    const host = options({ 'document.send': async () => ({ batch: { documents: [outgoing('d', 'new', '2')] } }) });
    await host.records.append({ documents: [outgoing('d', 'old', '1')] });
    expect(classOf(await performEffect(host, effect('document.send'), defaultPolicy))).toEqual(['system']);
  });
});

describe('a host in the place of a runtime', () => {
  const calls: string[] = [];
  const host = {
    dispatch: async (order: string) => ({ version: calls.push(`dispatch ${order}`) }),
    read: async (): Promise<OrderState | undefined> => undefined,
    deliver: async (deliveries: readonly { readonly key: string }[]) => {
      calls.push(...deliveries.map(({ key }) => `deliver ${key}`));
    },
  };

  it('R01 tells the orders, commits what comes with it, then delivers; a conflict delivers nothing', async () => {
    const { dispatch } = dispatchTo(host, memoryJournal());
    const [event] = given([captured()], { id }).events;
    const events = event ? [event] : [];
    const marks = [{ key: 'isa/1', expected: undefined, value: 'hash' }];
    const batch = { marks, effects: [deliveryOf('997/1')] };
    expect(await dispatch({ id, events }, batch)).toEqual({ status: 'appended' });
    expect(calls).toEqual([`dispatch ${id}`, 'deliver deliver/997/1']);
    expect(await dispatch({ id, events }, batch)).toMatchObject({ status: 'conflict', what: 'mark' });
    expect(calls.slice(2)).toEqual([`dispatch ${id}`]);
  });
});

describe('the address of an order in Restate', () => {
  it('keeps what an id has in it, and says what Restate has answered', async () => {
    const urls: string[] = [];
    const send: typeof fetch = async (url) => {
      urls.push(String(url));
      return new Response('no such service', { status: 404 });
    };
    const host = restateHost({ ingress: 'http://127.0.0.1:8080/', fetch: send });
    await expect(host.read('a/b c?d#ü')).rejects.toThrow('404');
    expect(urls).toEqual(['http://127.0.0.1:8080/dist-orders/a%2Fb%20c%3Fd%23%C3%BC/read']);
  });

  it('says that no worker may be there when nothing is answered', async () => {
    const send: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const host = restateHost({ ingress: 'http://127.0.0.1:8080/', fetch: send, timeout: 5 });
    await expect(host.read('a')).rejects.toThrow(
      'Restate did not answer dist-orders/a/read within 5 ms: is a worker registered and running?',
    );
  });
});
