import type { Effect } from '@dist/orchestration';
import { enrichmentPerformer } from '@dist/orchestration';
import { type Journal, notOffered, type Outcome, type Performers } from '@dist/orchestration/runtime';
import { masterData } from './sample.ts';

/** The world outside of a runtime: an ERP without any idempotency, and a partner's mailbox. */
export interface Outside {
  /** Our reference → orders that the ERP has made for it: each submit that arrives makes one. */
  readonly erpOrders: Map<string, number>;
  /** ERP order numbers that were cancelled. */
  readonly cancelled: string[];
  /** Document → the different bytes that were delivered for it, and how often. */
  readonly mailbox: Map<string, { readonly bytes: Set<string>; times: number }>;
  readonly performers: Performers;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export function outside(more: Partial<Performers> = {}): Outside {
  const erpOrders = new Map<string, number>();
  const cancelled: string[] = [];
  const mailbox: Outside['mailbox'] = new Map();
  const performers: Performers = {
    ...notOffered(),
    'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
    'erp.submit': async ({ body }) => {
      const { externalReference, partId } = body.request.part;
      erpOrders.set(externalReference, (erpOrders.get(externalReference) ?? 0) + 1);
      return { events: [acceptance(partId, externalReference)] };
    },
    'erp.find': async ({ body }) => {
      const { externalReference, partId, attempt } = body;
      if (erpOrders.has(externalReference)) return { events: [acceptance(partId, externalReference)] };
      return { events: [{ type: 'erp.notFound', partId, attempt }] };
    },
    'erp.cancel': async ({ body }) => {
      const first = !cancelled.includes(body.number);
      if (first) cancelled.push(body.number);
      const lines = [{ lineId: '1', quantity: { value: '24', unit: 'C62' } }];
      return { events: [{ type: 'cancel.result', cancel: body.cancel, partId: body.partId, lines }] };
    },
    'document.send': freeze,
    'document.deliver': async ({ body }, { journal }) => {
      const document = await journal.document(body.document);
      if (document === undefined) throw new TypeError(`no document ${body.document}`);
      const delivered = mailbox.get(document.key) ?? { bytes: new Set<string>(), times: 0 };
      delivered.bytes.add(text(document.bytes));
      delivered.times++;
      mailbox.set(document.key, delivered);
      return {};
    },
    'shop.fulfillment': nothing,
    'shop.invoice': nothing,
    ...more,
  };
  return { erpOrders, cancelled, mailbox, performers };
}

function acceptance(partId: string, externalReference: string) {
  return { type: 'erp.accepted', partId, erp: 'erp', number: `SO ${externalReference}`, rejected: [] } as const;
}

async function nothing(): Promise<Outcome> {
  return {};
}

/** R12: number and bytes are committed before anything leaves; the delivery sends what was stored. */
async function freeze(effect: Effect, { journal }: { readonly journal: Journal }): Promise<Outcome> {
  const expected = await journal.sequence('isa');
  const controlNumber = String(expected + 1).padStart(9, '0');
  return {
    batch: {
      sequences: [{ name: 'isa', expected, next: expected + 1 }],
      documents: [outgoing(effect.key, `${controlNumber} ${effect.key}`, controlNumber)],
      effects: [deliveryOf(effect.key, effect.order)],
    },
    sent: { controlNumber },
  };
}

export function outgoing(key: string, content: string, controlNumber: string) {
  const about = { direction: 'out', partner: 'northfield', type: 'any', name: `${controlNumber}.edi` } as const;
  const bytes = new TextEncoder().encode(content);
  return { key, ...about, bytes, hash: content, controlNumbers: [controlNumber], at: '2026-03-02T08:00:00.000Z' };
}

export function deliveryOf(document: string, order = '') {
  return {
    key: `deliver/${document}`,
    order,
    body: { type: 'document.deliver', partner: 'northfield', document },
    lane: 'partner:northfield',
    priority: 5,
    notBefore: '2026-03-02T08:00:00.000Z',
    attempt: 1,
    safety: 'idempotent',
  } as const;
}
