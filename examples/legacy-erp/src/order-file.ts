import { type Issue, type Order, type Result, unitOfX12, x12OfUnit } from '@dist/canonical';
import { type FieldValues, fixedWidth } from './fixed-width.ts';

/** The record H of an order file: one, at its head. */
const headLayout = fixedWidth([
  { name: 'record', length: 1, kind: 'text', required: true },
  { name: 'reference', length: 35, kind: 'text', required: true },
  { name: 'customer', length: 10, kind: 'text', required: true },
  { name: 'shipTo', length: 10, kind: 'text', required: true },
  { name: 'purchaseOrder', length: 22, kind: 'text', required: true },
  { name: 'currency', length: 3, kind: 'text', required: true },
  { name: 'requestedShip', length: 8, kind: 'date' },
  { name: 'lines', length: 4, kind: { decimals: 0 }, required: true },
]);

/** The record L: one for each line. */
const lineLayout = fixedWidth([
  { name: 'record', length: 1, kind: 'text', required: true },
  { name: 'line', length: 20, kind: 'text', required: true },
  { name: 'item', length: 18, kind: 'text', required: true },
  { name: 'quantity', length: 12, kind: { decimals: 3 }, required: true },
  { name: 'unit', length: 2, kind: 'text', required: true },
  { name: 'price', length: 12, kind: { decimals: 4 } },
]);

/** An order as the ERP imports it. */
export interface OrderFile {
  readonly reference: string;
  readonly customer: string;
  readonly shipTo: string;
  readonly purchaseOrder: string;
  readonly currency: string;
  /** A calendar date. */
  readonly requestedShip?: string | undefined;
  readonly lines: readonly OrderFileLine[];
}

/** A line of it. The unit is the code of X12. */
export interface OrderFileLine {
  readonly line: string;
  readonly item: string;
  readonly quantity: string;
  readonly unit: string;
  /** For one of the unit. */
  readonly price?: string | undefined;
}

/** The file of a canonical order: what it lacks, and what does not fit, is an issue. */
export function encodeOrder(order: Order, reference: string): Result<string> {
  const { number, currency, dates, parties, lines } = order;
  const head = headLayout.write({
    record: 'H',
    reference,
    customer: parties.buyer?.ids.find(({ scheme }) => scheme === 'erp')?.value,
    shipTo: parties.shipTo?.ids.find(({ scheme }) => scheme === 'erp')?.value,
    purchaseOrder: number,
    currency,
    requestedShip: dates.requestedShip ?? dates.shipNotBefore,
    lines: String(lines.length),
  });
  const records = lines.map(({ lineId, ids, quantity, price }, at) =>
    inLine(
      at,
      lineLayout.write({
        record: 'L',
        line: lineId,
        item: ids.find(({ scheme }) => scheme === 'seller')?.value,
        quantity: quantity.value,
        unit: x12OfUnit(quantity.unit),
        price: price?.amount,
      }),
    ),
  );
  const unlike = lines.flatMap(({ quantity, price }, at) =>
    price === undefined || ((price.unit ?? quantity.unit) === quantity.unit && (price.per ?? '1') === '1')
      ? []
      : [issue(['lines', at, 'price'], `a price for one ${quantity.unit}`, 'another basis')],
  );
  const issues = [head, ...records].flatMap((written) => written.issues).concat(unlike);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: [head, ...records].map((one) => (one.ok ? `${one.value}\r\n` : '')).join(''), issues: [] };
}

/** What a file says. */
export function decodeOrder(text: string): Result<OrderFile> {
  const [first = '', ...others] = text.split('\r\n');
  const end = others.pop();
  const head = headLayout.read(first);
  const records = others.map((line, at) => inLine(at, lineLayout.read(line)));
  const issues = [head, ...records].flatMap((read) => [...read.issues]);
  const count = head.ok ? Number(head.value.lines) : others.length;
  if (end !== '' || count !== others.length) {
    issues.push(issue([], `${count} whole records of lines`, `${others.length}${end === '' ? '' : ' and a piece'}`));
  }
  if (!head.ok || issues.length > 0) return { ok: false, issues };
  const { reference = '', customer = '', shipTo = '', purchaseOrder = '', currency = '', requestedShip } = head.value;
  const lines = records.flatMap((read) => (read.ok ? [lineOf(read.value)] : []));
  return {
    ok: true,
    value: { reference, customer, shipTo, purchaseOrder, currency, requestedShip, lines },
    issues: [],
  };
}

/** A unit of the ERP in the words of Rec 20; as it is where nobody knows it. */
export function unitOf(code: string): string {
  return unitOfX12(code) ?? code;
}

function lineOf({
  line = '',
  item = '',
  quantity = '',
  unit = '',
  price,
}: FieldValues<'line' | 'item' | 'quantity' | 'unit' | 'price'>): OrderFileLine {
  return { line, item, quantity, unit, price };
}

function inLine<T>(at: number, result: Result<T>): Result<T> {
  const issues = result.issues.map((one) => ({ ...one, path: ['lines', at, ...one.path] }));
  return { ...result, issues };
}

function issue(path: Issue['path'], expected: string, found: string): Issue {
  const message = `${path.join('.') || 'the file'}: expected ${expected}, found ${found}`;
  return { code: 'order-file', severity: 'error', message, path, expected, found };
}
