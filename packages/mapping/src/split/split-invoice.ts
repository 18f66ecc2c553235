import {
  type AllowanceCharge,
  Identifier,
  Invoice,
  type InvoiceLine,
  minorUnit,
  Quantity,
  type Tax,
} from '@dist/canonical';
import { allocate, compare, documentTotal, isNegative, isZero, sum } from '@dist/canonical/arithmetic';
import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { documentFaults } from './document-faults.ts';
import type { Per, SplitDocument, SplitRest } from './document-part.ts';
import { partNumbers } from './part-number.ts';

/** How much of a line went to which store: of the order's allocations, or of the items that were shipped. */
export interface StoreQuantity {
  readonly lineId: string;
  readonly location: Identifier;
  readonly quantity: Quantity;
}

export interface SplitInvoiceSettings {
  /** `orderAndStore` splits; an invoice is of one order anyway, so that everything else leaves it whole. */
  readonly per: Per;
  readonly stores?: readonly StoreQuantity[] | undefined;
  /** Rule of the parts' numbers; `{number}-{index}` when absent. */
  readonly number?: string | undefined;
  /** The party that the store becomes in each part; none when absent. */
  readonly party?: 'shipTo' | 'markFor' | undefined;
}

/**
 * One invoice as one for each store (R14), so that every amount of the parts adds up to that of the whole to the cent:
 * amounts of a line go by quantity, those of the document by the lines' net amounts. Issues of code
 * `split-quantity-differs` where the stores' quantities are not the line's, in its unit, `split-line-repeated` where a line id
 * stands twice, `split-store-malformed`, `split-number-malformed`,
 * `split-number-repeated`, and what `validate` says of a document that is no invoice.
 */
export function splitInvoice(invoice: Invoice, settings: SplitInvoiceSettings): Result<SplitDocument<Invoice>> {
  const { per, stores = [], number = '{number}-{index}', party } = settings;
  const malformed = documentFaults(Invoice, invoice);
  if (malformed.length > 0) return { ok: false, issues: malformed };
  const lines = invoice.lines.map(({ lineId }) => lineId);
  const rest: SplitRest<Invoice> = { document: { ...invoice, lines: [] }, lines, units: [] };
  if (per !== 'orderAndStore') {
    return { ok: true, value: { parts: [{ key: keyOf(invoice), document: invoice }], rest }, issues: [] };
  }
  const undivided = [...lineFaults(invoice), ...storesFaults(stores)];
  if (undivided.length > 0) return { ok: false, issues: undivided };
  const byLine = storesByLine(stores);
  const faults = invoice.lines.flatMap((line) => quantityFault(line, byLine.get(line.lineId) ?? []));
  if (faults.length > 0) return { ok: false, issues: faults };
  const places = minorUnit(invoice.currency) ?? 2;
  const shares = new Map<string, Share>();
  for (const line of invoice.lines) splitLine(line, byLine.get(line.lineId) ?? [], places, shares);
  const keys = [...shares.values()].map(({ location }) => ({ ...keyOf(invoice), location }));
  const numbers = partNumbers(number, invoice.number, keys);
  if (!Array.isArray(numbers)) return { ok: false, issues: [numbers] };
  const made = ofDocument(invoice, [...shares.values()], places);
  const parts = made.map((part, at) => {
    const { location } = keys[at] ?? {};
    const parties = party === undefined || location === undefined ? {} : { [party]: { ids: [location] } };
    const document = { ...part, number: numbers[at] ?? '', parties: { ...part.parties, ...parties } };
    return { key: keys[at] ?? {}, document };
  });
  return { ok: true, value: { parts, rest }, issues: [] };
}

function keyOf({ orderNumber, orderRelease }: Invoice) {
  return { orderNumber, orderRelease };
}

/** No store can be told of a line that is not the only one of its id. */
function lineFaults({ lines }: Invoice): MappingIssue[] {
  const seen = new Set<string>();
  return lines.flatMap(({ lineId }, index): MappingIssue[] => {
    const isFirst = !seen.has(lineId);
    seen.add(lineId);
    if (isFirst) return [];
    const message = `Line id ${lineId} stands more than once: nothing says which of them a store got`;
    const path = ['lines', index, 'lineId'];
    return [{ code: 'split-line-repeated', severity: 'error', message, path, found: lineId }];
  });
}

function storesFaults(stores: unknown): MappingIssue[] {
  if (Array.isArray(stores)) return stores.flatMap(storeFaults);
  const message = 'What the stores got is no list';
  return [{ code: 'split-store-malformed', severity: 'error', message, path: ['stores'], expected: 'a list' }];
}

function storeFaults(store: StoreQuantity | null | undefined, index: number): MappingIssue[] {
  const { lineId, location, quantity } = store ?? {};
  if (typeof lineId === 'string' && Identifier.safeParse(location).success && Quantity.safeParse(quantity).success)
    return [];
  const message = 'What a store got is no quantity of a line, or the store no identifier';
  const expected = '{ lineId, location: { scheme, value }, quantity: { value, unit } }';
  return [{ code: 'split-store-malformed', severity: 'error', message, path: ['stores', index], expected }];
}

/** What one store gets. */
interface Share {
  readonly location: Identifier;
  readonly lines: InvoiceLine[];
}

