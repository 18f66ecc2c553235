import { compare, multiply, subtract } from '@dist/canonical/arithmetic';
import { type Answer, refusal } from './answer.ts';
import type { Ledger } from './ledger.ts';
import type { Master } from './master.ts';
import { type OrderRequest, readOrderRequest } from './order-request.ts';
import { type LineRow, linesOf, type OrderRow, orderByNumber } from './order-row.ts';
import { moveStock } from './stock.ts';

/** How orders come into the ledger and are asked for. */
export interface Orders {
  /** Takes an order once for each external reference and idempotency key; it is durable before this answers. */
  accept(body: unknown, key: string | undefined): Answer;
  byReference(externalReference: string): Answer;
  byNumber(number: string): Answer;
  /** Cancels what has not shipped; the same key again gets the same answer. */
  cancel(number: string, body: unknown, key: string | undefined): Answer;
}

export interface OrdersOptions {
  readonly ledger: Ledger;
  readonly master: Master;
  readonly now: () => string;
  readonly step: number;
  readonly silence: number;
  /** Called when an order is new, after its commit. */
  readonly onNew: () => void;
}

export function orders(options: OrdersOptions): Orders {
  const { ledger, master } = options;
  return {
    accept(body, key) {
      const { value, fault } = { fault: undefined, value: undefined, ...readOrderRequest(body, master) };
      const wrongKey = faultOfKey(key);
      if (key === undefined || wrongKey !== undefined) return refusal(422, 'validation', wrongKey ?? 'no key');
      if (value === undefined) return refusal(422, 'validation', fault ?? 'not an order');
      const answer = ledger.transaction(() => repeated(ledger, value, key) ?? enter(options, value, key));
      if (answer.status === 201) options.onNew();
      return answer;
    },
    byReference(externalReference) {
      const row = ledger.row<OrderRow>('SELECT * FROM orders WHERE external_reference = ?', externalReference);
      return { status: 200, body: { orders: row === undefined ? [] : [orderOf(ledger, row)] } };
    },
    byNumber(number) {
      const row = orderByNumber(ledger, number);
      return row === undefined ? notFound(number) : { status: 200, body: orderOf(ledger, row) };
    },
    cancel(number, body, key) {
      const fault = faultOfKey(key) ?? faultOfCancel(body);
      if (key === undefined || fault !== undefined) return refusal(422, 'validation', fault ?? 'no key');
      return ledger.transaction(() => cancel(ledger, number, key, options.now()));
    },
  };
}

function faultOfKey(key: string | undefined): string | undefined {
  if (key === undefined || key === '') return 'header Idempotency-Key: expected a key, found none';
  return key.length > 512 ? 'header Idempotency-Key: expected at most 512 characters' : undefined;
}

function faultOfCancel(body: unknown): string | undefined {
  const reason = typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
  return typeof reason === 'string' && reason.length <= 500 ? undefined : 'reason: expected a text';
}

function notFound(number: string): Answer {
  return refusal(404, 'not-found', `There is no order ${number.slice(0, 40)}.`);
}

/** The answer to an order that is known already; undefined for a new one. */
function repeated(ledger: Ledger, request: OrderRequest, key: string): Answer | undefined {
  const { externalReference } = request;
  const known = ledger.rows<OrderRow>(
    'SELECT * FROM orders WHERE external_reference = ? OR idempotency_key = ?',
    externalReference,
    key,
  );
  const same = known.find((row) => row.external_reference === externalReference);
  if (known.length === 0) return undefined;
  ledger.run(
    'UPDATE orders SET received = received + 1 WHERE external_reference = ? OR idempotency_key = ?',
    externalReference,
    key,
  );
  // Key order is the schema's, decimals are normalized: equal orders have equal texts.
  if (known.length === 1 && same?.content === JSON.stringify(request))
    return { status: 200, body: { ...JSON.parse(same.answer), repeated: true } };
  const what = same === undefined ? `Idempotency-Key ${key}` : `externalReference ${externalReference}`;
  return refusal(409, 'reference-conflict', `${what} belongs to ${known[0]?.number}, whose content is another one.`);
}

