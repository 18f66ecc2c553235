import {
  defaultPolicy,
  type Effect,
  empty,
  enrich,
  type OrderEvent,
  type OrderState,
  phase,
  transition,
} from '@dist/orchestration';
import { later } from '../src/core/instant.ts';
import { captured, line, masterData, order } from './sample.ts';

/** What went wrong, how often, and what the outside has in the end. */
export interface Simulation {
  readonly state: OrderState;
  /** Orders at the ERP by our reference: it has no idempotency, so each submit that arrives makes one. */
  readonly erpOrders: ReadonlyMap<string, number>;
  readonly published: ReadonlyMap<string, number>;
  readonly faults: { lost: number; crashes: number; transport: number; repeated: number };
  readonly steps: number;
}

interface Job {
  readonly at: string;
  readonly run: () => void;
}

const policy = { ...defaultPolicy, channels: { ...defaultPolicy.channels } };

/**
 * One order against a hostile outside in virtual time: answers get lost before or after the ERP has booked, workers die
 * between doing and saying, everything may be told twice, the partner rejects, the buyer cancels.
 */
export function simulate(random: () => number, edi: boolean, split: boolean): Simulation {
  const world = createWorld(random);
  const { tell, faults } = world;
  const share = (store: string, value: string) => ({
    location: { scheme: 'buyer' as const, value: store },
    quantity: { value, unit: 'C62' },
  });
  const allocations = split && edi ? { allocations: [share('0012', '4'), share('0013', '2')] } : {};
  const of = order(
    [line('1', 'AX-100', '6', 'C62', allocations), line('2', 'AX-200', '2')],
    edi ? {} : { channel: 'shop', parties: {} },
  );
  tell(0, { ...captured(of), v: 2 } as OrderEvent);
  if (random() < 0.3) tell(random() * 60, { type: 'cancel.requested', cancel: 'c', reason: 'changed mind' });
  if (random() < 0.3) {
    tell(random() * 5, { type: 'hold.placed', hold: 'credit', reason: 'limit' });
    tell(30 + random() * 60, { type: 'hold.released', hold: 'credit', by: 'credit desk' });
  }
  const steps = world.run();
  return { state: world.state(), erpOrders: world.erpOrders, published: world.published, faults, steps };
}

type Told = OrderEvent extends infer Event
  ? Event extends OrderEvent
    ? Omit<Event, 'key' | 'at' | 'v'> & { key?: string }
    : never
  : never;

