import { add, compare, minimum, negate, subtract } from '@dist/canonical/arithmetic';
import { agreementWith } from './agreements.ts';
import { bill, type ErpInvoice } from './bill.ts';
import { appendEvent } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { Master } from './master.ts';
import { type LineRow, linesOf, type OrderRow, type Step } from './order-row.ts';
import { type ErpShipment, ship } from './ship.ts';
import { moveStock, onHand } from './stock.ts';

export interface AdvanceOptions {
  readonly ledger: Ledger;
  readonly master: Master;
  readonly now: () => string;
  /** Milliseconds until the order's next step. */
  readonly step: number;
}

/**
 * Carries the order that is due first one step further, in one transaction with the events that tell it: allocate, ship,
 * invoice, get paid; what was short is restocked and goes the same way. Answers whether there was one.
 */
export function advance(options: AdvanceOptions): boolean {
  const { ledger } = options;
  return ledger.transaction(() => {
    const order = ledger.row<OrderRow & { next_step: Step }>(
      'SELECT * FROM orders WHERE next_step IS NOT NULL ORDER BY next_at, position LIMIT 1',
    );
    if (order === undefined) return false;
    const at = options.now();
    const next = steps[order.next_step](options, order, at);
    ledger.run(
      'UPDATE orders SET next_step = ?, next_at = ? WHERE number = ?',
      next ?? null,
      Date.parse(at) + options.step,
      order.number,
    );
    return true;
  });
}

type Work = (options: AdvanceOptions, order: OrderRow, at: string) => Step | undefined;

const steps: Readonly<Record<Step, Work>> = {
  allocate: allocateWhatIsThere,
  restock: receiveWhatIsShort,
  ship: shipWhatIsAllocated,
  invoice: invoiceWhatIsShipped,
  pay: payWhatIsInvoiced,
};

/** Takes from stock what there is; the rest is backordered. */
function allocateWhatIsThere({ ledger }: AdvanceOptions, order: OrderRow, at: string): Step | undefined {
  const taken = takeFromStock(ledger, order, at);
  const short = linesOf(ledger, order.number).filter((line) => compare(openOf(line), '0') > 0);
  const lines = short.map((line) => ({ line: line.line, quantity: openOf(line), unit: line.unit }));
  if (lines.length > 0) appendEvent(ledger, order, at, { type: 'backordered', lines });
  return taken ? 'ship' : afterShipment(ledger, order);
}

/** The missing goods come in, and this order waited for them. */
function receiveWhatIsShort({ ledger }: AdvanceOptions, order: OrderRow, at: string): Step | undefined {
  for (const line of linesOf(ledger, order.number)) moveStock(ledger, line.item, openOf(line));
  return takeFromStock(ledger, order, at) ? 'ship' : undefined;
}

function takeFromStock(ledger: Ledger, order: OrderRow, at: string): boolean {
  const lines: object[] = [];
  for (const row of linesOf(ledger, order.number)) {
    const quantity = minimum(openOf(row), onHand(ledger, row.item));
    if (compare(quantity, '0') <= 0) continue;
    moveStock(ledger, row.item, negate(quantity));
    ledger.run(
      'UPDATE order_lines SET allocated = ? WHERE order_number = ? AND position = ?',
      add(row.allocated, quantity),
      order.number,
      row.position,
    );
    lines.push({ line: row.line, quantity, unit: row.unit });
  }
  if (lines.length > 0) appendEvent(ledger, order, at, { type: 'allocated', lines });
  return lines.length > 0;
}

function shipWhatIsAllocated(options: AdvanceOptions, order: OrderRow, at: string): Step | undefined {
  const { ledger } = options;
  const leaving = linesOf(ledger, order.number).flatMap(({ line, item, unit, allocated, shipped }) => {
    const quantity = subtract(allocated, shipped);
    return compare(quantity, '0') > 0 ? [{ line, item, quantity, unit }] : [];
  });
  if (leaving.length === 0) return afterShipment(ledger, order);
  const shipment = ship(options, order, leaving, at);
  ledger.run('UPDATE order_lines SET shipped = allocated WHERE order_number = ?', order.number);
  appendEvent(ledger, order, at, { type: 'shipped', shipment });
  return 'invoice';
}

function invoiceWhatIsShipped({ ledger }: AdvanceOptions, order: OrderRow, at: string): Step | undefined {
  const row = ledger.row<{ shipment: string }>(
    `SELECT shipment FROM shipments WHERE order_number = ?
     AND id NOT IN (SELECT shipment_id FROM invoices) ORDER BY position LIMIT 1`,
    order.number,
  );
  if (row === undefined) return afterShipment(ledger, order);
  const invoice = bill(ledger, order, linesOf(ledger, order.number), JSON.parse(row.shipment) as ErpShipment, at);
  appendEvent(ledger, order, at, { type: 'invoiced', invoice });
  return agreementWith(order.partner ?? undefined).paidWhenInvoiced ? 'pay' : afterShipment(ledger, order);
}

function payWhatIsInvoiced({ ledger }: AdvanceOptions, order: OrderRow, at: string): Step | undefined {
  const open = ledger.rows<{ invoice: string }>(
    'SELECT invoice FROM invoices WHERE order_number = ? AND paid_at IS NULL ORDER BY position',
    order.number,
  );
  for (const row of open) {
    const { number, total } = JSON.parse(row.invoice) as ErpInvoice;
    ledger.run('UPDATE invoices SET paid_at = ? WHERE number = ?', at, number);
    appendEvent(ledger, order, at, { type: 'paid', invoice: number, amount: total });
  }
  return afterShipment(ledger, order);
}

/** An order with nothing open is finished. */
function afterShipment(ledger: Ledger, order: OrderRow): Step | undefined {
  return linesOf(ledger, order.number).some((line) => compare(openOf(line), '0') > 0) ? 'restock' : undefined;
}

/** What stock still owes to a line. */
function openOf(line: LineRow): string {
  return subtract(subtract(line.quantity, line.allocated), line.cancelled);
}