function enter({ ledger, master, now, step, silence }: OrdersOptions, request: OrderRequest, key: string): Answer {
  const count = ledger.next('order');
  const number = `SO-${100_000 + count}`;
  const lines = request.lines.map((line) => ({ ...line, fault: priceFault(line, master) }));
  const accepted = lines.filter(({ fault }) => fault === undefined);
  const at = now();
  const body = {
    number,
    externalReference: request.externalReference,
    status: accepted.length === 0 ? 'rejected' : 'open',
    lines: lines.map(({ line, item, quantity, unit, fault }) => ({
      ...{ line, item, quantity, unit },
      ...(fault === undefined ? { status: 'accepted' } : { status: 'rejected', reason: 'price', message: fault }),
    })),
  };
  ledger.run(
    `INSERT INTO orders (number, external_reference, idempotency_key, content, partner, answer, at, next_step, next_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    request.externalReference,
    key,
    JSON.stringify(request),
    request.partner ?? master.partnerOf(request.customer, request.shipTo) ?? null,
    JSON.stringify(body),
    at,
    accepted.length === 0 ? null : 'allocate',
    Date.parse(at) + step,
  );
  accepted.forEach(({ line, item, unit, quantity, price }, position) => {
    ledger.run(
      `INSERT INTO order_lines (order_number, position, line, item, unit, price, quantity) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[number, position, line, item, unit, price ?? master.items.get(item)?.price ?? '0', quantity],
    );
  });
  return { status: 201, body, silent: silence > 0 && count % silence === 0 };
}

/** Why a line cannot be sold at its price: more than one percent under ours. */
function priceFault({ item, price }: OrderRequest['lines'][number], master: Master): string | undefined {
  const ours = master.items.get(item)?.price;
  if (ours === undefined || price === undefined || compare(price, multiply(ours, '0.99')) >= 0) return undefined;
  return `The price of ${item} is ${ours}, the order says ${price}.`;
}

/** The order as it stands now: the first answer with today's status. */
function orderOf(ledger: Ledger, row: OrderRow): object {
  const answer = JSON.parse(row.answer) as { status: string };
  if (answer.status === 'rejected' || row.next_step !== null) return answer;
  const shipped = linesOf(ledger, row.number).some((line) => compare(line.shipped, '0') > 0);
  return { ...answer, status: shipped ? 'closed' : 'cancelled' };
}

function cancel(ledger: Ledger, number: string, key: string, at: string): Answer {
  const known = ledger.row<{ order_number: string; answer: string }>(
    'SELECT order_number, answer FROM cancellations WHERE idempotency_key = ?',
    key,
  );
  if (known?.order_number === number) {
    ledger.run('UPDATE cancellations SET received = received + 1 WHERE idempotency_key = ?', key);
    return { status: 200, body: JSON.parse(known.answer) };
  }
  if (known !== undefined)
    return refusal(409, 'reference-conflict', `Idempotency-Key ${key} belongs to ${known.order_number}.`);
  if (orderByNumber(ledger, number) === undefined) return notFound(number);
  const cancelled = linesOf(ledger, number).flatMap((line) => cancelLine(ledger, line));
  const body = { number, cancelled };
  ledger.run(
    'INSERT INTO cancellations (idempotency_key, order_number, answer, at) VALUES (?, ?, ?, ?)',
    ...[key, number, JSON.stringify(body), at],
  );
  // What was shipped is still billed; else there is nothing left to wait for.
  ledger.run(
    "UPDATE orders SET next_step = NULL WHERE number = ? AND next_step IN ('allocate', 'restock', 'ship')",
    number,
  );
  return { status: 200, body };
}

function cancelLine(ledger: Ledger, row: LineRow): { line: string; quantity: string; unit: string }[] {
  const open = subtract(subtract(row.quantity, row.shipped), row.cancelled);
  if (compare(open, '0') <= 0) return [];
  ledger.run(
    'UPDATE order_lines SET cancelled = ?, allocated = shipped WHERE order_number = ? AND position = ?',
    subtract(row.quantity, row.shipped),
    row.order_number,
    row.position,
  );
  moveStock(ledger, row.item, subtract(row.allocated, row.shipped));
  return [{ line: row.line, quantity: open, unit: row.unit }];
}
