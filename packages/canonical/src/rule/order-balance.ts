import * as z from 'zod';
import { add, subtract } from '../arithmetic/add.ts';
import { compare, maximum } from '../arithmetic/compare.ts';
import { convert } from '../arithmetic/convert.ts';
import { multiply } from '../arithmetic/multiply.ts';
import type { Item } from '../document/item.ts';
import { Order, type OrderLine } from '../document/order.ts';
import { type PackedItem, Shipment } from '../document/shipment.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import { type DecimalString, Quantity } from '../value/value.ts';
import { kitsIn } from './kits-in.ts';
import { orSchemaIssues } from './or-schema-issues.ts';

/** So much of a line will not come. */
export interface Cancellation {
  lineId: string;
  quantity: Quantity;
}

const Cancellations: z.ZodType<readonly Cancellation[]> = z.array(
  z.object({ lineId: z.string().min(1), quantity: Quantity }),
);

/** What has become of an order, as far as it is known. */
export interface OrderFacts {
  /** Ship notices that the partner has not rejected, in the order they were sent: a later one replaces or cancels one of its id. */
  shipments?: readonly Shipment[] | undefined;
  cancellations?: readonly Cancellation[] | undefined;
  /** The item of a line, for quantities in another unit than ordered. */
  itemOf?: ((lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined) | undefined;
  /** How much more than ordered may be shipped, in percent of it; nothing by default. */
  overShipPercent?: DecimalString | undefined;
}

/** A line's account, in the unit that was ordered: `ordered` + `over` = `shipped` + `cancelled` + `open`. */
export interface LineBalance {
  lineId: string;
  unit: string;
  ordered: DecimalString;
  shipped: DecimalString;
  cancelled: DecimalString;
  /** Still to be shipped; never less than zero. */
  open: DecimalString;
  /** Shipped or cancelled beyond what was ordered. */
  over: DecimalString;
}

/**
 * The account of every line of an order. Rows of other orders in a shipment do not count; of a kit that is packed by component, whole
 * kits do. Errors: a row of a line that the order has not (`line-unknown`), a unit that the item does not convert
 * (`unit-unconvertible`), more than ordered (`over-shipped`, unless the policy allows it, and `over-cancelled`). A kit that
 * lacks components is a warning (`kit-incomplete`). Catch weight balances in the unit ordered, whatever was weighed (R18).
 * Never throws for what the documents hold: what is wrong with one that is not of its type is said as `validate` says it.
 */
export function orderBalance(order: Order, facts: OrderFacts = {}): Result<LineBalance[]> {
  const { shipments = [], cancellations = [] } = facts;
  const given = [
    { schema: Order, value: order },
    { schema: Cancellations, value: cancellations, at: ['cancellations'] },
    ...Array.from(shipments, (value, index) => ({ schema: Shipment, value, at: ['shipments', index] })),
  ];
  return orSchemaIssues<Result<LineBalance[]>>(
    given,
    () => balances(order, facts),
    (issues) => ({ ok: false, issues }),
  );
}

function balances(order: Order, facts: OrderFacts): Result<LineBalance[]> {
  const issues: Issue[] = [];
  const rows = rowsByLine(order, facts.shipments ?? [], issues);
  const cancelled = cancelledByLine(order, facts, issues);
  const lines = order.lines.map((line, index) => {
    const shipped = shippedOf(line, rows.get(line.lineId) ?? [], index, facts, issues);
    return balanced(line, shipped, cancelled.get(line.lineId) ?? '0', index, facts, issues);
  });
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, partial: lines, issues }
    : { ok: true, value: lines, issues };
}

function rowsByLine(order: Order, shipments: readonly Shipment[], issues: Issue[]): ReadonlyMap<string, PackedItem[]> {
  const standing = new Map<string, Shipment>();
  for (const shipment of shipments) {
    if (shipment.purpose === 'cancellation') standing.delete(shipment.shipmentId);
    else standing.set(shipment.shipmentId, shipment);
  }
  const rows = new Map<string, PackedItem[]>(order.lines.map(({ lineId }) => [lineId, []]));
  for (const { shipmentId, items } of standing.values()) {
    for (const [index, row] of items.entries()) {
      if (row.orderNumber !== order.number || row.orderRelease !== order.release) continue;
      const list = rows.get(row.lineId);
      if (list) list.push(row);
      else issues.push(unknownLine(row.lineId, `Shipment ${shipmentId}`, ['items', index, 'lineId']));
    }
  }
  return rows;
}

