import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { builtEntryOf } from './built-entry.mjs';
import { secondsOf } from './seconds-of.mjs';

const { orderEncoder } = await import(builtEntryOf('connectors', 'authoring'));
const { decodeSalesOrder, s4hana, unitTable } = await import(builtEntryOf('connectors', 's4hana'));
const { basic } = await import(builtEntryOf('connectors', 'index'));
const { vendorCodecs } = await import(builtEntryOf('connectors', 'codecs'));

const map = JSON.parse(
  readFileSync(join(import.meta.dirname, '../packages/connectors/src/s4hana/sales-order.json'), 'utf8'),
);
const lines = Array.from({ length: 10 }, (_, at) => String(at + 1));
const order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: '4500012',
  channel: 'edi',
  currency: 'USD',
  dates: { ordered: '2026-03-02', deliverBy: '2026-03-12' },
  parties: {
    buyer: { ids: [{ scheme: 'erp', value: '17100001' }] },
    shipTo: { ids: [{ scheme: 'erp', value: '17100012' }] },
  },
  references: [],
  ext: { 'sap-s4': { salesOrganization: '1710', distributionChannel: '10', division: '00' } },
  lines: lines.map((lineId) => ({
    lineId,
    ids: [{ scheme: 'seller', value: `AX-${lineId}00` }],
    quantity: { value: '24', unit: 'C62' },
    price: { amount: '3.25' },
  })),
};
const facts = { itemUnit: Object.fromEntries(lines.map((id) => [`AX-${id}00|PC`, `AX-${id}00|C62`])) };
/** What SAP answers of the same order. */
const answer = JSON.stringify({
  SalesOrder: '1000',
  PurchaseOrderByShipToParty: 'northfield.4500012',
  LastChangeDateTime: '/Date(1772438400000+0000)/',
  OverallSDProcessStatus: 'A',
  OverallDeliveryStatus: 'A',
  OverallSDDocumentRejectionSts: 'A',
  to_Item: {
    results: lines.map((id) => ({
      SalesOrderItem: String(Number(id) * 10),
      UnderlyingPurchaseOrderItem: id,
      Material: `AX-${id}00`,
      RequestedQuantity: '24.000',
      RequestedQuantityUnit: 'PC',
      SalesDocumentRjcnReason: '',
      to_ScheduleLine: { results: [{ DeliveredQtyInOrderQtyUnit: '0.000' }] },
    })),
  },
});
const encoder = orderEncoder(map, [], vendorCodecs);
const { body } = encoder.encode(order, 'northfield.4500012', facts);

/** What a connector's codec and its lists are asked to do. */
export const jobs = {
  /** An order of ten lines made ready to be sent, and the answer about it read. */
  async codec({ leastSeconds }) {
    const seconds = await secondsOf(() => {
      for (let times = 0; times < 100; times++) {
        const made = encoder.encode(order, 'northfield.4500012', facts);
        JSON.stringify(made.body);
        const read = decodeSalesOrder(JSON.parse(answer), unitTable);
        if (!made.ok || !read.ok) throw new Error('the order cannot be written or read');
      }
    }, leastSeconds);
    return { seconds: seconds / 100 };
  },

  /** JSON alone, of the same bodies. */
  async json({ leastSeconds }) {
    const text = JSON.stringify(body);
    const seconds = await secondsOf(() => {
      for (let times = 0; times < 100; times++) {
        JSON.stringify(JSON.parse(text));
        JSON.stringify(JSON.parse(answer));
      }
    }, leastSeconds);
    return { seconds: seconds / 100 };
  },

  /** Bytes of the heap that are alive after so many pages of ten deliveries each, the pages being made as they are asked for. */
  async pages({ pages }) {
    const pageSize = 10;
    // An answer comes in a turn of its own, as from a network: what Node frees after a turn only is not counted as alive.
    const fetch = async (url) => {
      await setImmediate();
      return Response.json({ d: { results: recordsOf(new URL(url), pages, pageSize) } });
    };
    const erp = s4hana({
      baseUrl: 'https://erp.invalid',
      auth: basic('user', 'pass'),
      rejectionReason: '61',
      pageSize,
      fetch,
    });
    let documents = 0;
    for await (const page of erp.shipments.list()) {
      if (!page.ok) throw new Error(page.failure.message);
      documents += page.items.length;
    }
    for (let turn = 0; turn < 5; turn++) {
      globalThis.gc();
      await setTimeout(20);
    }
    return { documents, bytes: process.memoryUsage().heapUsed };
  },
};

const day = 86_400_000;
const first = Date.UTC(1990, 0, 1);

/** Deliveries of a system that posts ten a day, from the day that is asked for; every other question has no answer. */
function recordsOf(url, pages, pageSize) {
  if (!url.pathname.includes('OutbDelivery')) return [];
  const since = /datetime'([^']+)'/.exec(url.searchParams.get('$filter'))?.[1];
  const from = Math.max(0, Math.round((Date.parse(`${since}Z`) - first) / day)) * pageSize;
  const start = from + Number(url.searchParams.get('$skip'));
  const end = Math.min(start + pageSize, pages * pageSize);
  return Array.from({ length: Math.max(end - start, 0) }, (_, at) => delivery(start + at, pageSize));
}

function delivery(number, pageSize) {
  const at = `/Date(${first + Math.floor(number / pageSize) * day})/`;
  return {
    DeliveryDocument: String(80_000_000 + number),
    LastChangeDate: at,
    ActualGoodsMovementDate: at,
    to_DeliveryDocumentItem: {
      results: [
        {
          ActualDeliveryQuantity: '24',
          DeliveryQuantityUnit: 'PC',
          Material: 'AX-100',
          ReferenceSDDocument: '4711',
          ReferenceSDDocumentItem: '10',
        },
      ],
    },
  };
}
