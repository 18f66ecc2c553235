import { defaultPolicy, enrichmentPerformer, type MasterData, type Policy } from '@dist/orchestration';
import { notOffered, type Performers } from '@dist/orchestration/runtime';
import { sendDocument } from './send-document.ts';

const masterData: MasterData = {
  version: '1',
  customers: [],
  itemCrossReferences: [],
  items: [{ sku: 'AX-100', ids: [], description: 'Hex bolt', baseUnit: 'C62', conversions: [] }],
  shipToCrossReferences: [
    { partner: 'northfield', scheme: 'buyer', value: '0012', customerNumber: 'C-1', shipToNumber: 'S-12' },
  ],
};

/** The default policy with a partner that answers no document by a 997. */
export const housePolicy: Policy = {
  ...defaultPolicy,
  version: 'replay-1',
  channels: { ...defaultPolicy.channels, edi: { acknowledge: true, functionalAcknowledgment: false, payment: true } },
};

/** A made-up ERP that takes every order, and the partner's endpoint. */
export function housePerformers(endpoint: string): Performers {
  return {
    ...notOffered(),
    'order.enrich': enrichmentPerformer({ resolve: async () => masterData }),
    'erp.submit': async ({ body: { erp, request } }) => ({
      events: [{ type: 'erp.accepted', partId: request.part.partId, erp, number: 'SO-1', rejected: [] }],
    }),
    'erp.find': async ({ body: { partId, attempt } }) => ({ events: [{ type: 'erp.notFound', partId, attempt }] }),
    'document.send': sendDocument(endpoint),
    'document.deliver': async () => ({}),
  };
}
