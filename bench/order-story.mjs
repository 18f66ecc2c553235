const ids = { buyer: 'northfield', erp: 'erp', sku: 'AX-100' };

/**
 * The life of one order as events: captured, matched with master data, accepted; then so many shipments of each line, each with
 * its notice sent, invoice posted and invoice sent; and where `answered`, the partner's answers and the payment as well.
 */
export function orderStory({ id = 'order-1', lines = 2, shipments = 1, answered = false }) {
  let minute = 0;
  const events = [];
  const tell = (type, fields) => {
    const at = new Date(Date.UTC(2026, 2, 2, 8, minute++)).toISOString();
    events.push({ type, key: `event-${minute}`, at, v: 2, ...fields });
  };
  const lineIds = Array.from({ length: lines }, (_, index) => String(index + 1));
  const amounts = lineIds.map((lineId) => ({ lineId, quantity: { value: '24', unit: 'C62' } }));
  const done = (name) => tell('effect.done', { effect: `${id}/${name}`, attempt: 1 });
  tell('order.captured', {
    partner: ids.buyer,
    order: orderOf(lineIds, shipments),
    receivedAt: '2026-03-02T08:00:00.000Z',
  });
  tell('order.enriched', enrichedOf(lineIds, shipments));
  tell('erp.accepted', { partId: '1', erp: ids.erp, number: 'SO-1', rejected: [] });
  done('erp.submit/1');
  done('855');
  for (let number = 1; number <= shipments; number++) {
    tell('shipment.posted', { partId: '1', shipment: shipmentOf(`S${number}`, amounts) });
    done(`856/S${number}`);
    tell('invoice.posted', { partId: '1', invoice: invoiceOf(`I${number}`, amounts) });
    done(`810/I${number}`);
    if (!answered) continue;
    for (const name of [`856/S${number}`, `810/I${number}`])
      tell('acknowledgment.received', { document: `${id}/${name}`, by: '997', status: 'accepted', codes: [] });
    tell('payment.applied', { invoice: `I${number}`, amount: String(78 * lines) });
  }
  return events;
}

const quantityOf = (shipments) => ({ value: String(24 * shipments), unit: 'C62' });

function orderOf(lineIds, shipments) {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number: 'PO-1',
    channel: 'edi',
    currency: 'USD',
    dates: { ordered: '2026-03-02' },
    parties: { shipTo: { ids: [{ scheme: 'buyer', value: '0012' }], name: 'Northfield Stores 12' } },
    references: [{ type: 'department', value: '042' }],
    terms: { netDays: 30 },
    lines: lineIds.map((lineId) => ({
      lineId,
      ids: [
        { scheme: 'buyer', value: `B-${ids.sku}` },
        { scheme: 'seller', value: ids.sku },
      ],
      quantity: quantityOf(shipments),
      price: { amount: '3.25' },
    })),
  };
}

function enrichedOf(lineIds, shipments) {
  const quantity = quantityOf(shipments);
  const lines = lineIds.map((lineId) => ({ lineId, sku: ids.sku, ordered: quantity, base: quantity, units: [] }));
  const part = { partId: '1', erp: ids.erp, externalReference: 'northfield.PO-1.1' };
  return { lines, parts: [{ ...part, lines: lineIds.map((lineId) => ({ lineId, quantity })) }], used: [] };
}

function shipmentOf(shipmentId, amounts) {
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId,
    createdAt: '2026-03-03T10:00:00Z',
    shippedOn: '2026-03-03',
    carrier: { scac: 'ABCD' },
    parties: {},
    references: [{ type: 'billOfLading', value: `BOL-${shipmentId}` }],
    units: [{ unitId: 'C1', type: 'carton', sscc: '000123456000000012' }],
    items: amounts.map((amount) => ({ orderNumber: 'SO-1', unitId: 'C1', ids: [], ...amount })),
  };
}

function invoiceOf(number, amounts) {
  return {
    kind: 'invoice',
    version: '1',
    number,
    type: 'invoice',
    date: '2026-03-03',
    orderNumber: 'SO-1',
    shipmentIds: [],
    currency: 'USD',
    parties: {},
    references: [],
    lines: amounts.map((amount) => ({ ids: [], price: { amount: '3.25' }, net: '78', ...amount })),
    total: String(78 * amounts.length),
  };
}
