import type { Order } from '@dist/canonical';
import { defaultPolicy, enrichmentPerformer, type MasterData, type OrderEvent, orderId } from '@dist/orchestration';
import { createRuntime, type Journal, notOffered, type Outcome, type Runtime } from '@dist/orchestration/runtime';

const masterData: MasterData = {
  version: '1',
  customers: [],
  itemCrossReferences: [],
  items: [{ sku: 'AX-100', ids: [], description: 'Hex bolt (sample)', baseUnit: 'C62', conversions: [] }],
  shipToCrossReferences: ['northfield', 'harborline'].map((partner) => ({
    partner,
    scheme: 'buyer',
    value: '0012',
    customerNumber: 'C1',
    shipToNumber: 'S12',
  })),
};

/** A house on a journal, with a clock that stands where it was put. */
export interface SampleHouse {
  readonly runtime: Runtime;
  /** Moves the clock on, and lets the house do what is due. */
  pass(minutes: number): Promise<void>;
  /** A purchase order comes in; answers its id. */
  order(partner: string, number: string): Promise<string>;
  tell(id: string, event: Untold): Promise<void>;
  now(): string;
  /** From now on the ERP takes all orders. */
  mend(): void;
}

type Untold = OrderEvent extends infer One ? (One extends OrderEvent ? Omit<One, 'key' | 'at' | 'v'> : never) : never;

const begin = Date.parse('2026-03-02T08:00:00.000Z');

/** Orders are taken by the ERP, except those whose number says otherwise: `…-rejected`, `…-refused` (the call fails). */
export function sampleHouse(journal: Journal): SampleHouse {
  let [minutes, told, isMended] = [0, 0, false];
  const now = () => new Date(begin + minutes * 60_000).toISOString();
  const base = (key: string) => ({ key, at: now(), v: 2 as const });
  const runtime = createRuntime({
    journal,
    policy: defaultPolicy,
    clock: now,
    worker: 'sample',
    performers: {
      ...notOffered(),
      'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
      'erp.submit': async ({ order, body }): Promise<Outcome> => {
        const { partId } = body.request.part;
        if (order.endsWith('-refused') && !isMended)
          return { failure: { class: 'system', code: 'out-of-order', message: 'The ERP is out of order' } };
        if (order.endsWith('-rejected'))
          return { events: [{ type: 'erp.rejected', partId, reason: 'item', message: 'No such item' }] };
        const number = `SO-${order.split('/').at(-1)}`;
        return { events: [{ type: 'erp.accepted', partId, erp: body.erp, number, rejected: [] }] };
      },
      'document.send': async () => ({ sent: { controlNumber: '000000001' } }),
      'document.deliver': async () => ({}),
    },
  });
  return {
    runtime,
    now,
    mend: () => {
      isMended = true;
    },
    async pass(more) {
      minutes += more;
      for (let done = 1; done > 0; ) done = (await runtime.fireTimers()) + (await runtime.work());
    },
    async order(partner, number) {
      const order = orderOf(number);
      const id = orderId(partner, order);
      const received = { type: 'order.captured', partner, order, receivedAt: now(), ...base(`in/${number}`) } as const;
      await runtime.dispatch({ id, events: [received] });
      return id;
    },
    async tell(id, event) {
      await runtime.dispatch({ id, events: [{ ...event, ...base(`desk/${++told}`) } as OrderEvent] });
    },
  };
}

function orderOf(number: string): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number,
    channel: 'edi',
    currency: 'USD',
    dates: {},
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }] } },
    references: [],
    lines: [{ lineId: '1', ids: [{ scheme: 'seller', value: 'AX-100' }], quantity: { value: '24', unit: 'C62' } }],
  };
}