function createWorld(random: () => number) {
  let state = empty('order-1');
  let now = '2026-03-02T08:00:00.000Z';
  let count = 0;
  const jobs: Job[] = [];
  const erpOrders = new Map<string, number>();
  const shippedParts = new Set<string>();
  const cancelledParts = new Set<string>();
  const published = new Map<string, number>();
  const faults = { lost: 0, crashes: 0, transport: 0, repeated: 0 };
  const replayed = new Set<string>();

  const after = (seconds: number, run: () => void) => jobs.push({ at: later(now, seconds), run });
  const tell = (seconds: number, told: Told) => {
    const key = told.key ?? `e${count++}`;
    after(seconds, () => apply({ ...told, key, at: now, v: 2 } as OrderEvent));
    if (random() < 0.15) {
      faults.repeated++;
      after(seconds + random() * 200, () => apply({ ...told, key, at: now, v: 2 } as OrderEvent));
    }
  };

  function apply(event: OrderEvent): void {
    const step = transition(state, event, policy);
    if (step.state === state && step.effects.length > 0) throw new Error('effects without a change');
    state = step.state;
    for (const effect of step.effects) {
      const wait = (Date.parse(effect.notBefore) - Date.parse(now)) / 1000;
      after(Math.max(0, wait) + random() * 5, () => perform(effect, false));
    }
    for (const [key, entry] of Object.entries(state.effects)) {
      // A person mends what waits for one, but only once: some orders must end parked.
      if (entry.status !== 'parked' || replayed.has(key)) continue;
      replayed.add(key);
      tell(100, { type: 'operator.replayed', effect: key, by: 'operator', reason: 'mended' });
    }
    for (const hold of Object.keys(state.holds)) {
      if (hold === 'credit' || replayed.has(hold)) continue;
      replayed.add(hold);
      tell(50, { type: 'hold.released', hold, by: 'master data desk' });
    }
  }

  function perform(effect: Effect, reclaimed: boolean): void {
    const entry = state.effects[effect.key];
    if (entry?.status !== 'issued' || entry.attempt !== effect.attempt) return;
    const { key: name, attempt } = effect;
    const fail = (seconds: number, errorClass: 'inDoubt' | 'transport') =>
      tell(seconds, {
        type: 'effect.failed',
        effect: name,
        attempt,
        failure: { class: errorClass, code: errorClass, message: errorClass },
      });
    // The rule of the runtime: what is looked up first is never run again when its worker died.
    if (reclaimed && effect.safety === 'lookupFirst') return void fail(0, 'inDoubt');
    if (random() < 0.1) {
      faults.transport++;
      return void fail(1, 'transport');
    }
    const lostBefore = random() < 0.1;
    if (lostBefore && effect.safety === 'lookupFirst') {
      faults.lost++;
      return void fail(30, 'inDoubt');
    }
    const answers = outside(effect);
    if (random() < 0.12) {
      faults.crashes++;
      after(60, () => perform(effect, true));
      return;
    }
    if (random() < 0.15 && effect.safety === 'lookupFirst') {
      faults.lost++;
      return void fail(30, 'inDoubt');
    }
    for (const answer of answers) tell(random() * 10, answer);
    tell(random() * 10, { type: 'effect.done', effect: name, attempt });
  }

  /** Does the thing outside and gives what its answer would say. */
  function outside({ body, key }: Effect): Told[] {
    switch (body.type) {
      case 'order.enrich': {
        const incomplete = random() < 0.2;
        const result = enrich(
          body,
          incomplete ? { ...masterData, itemCrossReferences: [], items: [] } : masterData,
          policy,
        );
        if (result.type === 'enriched') return [{ ...result, type: 'order.enriched' }];
        return [{ type: 'order.unresolved', round: body.round, failures: result.failures }];
      }
      case 'erp.submit': {
        const { part } = body.request;
        erpOrders.set(part.externalReference, (erpOrders.get(part.externalReference) ?? 0) + 1);
        return [
          { type: 'erp.accepted', partId: part.partId, erp: body.erp, number: `SO-${part.partId}`, rejected: [] },
        ];
      }
      case 'erp.find':
        if (!erpOrders.has(body.externalReference))
          return [{ type: 'erp.notFound', partId: body.partId, attempt: body.attempt }];
        return [
          { type: 'erp.accepted', partId: body.partId, erp: body.erp, number: `SO-${body.partId}`, rejected: [] },
        ];
      case 'erp.cancel': {
        if (!erpOrders.has(body.externalReference)) throw new Error('a cancellation reached the ERP before the order');
        const lines = shippedParts.has(body.partId) ? [] : (partOf(body.partId)?.lines ?? []);
        if (lines.length > 0) cancelledParts.add(body.partId);
        return [{ type: 'cancel.result', cancel: body.cancel, partId: body.partId, lines }];
      }
      case 'document.send':
        published.set(key, (published.get(key) ?? 0) + 1);
        return [
          {
            type: 'acknowledgment.received',
            by: '997',
            document: key,
            status: random() < 0.05 ? 'rejected' : 'accepted',
            codes: [],
          },
        ];
      default:
        published.set(key, (published.get(key) ?? 0) + 1);
        return [];
    }
  }

  const partOf = (partId: string) => {
    const fact = state.facts['order.enriched'];
    return fact?.type === 'order.enriched' ? fact.parts.find((part) => part.partId === partId) : undefined;
  };

  /** The warehouse ships what the ERP has booked, in one go or two, and the ERP bills it, sometimes before we hear of it. */
  function shipWhatIsBooked(): void {
    const fact = state.facts['order.enriched'];
    if (fact?.type !== 'order.enriched') return;
    for (const part of fact.parts) {
      const { partId } = part;
      if (!erpOrders.has(part.externalReference) || shippedParts.has(partId) || cancelledParts.has(partId)) continue;
      shippedParts.add(partId);
      const base = {
        kind: 'shipment',
        version: '1',
        purpose: 'original',
        createdAt: now,
        shippedOn: now.slice(0, 10),
      } as const;
      const items = part.lines.map((share) => ({ orderNumber: 'SO', ids: [], ...share }));
      tell(random() * 50, {
        type: 'shipment.posted',
        partId,
        shipment: { ...base, shipmentId: `S-${partId}`, carrier: {}, parties: {}, references: [], units: [], items },
      });
      const lines = part.lines.map((share) => ({
        ids: [],
        price: { amount: '3.25' },
        net: String(Number(share.quantity.value) * 3.25),
        ...share,
      }));
      const total = String(lines.reduce((sum, { net }) => sum + Number(net), 0));
      const number = `I-${partId}`;
      tell(random() * 50, {
        type: 'invoice.posted',
        partId,
        invoice: {
          kind: 'invoice',
          version: '1',
          number,
          type: 'invoice',
          date: now.slice(0, 10),
          orderNumber: 'SO',
          shipmentIds: [],
          currency: 'USD',
          parties: {},
          references: [],
          lines,
          total,
        },
      });
      tell(200 + random() * 50, { type: 'payment.applied', invoice: number, amount: total });
    }
  }

  function run(): number {
    let steps = 0;
    for (; jobs.length > 0 && steps < 5000; steps++) {
      jobs.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      const job = jobs.shift();
      if (job === undefined) break;
      if (job.at > now) now = job.at;
      job.run();
      if (random() < 0.3) shipWhatIsBooked();
      if (jobs.length === 0 && ['fulfilling', 'backordered'].includes(phase(state))) shipWhatIsBooked();
    }
    return steps;
  }

  return { tell, run, state: () => state, erpOrders, published, faults };
}

/** A small generator of numbers from 0 to 1 (xorshift), so that a seed tells the whole story. */
export function seeded(seed: number): () => number {
  let x = seed >>> 0 || 1;
  return () => {
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x / 4294967296;
  };
}
