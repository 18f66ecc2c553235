import { type Result, validate } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import type { ErpOrderLine, ErpOrderStatus, OrderHold, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
import { unitOf } from '../unit/unit-of.ts';
import { lineIdOf } from './line-id-of.ts';
import { odataInstantOf } from './odata-instant-of.ts';
import { type SalesOrderItemWire, type SalesOrderWire, salesOrderWire } from './sales-order-wire.ts';
import type { UnitTable } from './unit-table.ts';

/** How SAP holds an order: `A_SalesOrder` with its items and their schedule lines. A unit that is not in the table stays as it is. */
export function decodeSalesOrder(json: unknown, units: UnitTable): Result<ErpOrderStatus> {
  const wire = validate(salesOrderWire, json);
  if (!wire.ok) return { ok: false, issues: wire.issues };
  const order = wire.value;
  const holds = holdsOf(order);
  return {
    ok: true,
    issues: wire.issues,
    value: present({
      number: order.SalesOrder,
      externalReference: (order.PurchaseOrderByShipToParty ?? '').trimEnd(),
      status: wordOf(order),
      phase: phaseOf(order, holds),
      holds: holds.length === 0 ? undefined : holds,
      changedAt: odataInstantOf(order.LastChangeDateTime),
      lines: order.to_Item.results.map((item) => decodeItem(item, units)),
    }),
  };
}

function decodeItem(item: SalesOrderItemWire, units: UnitTable): ErpOrderLine {
  const unit = unitOf(units, item.RequestedQuantityUnit);
  const delivered = (item.to_ScheduleLine?.results ?? []).map((line) => line.DeliveredQtyInOrderQtyUnit ?? '0');
  const isRejected = (item.SalesDocumentRjcnReason ?? '') !== '';
  return present({
    lineId: lineIdOf(item),
    item: item.Material,
    quantity: { value: item.RequestedQuantity, unit },
    status: isRejected ? 'rejected' : 'accepted',
    reason: isRejected ? (item.SalesDocumentRjcnReason ?? undefined) : undefined,
    shipped: delivered.length === 0 ? undefined : { value: sum(delivered), unit },
  });
}

/** SAP has no one word for an order: its statuses of process, delivery, billing and rejection, in this order. */
function wordOf(order: SalesOrderWire): string {
  const { OverallSDProcessStatus, OverallDeliveryStatus, OverallOrdReltdBillgStatus, OverallSDDocumentRejectionSts } =
    order;
  return [OverallSDProcessStatus, OverallDeliveryStatus, OverallOrdReltdBillgStatus, OverallSDDocumentRejectionSts]
    .map((status) => status || '-')
    .join('/');
}

/**
 * Statuses are A (not yet), B (in part), C (wholly) and blank (does not apply); of the rejection A is nothing and C
 * everything. SAP Business Accelerator Hub, API_SALES_ORDER_SRV.
 */
function phaseOf(order: SalesOrderWire, holds: readonly OrderHold[]): OrderPhase {
  const { OverallSDDocumentRejectionSts: rejection, OverallDeliveryStatus: delivery } = order;
  const { OverallOrdReltdBillgStatus: billing, OverallSDProcessStatus: progress } = order;
  if (rejection === 'C') return 'cancelled';
  if (billing === 'C') return 'invoiced';
  if (delivery === 'C') return 'shipped';
  if (delivery === 'B') return 'partlyShipped';
  if (![delivery, progress, rejection].every(isKnown)) return 'unknown';
  if (progress === 'C') return 'closed';
  return holds.length > 0 ? 'onHold' : 'open';
}

function isKnown(status: string | null | undefined): boolean {
  return status === undefined || status === null || ['', 'A', 'B', 'C'].includes(status);
}

/** Blocks of delivery and billing are set by a person or a rule; credit B is a check that failed. */
function holdsOf(order: SalesOrderWire): readonly OrderHold[] {
  const { DeliveryBlockReason: delivery, HeaderBillingBlockReason: billing, TotalCreditCheckStatus: credit } = order;
  return [
    ...(delivery ? [{ code: `delivery-block-${delivery}` }] : []),
    ...(billing ? [{ code: `billing-block-${billing}` }] : []),
    ...(credit === 'B' ? [{ code: 'credit', message: 'the credit check was not passed' }] : []),
  ];
}
