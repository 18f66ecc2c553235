import { defaultPolicy, type OrderEvent, type Policy, phase } from '@dist/orchestration';
import {
  type Journal,
  loadOrder,
  type Performers,
  type Report,
  type Runtime,
  type RuntimeOptions,
} from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { deliveryOf, outgoing, outside } from '../outside.ts';
import { captured, invoice, order, shipment } from '../sample.ts';

/**
 * Orders from the partner's file to payment, for measuring journals and engines by the same work: capture, enrichment,
 * submit, 855, 856 and 810 numbered, frozen and delivered, three 997s and the payment. Eight effects and ten commits each.
 * The outside answers at once, so that what is measured is ours.
 */
export interface OrderWorkload {
  readonly policy: Policy;
  readonly clock: RuntimeOptions['clock'];
  readonly performers: Performers;
  /** Brings the `index`-th order in. */
  capture(runtime: Pick<Runtime, 'dispatch'>, index: number): Promise<void>;
  /** Brings what the partner has to say of one order whose invoice has arrived; answers whether there was one. */
  answer(runtime: Pick<Runtime, 'dispatch'>): Promise<boolean>;
  /** Orders that were paid so far. */
  paid(): number;
  /** Of the first so many orders those that are not closed, or whose ERP order was made twice. */
  faults(journal: Journal, orders: number): Promise<readonly string[]>;
}

/** Control numbers are counted by partner; so many partners share the orders. */
const partners = 20;

export function orderWorkload(name = 'PO'): OrderWorkload {
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const clock = () => new Date(now++).toISOString();
  const invoiced: string[] = [];
  let paid = 0;
  const erp = outside();
  const world = outside({
    'erp.submit': async (effect, context) => {
      const outcome = await erp.performers['erp.submit'](effect, context);
      if (outcome.failure !== undefined) return outcome;
      const [goods, bill] = [shipment('S1', [['1', '24']]), invoice('I1', [['1', '24']])];
      return { events: [...(outcome.events ?? []), goods as Report, bill as Report] };
    },
    'document.send': async (effect, { journal }) => {
      const sequence = `isa/${numberOf(effect.order) % partners}`;
      const expected = await journal.sequence(sequence);
      const controlNumber = String(expected + 1).padStart(9, '0');
      const content = `${controlNumber} ${effect.key} ${JSON.stringify(effect.body)}`;
      return {
        batch: {
          sequences: [{ name: sequence, expected, next: expected + 1 }],
          documents: [outgoing(effect.key, content, controlNumber)],
          effects: [deliveryOf(effect.key, effect.order)],
        },
        sent: { controlNumber },
      };
    },
    'document.deliver': async ({ body: { document } }, { journal }) => {
      if ((await journal.document(document)) === undefined) throw new TypeError(`no document ${document}`);
      if (document.endsWith('/810/I1')) invoiced.push(document.slice(0, -'/810/I1'.length));
      return {};
    },
  });
  const idOf = (index: number) => `northfield/${name}-${index}`;
  return {
    policy: defaultPolicy,
    clock,
    performers: { ...world.performers },
    capture: async (runtime, index) => {
      const of = order(undefined, { number: `${name}-${index}` });
      await runtime.dispatch({ id: idOf(index), events: eventsAt(clock(), captured(of)) });
    },
    answer: async (runtime) => {
      const id = invoiced.shift();
      if (id === undefined) return false;
      const documents = ['855', '856/S1', '810/I1'].map((document) => answerTo(`${id}/${document}`));
      const money: StoryEvent = { type: 'payment.applied', invoice: 'I1', amount: '78' };
      await runtime.dispatch({ id, events: eventsAt(clock(), ...documents, money) });
      paid++;
      return true;
    },
    paid: () => paid,
    faults: async (journal, orders) => {
      const faults: string[] = [];
      for (let index = 0; index < orders; index++) {
        const loaded = await loadOrder(journal, idOf(index), defaultPolicy);
        if (loaded === undefined || phase(loaded.state) !== 'closed') faults.push(`${idOf(index)} is not closed`);
        if (erp.erpOrders.get(idOf(index).replace('/', '.')) !== 1) faults.push(`${idOf(index)} is not one ERP order`);
      }
      return faults;
    },
  };
}

/** So many milliseconds without any order paid are no slowness: something waits for a lease, or for an attempt that failed. */
const patience = 90_000;

/**
 * Brings so many orders in and works until all are paid. Each worker takes the next order when nothing waits for it, so
 * that the outbox is never empty nor long. Answers the seconds it took.
 *
 * @throws Error when nothing comes of it for long. The clock goes by how often it is asked: to wait for a lease takes minutes.
 */
export async function runOrders(
  workload: OrderWorkload,
  workers: readonly Pick<Runtime, 'dispatch' | 'work'>[],
  orders: number,
): Promise<number> {
  let next = 0;
  const began = performance.now();
  let last = began;
  await Promise.all(
    workers.map(async (worker) => {
      while (workload.paid() < orders) {
        if (performance.now() - last > patience)
          throw new Error(`${workload.paid()} of ${orders} orders are paid, and none in ${patience / 1000} s`);
        if (await workload.answer(worker)) {
          last = performance.now();
          continue;
        }
        if ((await worker.work({ limit: 8 })) > 0) continue;
        if (next < orders) await workload.capture(worker, next++);
        else await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }),
  );
  return (performance.now() - began) / 1000;
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

function answerTo(document: string): StoryEvent {
  return { type: 'acknowledgment.received', by: '997', document, status: 'accepted', codes: [] };
}

function eventsAt(startsAt: string, ...told: StoryEvent[]): readonly OrderEvent[] {
  return given(
    told.map((event) => ({ ...event, key: event.type === 'order.captured' ? 'in/1' : JSON.stringify(event) })),
    { startsAt },
  ).events;
}