type ByLine = ReadonlyMap<string, readonly StoreQuantity[]>;

/** The stores of each line, each store once. */
function storesByLine(stores: readonly StoreQuantity[]): ByLine {
  const lines = new Map<string, Map<string, StoreQuantity>>();
  for (const one of stores) {
    const line: Map<string, StoreQuantity> = lines.get(one.lineId) ?? new Map();
    lines.set(one.lineId, line);
    const name = nameOf(one.location, one.quantity.unit);
    const known = line.get(name);
    const value = sum([known?.quantity.value ?? '0', one.quantity.value]);
    line.set(name, { ...one, quantity: { ...one.quantity, value } });
  }
  return new Map([...lines].map(([lineId, line]) => [lineId, [...line.values()].filter(isSomething)]));
}

function nameOf({ scheme, value }: Identifier, unit = ''): string {
  return JSON.stringify([scheme, value, unit]);
}

function isSomething({ quantity }: StoreQuantity): boolean {
  return !isZero(quantity.value);
}

function quantityFault({ lineId, quantity }: InvoiceLine, stores: readonly StoreQuantity[]): MappingIssue[] {
  const total = sum(stores.map((store) => store.quantity.value));
  const isRight = stores.every((store) => store.quantity.unit === quantity.unit && !isNegative(store.quantity.value));
  if (stores.length > 0 && isRight && compare(total, quantity.value) === 0) return [];
  const units = [...new Set(stores.map((store) => store.quantity.unit))].join(', ');
  const expected = `${quantity.value} ${quantity.unit}`;
  const found = `${total} ${units}`.trim();
  const message = `Line ${lineId} invoices ${expected}, and its stores got ${found}`;
  return [{ code: 'split-quantity-differs', severity: 'error', message, path: ['lines'], expected, found }];
}

function splitLine(
  line: InvoiceLine,
  stores: readonly StoreQuantity[],
  places: number,
  shares: Map<string, Share>,
): void {
  const weights = stores.map(({ quantity }) => quantity.value);
  const nets = divided(line.net, weights, places);
  const priced = line.pricedQuantity && divided(line.pricedQuantity.value, weights, 3);
  const charges = dividedAmounts(line.allowancesCharges, weights, places);
  const taxes = dividedAmounts(line.taxes, weights, places);
  const components = line.components?.map((component) => divided(component.quantity.value, weights, 3));
  for (const [at, { location, quantity }] of stores.entries()) {
    const part: InvoiceLine = { ...line, quantity, net: nets[at] ?? '0' };
    if (line.pricedQuantity !== undefined) part.pricedQuantity = { ...line.pricedQuantity, value: priced?.[at] ?? '0' };
    if (charges !== undefined) part.allowancesCharges = charges[at];
    if (taxes !== undefined) part.taxes = taxes[at];
    if (line.components !== undefined) {
      part.components = line.components.map((component, index) => ({
        ...component,
        quantity: { ...component.quantity, value: components?.[index]?.[at] ?? '0' },
      }));
    }
    const name = nameOf(location);
    const share = shares.get(name) ?? { location, lines: [] };
    shares.set(name, share);
    share.lines.push(part);
  }
}

/** The parts of the document with their amounts: those of the whole, by the lines' net amounts. */
function ofDocument(invoice: Invoice, shares: readonly Share[], places: number): Invoice[] {
  const weights = shares.map(({ lines }) => sum(lines.map(({ net }) => net)).replace('-', ''));
  const charges = dividedAmounts(invoice.allowancesCharges, weights, places);
  const taxes = dividedAmounts(invoice.taxes, weights, places);
  return shares.map(({ lines }, at) => {
    // What only the whole says stands in the rest; discounts are of a total that no part has.
    const { discountAmounts: _, unitsShipped: __, grossWeight: ___, ...part } = { ...invoice, lines };
    if (charges !== undefined) part.allowancesCharges = charges[at];
    if (taxes !== undefined) part.taxes = taxes[at];
    return { ...part, total: documentTotal(part) };
  });
}

/** Allowances, charges or taxes by part, with what their amounts are taken of. */
function dividedAmounts<One extends AllowanceCharge | Tax>(
  list: readonly One[] | undefined,
  weights: readonly string[],
  places: number,
): One[][] | undefined {
  const parts = list?.map((one) => dividedAmount(one, weights, places));
  return parts && weights.map((_, at) => parts.map((part) => part[at] as One));
}

function dividedAmount<One extends AllowanceCharge | Tax>(one: One, weights: readonly string[], places: number): One[] {
  const amounts = divided(one.amount, weights, places);
  const taxable = 'taxable' in one && one.taxable !== undefined ? divided(one.taxable, weights, places) : undefined;
  const counted = 'quantity' in one ? one.quantity : undefined;
  const counts = counted && divided(counted.value, weights, 3);
  return amounts.map((amount, at) => {
    const part = { ...one, amount };
    if (taxable !== undefined) Object.assign(part, { taxable: taxable[at] });
    if (counted !== undefined) Object.assign(part, { quantity: { ...counted, value: counts?.[at] } });
    return part;
  });
}

/** Divides an amount, with as many places as it has or money has. */
function divided(amount: string, weights: readonly string[], places: number): string[] {
  const { length } = amount.split('.')[1] ?? '';
  return allocate(amount, weights, Math.max(places, length));
}
