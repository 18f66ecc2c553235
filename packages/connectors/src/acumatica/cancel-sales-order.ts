import { compare, maximum, subtract } from '@dist/canonical/arithmetic';
import { jsonNumber } from '../json/json-number.ts';
import { cancelledLines } from '../order/cancelled-lines.ts';
import type { JudgedLines } from '../order/named-lines.ts';
import { untakenLines } from '../order/untaken-lines.ts';
import type { WriteCall } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import type { CancelOutcome, ErpOrderLine, LineQuantity, OrderCancellation } from '../port/orders.ts';
import { changeRows, type RowChange } from './change-rows.ts';
import { type OrderRead, readSalesOrder } from './read-sales-order.ts';
import { runAction, type Wait } from './run-action.ts';
import type { SalesOrderDetailWire } from './sales-order-wire.ts';
import type { Tenant } from './tenant.ts';

/** One line of which something is cancelled. */
interface Part {
  readonly row: SalesOrderDetailWire;
  readonly cancelled: LineQuantity;
  /** Its total afterwards. */
  readonly left: string;
}

/**
 * Cancels what is on no shipment. Where nothing would be left and nothing is on a shipment, that is the action Cancel Order;
 * else the lines go down, and one of which nothing is left is deleted: Acumatica cancels no order that has a shipment
 * (form SO301000, Cancel Order).
 */
export async function cancelSalesOrder(
  { tenant, wait }: { readonly tenant: Tenant; readonly wait: Wait },
  { number, lines }: OrderCancellation,
  call: WriteCall,
): Promise<CancelOutcome> {
  const { client } = tenant;
  const known = await readSalesOrder(tenant, number, call);
  if (known.status === 'notFound')
    return { status: 'failed', failure: client.fail('not-found', `there is no order ${number}`) };
  if (known.status === 'failed') return known;
  if (known.order.phase === 'cancelled') return { status: 'cancelled', number, lines: [] };
  const judged = partsOf(known, lines);
  if (!judged.ok) return rejected(judged.reason, `Acumatica: ${judged.message}`);
  const parts = judged.lines;
  if (parts.length === 0) return { status: 'cancelled', number, lines: [] };
  const isWhole = known.rows.every((row) => parts.some((part) => part.row === row && compare(part.left, '0') === 0));
  const how = { ...call, operation: 'orders.cancel' };
  const changes = parts.map(changeOf);
  const failure = isWhole
    ? await runAction({ client, wait }, cancelOrder(tenant, number), how)
    : changes.every((change) => change !== undefined)
      ? await changeRows(tenant, number, changes, how)
      : client.fail('validation', 'a quantity has more digits than its number keeps');
  if (failure !== undefined) return outcomeOf(failure, isWhole || lines === undefined);
  return await verified(tenant, number, parts, isWhole, call);
}

/** What is cancelled of each line: what is on a shipment is not, though it has not left. */
function partsOf(
  { order, rows }: Extract<OrderRead, { status: 'found' }>,
  lines: readonly LineQuantity[] | undefined,
): JudgedLines<Part> {
  const openOf = ({ quantity }: ErpOrderLine, at: number) =>
    maximum(subtract(quantity.value, rows[at]?.QtyOnShipments ?? '0'), '0');
  const judged = cancelledLines(order, lines, (left) => jsonNumber(left) !== undefined, openOf);
  if (!judged.ok) return judged;
  const parts = judged.lines.flatMap(({ at, cancelled, left }): Part[] => {
    const row = rows[at];
    return row === undefined ? [] : [{ row, cancelled, left }];
  });
  return { ok: true, lines: parts };
}

function changeOf({ row: { id }, left }: Part): RowChange | undefined {
  if (compare(left, '0') === 0) return { id, delete: true };
  const value = jsonNumber(left);
  return value === undefined ? undefined : { id, OrderQty: { value } };
}

function cancelOrder({ orderType }: Tenant, number: string) {
  const entity = { OrderType: { value: orderType }, OrderNbr: { value: number } };
  return { path: '/SalesOrder/CancelSalesOrder', body: { entity }, operation: 'orders.cancel' };
}

/** `isSafe`: what was cancelled of the whole order already is no longer open; a part of a line would go down a second time. */
function outcomeOf(failure: ConnectorFailure, isSafe: boolean): CancelOutcome {
  const isDisabled = failure.vendor?.code === 'PXActionDisabledException';
  if (isDisabled || failure.class === 'validation') {
    return rejected(failure.vendor?.code ?? 'validation', failure.message);
  }
  if (failure.safeToReplay && failure.class !== 'timeout-unknown') return { status: 'failed', failure };
  return { status: 'unknown', failure: { ...failure, safeToReplay: isSafe } };
}

/** 204 says that the action has ended or was not even begun: only the order tells. */
async function verified(
  tenant: Tenant,
  number: string,
  parts: readonly Part[],
  isWhole: boolean,
  call: WriteCall,
): Promise<CancelOutcome> {
  const after = await readSalesOrder(tenant, number, call);
  if (after.status === 'failed') return { status: 'unknown', failure: { ...after.failure, safeToReplay: isWhole } };
  const done: CancelOutcome = { status: 'cancelled', number, lines: parts.map(({ cancelled }) => cancelled) };
  if (after.status === 'notFound') return done;
  if (isWhole) {
    if (after.order.phase === 'cancelled') return done;
    return rejected('not-cancelled', `Acumatica: order ${number} is ${after.order.status} afterwards`);
  }
  const totals = parts.map(({ cancelled, left }) => ({
    ...cancelled,
    quantity: { ...cancelled.quantity, value: left },
  }));
  const [other] = untakenLines(after.order, totals);
  return other === undefined ? done : rejected('not-taken', `Acumatica: line ${other} has kept another quantity`);
}

function rejected(reason: string, message: string): CancelOutcome {
  return { status: 'rejected', reason, message };
}
