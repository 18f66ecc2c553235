import { defaultPolicy, enrichmentPerformer, type MasterData } from '@dist/orchestration';
import { type Journal, notOffered, type Outcome } from '@dist/orchestration/runtime';
import type { House } from './house.ts';

const masterData: MasterData = {
  version: '1',
  customers: [],
  itemCrossReferences: [],
  items: [{ sku: 'AX-100', ids: [], description: 'Hex bolt', baseUnit: 'C62', conversions: [] }],
  shipToCrossReferences: [
    { partner: 'northfield', scheme: 'buyer', value: '0012', customerNumber: 'C-1', shipToNumber: 'S-12' },
  ],
};

/** What is outside of the functions: an ERP that knows no idempotency, and a partner's mailbox. */
export interface Outside {
  /** Our reference → orders that the ERP has made for it. */
  readonly erpOrders: Map<string, number>;
  /** Keys of the documents that the partner has. */
  readonly mailbox: string[];
}

/** A house with made-up systems around it. Yours calls an ERP, and freezes and sends documents (`@dist/connectors`). */
export function madeUpHouse(journal: Journal, clock: () => string, outside: Outside): House {
  const nothing = async (): Promise<Outcome> => ({});
  const accepted = (partId: string, reference: string) =>
    ({ type: 'erp.accepted', partId, erp: 'erp', number: `SO ${reference}`, rejected: [] }) as const;
  return {
    journal,
    clock,
    policy: defaultPolicy,
    mostWaiting: 500,
    performers: {
      ...notOffered('credit.check', 'erp.cancel', 'erp.change', 'erp.shipment', 'erp.invoice', 'erp.credit'),
      ...notOffered('erp.cash', 'warehouse.release', 'warehouse.cancel', 'shop.fulfillment', 'shop.invoice'),
      ...notOffered('shop.cancel', 'shop.refund'),
      'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
      'erp.submit': async ({ body }) => {
        const { partId, externalReference } = body.request.part;
        outside.erpOrders.set(externalReference, (outside.erpOrders.get(externalReference) ?? 0) + 1);
        return { events: [accepted(partId, externalReference)] };
      },
      'erp.find': async ({ body: { partId, externalReference, attempt } }) => {
        const isThere = outside.erpOrders.has(externalReference);
        return { events: [isThere ? accepted(partId, externalReference) : { type: 'erp.notFound', partId, attempt }] };
      },
      'document.send': async ({ key }) => {
        outside.mailbox.push(key);
        return {};
      },
      'document.deliver': nothing,
    },
  };
}
