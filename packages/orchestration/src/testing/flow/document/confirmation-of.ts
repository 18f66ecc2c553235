import type { FulfillmentConfirmation, Order } from '@dist/canonical';
import type { FlowEventOf } from '../flow-event.ts';
import { lineAmountOf } from './amount-of.ts';

/** What a 945 says left the warehouse. */
export function confirmationOf(
  event: FlowEventOf<'945 received'>,
  request: string,
  at: string,
  order: Order | undefined,
): FulfillmentConfirmation {
  const lines = event.lines.map((row) => {
    const ordered = order?.lines.find(({ lineId }) => lineId === row.line)?.quantity.value;
    const short = ordered !== undefined && ordered !== row.quantity;
    const status = short ? ('short' as const) : ('shipped' as const);
    return { ids: [], status, ...(ordered !== undefined && { ordered }), ...lineAmountOf(row, order) };
  });
  return {
    kind: 'fulfillmentConfirmation',
    version: '1',
    extent: 'fullDetail',
    requestNumber: request,
    shipmentId: event.shipment ?? 'S1',
    shippedOn: at.slice(0, 10),
    carrier: {},
    parties: {},
    references: [],
    packages: [{ lines }],
  };
}