function cancelledByLine(order: Order, facts: OrderFacts, issues: Issue[]): ReadonlyMap<string, DecimalString> {
  const lines = new Map(order.lines.map((line) => [line.lineId, line]));
  const sums = new Map<string, DecimalString>();
  for (const [index, { lineId, quantity }] of (facts.cancellations ?? []).entries()) {
    const path = ['cancellations', index, 'lineId'];
    const line = lines.get(lineId);
    if (line === undefined) {
      issues.push(unknownLine(lineId, 'A cancellation', path));
      continue;
    }
    sums.set(lineId, add(sums.get(lineId) ?? '0', inUnitOf(line, quantity, facts, path, issues)));
  }
  return sums;
}

const unknownLine = (lineId: string, what: string, path: Issue['path']): Issue => ({
  code: 'line-unknown',
  severity: 'error',
  message: `${what} is of line ${lineId}, which the order does not have`,
  path,
  expected: 'a line id of the order',
  found: lineId,
});

function inUnitOf(
  line: OrderLine,
  quantity: Quantity,
  facts: OrderFacts,
  path: Issue['path'],
  issues: Issue[],
): DecimalString {
  const { unit } = line.quantity;
  const item = facts.itemOf?.(line.lineId) ?? { baseUnit: unit, conversions: [] };
  const converted = convert(quantity, unit, item);
  if (converted !== undefined) return converted.value;
  const message = `${quantity.value} ${quantity.unit} of line ${line.lineId} is no known number of ${unit}`;
  issues.push({ code: 'unit-unconvertible', severity: 'error', message, path, expected: unit, found: quantity.unit });
  return '0';
}

function shippedOf(
  line: OrderLine,
  rows: readonly PackedItem[],
  index: number,
  facts: OrderFacts,
  issues: Issue[],
): DecimalString {
  const path = ['lines', index];
  const whole = rows.filter(({ kitIds }) => kitIds === undefined);
  const parts = rows.filter(({ kitIds }) => kitIds !== undefined);
  const kits = kitsIn(line.components ?? [], parts);
  if (!kits.complete) {
    const message = `What is packed of the kit of line ${line.lineId} makes ${kits.whole} kits and some parts`;
    issues.push({ code: 'kit-incomplete', severity: 'warning', message, path });
  }
  return whole.reduce((sum, { quantity }) => add(sum, inUnitOf(line, quantity, facts, path, issues)), kits.whole);
}

function balanced(
  { lineId, quantity }: OrderLine,
  shipped: DecimalString,
  cancelled: DecimalString,
  index: number,
  { overShipPercent = '0' }: OrderFacts,
  issues: Issue[],
): LineBalance {
  const left = subtract(quantity.value, add(shipped, cancelled));
  const open = maximum(left, '0');
  const over = maximum(subtract('0', left), '0');
  const path = ['lines', index];
  const excess = subtract(shipped, quantity.value);
  // Compared a hundredfold, so that nothing is divided.
  if (compare(multiply(excess, '100'), multiply(quantity.value, overShipPercent)) > 0) {
    const message = `Of line ${lineId} ${shipped} are shipped, ordered are ${quantity.value} ${quantity.unit}`;
    issues.push({ code: 'over-shipped', severity: 'error', message, path, expected: quantity.value, found: shipped });
  } else if (over !== '0' && cancelled !== '0') {
    const message = `Of line ${lineId} ${shipped} are shipped and ${cancelled} cancelled, of ${quantity.value} ordered`;
    issues.push({
      code: 'over-cancelled',
      severity: 'error',
      message,
      path,
      expected: quantity.value,
      found: cancelled,
    });
  }
  return { lineId, unit: quantity.unit, ordered: quantity.value, shipped, cancelled, open, over };
}
