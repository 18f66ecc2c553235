import type { Issue } from '../issue.ts';
import { isDecimal } from './decimal.ts';
import type { TotalSettings, UntotalledInvoice } from './invoice-totals.ts';

/** What may be missing or of another type in an invoice that no schema has read. */
interface Unread {
  readonly [field: string]: unknown;
}

/**
 * Why an invoice cannot be computed: a part that is missing, or a number that is none (`value-missing`, `type-wrong`,
 * `decimal-wrong`). Only what totals are made of is looked at; the rest is for `validate`. In time that is linear in the invoice.
 */
export function invoiceFaults(invoice: UntotalledInvoice, settings: TotalSettings): Issue[] {
  const { stated, residualTo } = settings;
  const faults: Issue[] = [];
  const root = object(invoice, [], faults);
  if (root === undefined) return faults;
  text(root, 'currency', [], faults);
  for (const [line, path] of objects(root, 'lines', [], faults)) lineFaults(line, path, faults);
  if (root['lines'] === undefined) faults.push(wrong('value-missing', ['lines'], 'a list', undefined));
  charges(root, [], faults);
  const terms = optional(root, 'terms', [], faults);
  if (terms !== undefined) decimals(terms, [], ['discountPercent'], ['terms'], faults);
  if (residualTo !== undefined) text({ residualTo }, 'residualTo', [], faults);
  if (stated !== undefined) {
    const given = object(stated, ['stated'], faults);
    if (given !== undefined) decimals(given, ['total'], ['tolerance'], ['stated'], faults);
  }
  return faults;
}

type Place = Issue['path'];

function lineFaults(line: Unread, path: Place, faults: Issue[]): void {
  text(line, 'lineId', path, faults);
  const price = object(line['price'], [...path, 'price'], faults);
  if (price !== undefined) {
    decimals(price, ['amount'], ['per'], [...path, 'price'], faults);
    if (price['unit'] !== undefined) text(price, 'unit', [...path, 'price'], faults);
  }
  const quantity = object(line['quantity'], [...path, 'quantity'], faults);
  if (quantity !== undefined) quantityFaults(quantity, [...path, 'quantity'], faults);
  const priced = optional(line, 'pricedQuantity', path, faults);
  if (priced !== undefined) quantityFaults(priced, [...path, 'pricedQuantity'], faults);
  charges(line, path, faults);
}

function quantityFaults(quantity: Unread, path: Place, faults: Issue[]): void {
  decimals(quantity, ['value'], [], path, faults);
  text(quantity, 'unit', path, faults);
}

/** Allowances, charges and taxes of a line or of the document. */
function charges(owner: Unread, path: Place, faults: Issue[]): void {
  for (const [charge, at] of objects(owner, 'allowancesCharges', path, faults)) {
    decimals(charge, ['amount'], [], at, faults);
  }
  for (const [tax, at] of objects(owner, 'taxes', path, faults)) {
    decimals(tax, ['amount'], ['rate', 'taxable'], at, faults);
    // They tell one tax from another.
    for (const key of ['category', 'jurisdiction']) if (tax[key] !== undefined) text(tax, key, at, faults);
  }
}

function decimals(
  owner: Unread,
  needed: readonly string[],
  optionals: readonly string[],
  path: Place,
  faults: Issue[],
): void {
  for (const key of [...needed, ...optionals]) {
    const value = owner[key];
    if (value === undefined && optionals.includes(key)) continue;
    if (typeof value === 'string' && value.length <= longest && isDecimal(value)) continue;
    const code = value === undefined ? 'value-missing' : 'decimal-wrong';
    faults.push(wrong(code, [...path, key], `a decimal of ${longest} characters at most`, value));
  }
}

// As long as the model has them: the time of exact arithmetic grows with the square of their length.
const longest = 64;

function text(owner: Unread, key: string, path: Place, faults: Issue[]): void {
  const value = owner[key];
  if (typeof value === 'string') return;
  faults.push(wrong(value === undefined ? 'value-missing' : 'type-wrong', [...path, key], 'a text', value));
}

function object(value: unknown, path: Place, faults: Issue[]): Unread | undefined {
  if (isObject(value)) return value;
  faults.push(wrong(value === undefined ? 'value-missing' : 'type-wrong', path, 'an object', value));
  return undefined;
}

function optional(owner: Unread, key: string, path: Place, faults: Issue[]): Unread | undefined {
  return owner[key] === undefined ? undefined : object(owner[key], [...path, key], faults);
}

function* objects(owner: Unread, key: string, path: Place, faults: Issue[]): Iterable<[Unread, Place]> {
  const list = owner[key];
  if (list === undefined) return;
  if (!Array.isArray(list)) {
    faults.push(wrong('type-wrong', [...path, key], 'a list', list));
    return;
  }
  for (const [index, one] of list.entries()) {
    const found = object(one, [...path, key, index], faults);
    if (found !== undefined) yield [found, [...path, key, index]];
  }
}

function isObject(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(code: string, path: Place, expected: string, value: unknown): Issue {
  const place = path.length === 0 ? 'the invoice' : path.join('.');
  const found = shown(value);
  const message = `${place} is ${found === undefined ? 'missing' : `no ${expected.replace(/^an? /, '')}`}`;
  return { code, severity: 'error', message, path, expected, found };
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const whole = String(value);
  return whole.length > 80 ? `${whole.slice(0, 79)}…` : whole;
}
