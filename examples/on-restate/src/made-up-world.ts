import { enrichmentPerformer, type MasterData } from '@dist/orchestration';
import { notOffered, type Performers } from '@dist/orchestration/runtime';

const masterData: MasterData = {
  version: '1',
  customers: [],
  itemCrossReferences: [],
  items: [{ sku: 'AX-100', ids: [], description: 'Hex bolt', baseUnit: 'C62', conversions: [] }],
  shipToCrossReferences: [
    { partner: 'northfield', scheme: 'buyer', value: '0012', customerNumber: 'C-1', shipToNumber: 'S-12' },
  ],
};

/** What is outside: an ERP that knows no idempotency, and a partner's mailbox. */
export interface MadeUpWorld {
  /** Our references, one for each order that the ERP has made. */
  readonly erpOrders: string[];
  /** Keys of the documents that the partner has. */
  readonly mailbox: string[];
}

/** Performers of a worker around that world. */
export function performersOf({ erpOrders, mailbox }: MadeUpWorld): Performers {
  const accepted = (partId: string, erp: string, reference: string) =>
    ({ type: 'erp.accepted', partId, erp, number: `SO ${reference}`, rejected: [] }) as const;
  return {
    ...notOffered(),
    'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
    'erp.submit': async ({ body: { erp, request } }) => {
      const { partId, externalReference } = request.part;
      erpOrders.push(externalReference);
      return { events: [accepted(partId, erp, externalReference)] };
    },
    'erp.find': async ({ body: { partId, externalReference, attempt, erp } }) => ({
      events: [
        erpOrders.includes(externalReference)
          ? accepted(partId, erp, externalReference)
          : { type: 'erp.notFound', partId, attempt },
      ],
    }),
    'document.send': async ({ key }) => {
      mailbox.push(key);
      return {};
    },
    'document.deliver': async () => ({}),
  };
}
