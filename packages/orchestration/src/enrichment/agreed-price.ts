import type { Item, Price, Quantity } from '@dist/canonical';
import { compare, convert } from '@dist/canonical/arithmetic';
import type { Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Context } from './context.ts';
import { type Finding, failed, found } from './finding.ts';
import type { Place } from './match-place.ts';
import type { ContractPrice } from './table/contract-price.ts';

/** What is agreed for an item, and through which item its unit converts. */
export interface AgreedPrice {
  readonly price: Price & { readonly unit: string };
  readonly item: Item;
  /** Name of the agreement; absent for the item's own price. */
  readonly agreement?: string | undefined;
  readonly tolerancePercent?: string | undefined;
  readonly used: Provenance;
}

interface PricedLine {
  readonly lineId: string;
  readonly item: Item;
  /** The whole line in the item's base unit: quantity breaks count by it. */
  readonly base: Quantity;
}

type Row = ContractPrice & { readonly reached: string };

/**
 * The price of the nearest agreement: ship-to, customer, partner, group, list. Within one: the greatest quantity break
 * that is reached, then the one that began last. Another currency is never compared, and no farther agreement is taken
 * in its place. Undefined without failure where none is agreed.
 */
export function contractPrice(context: Context, line: PricedLine, place: Place): Finding<AgreedPrice | undefined> {
  const rows = context.tables.rows('prices').filter((row) => isFor(row, line.item.sku, place, context));
  for (const isLevel of levels) {
    const reached: Row[] = [];
    for (const row of rows.filter(isLevel)) {
      const minimum = row.minimum ?? { value: '0', unit: line.item.baseUnit };
      const inBase = convert(minimum, line.item.baseUnit, line.item);
      if (inBase === undefined) return failed(breakUnit(line, row, minimum.unit));
      if (compare(inBase.value, line.base.value) <= 0) reached.push({ ...row, reached: inBase.value });
    }
    if (reached.length > 0) return oneOf(reached, line, context);
  }
  return found(undefined);
}

/** The item's own price, which is in the list's currency. Undefined without failure where it has none. */
export function listPrice(context: Context, { lineId, item }: PricedLine): Finding<AgreedPrice | undefined> {
  if (item.price === undefined) return found(undefined);
  const { listCurrency } = context.tables.masterData;
  const { currency } = context.order;
  if (listCurrency !== undefined && listCurrency !== currency) {
    const message = `line ${lineId}: the price of ${item.sku} is in ${listCurrency}, the order is in ${currency}`;
    return failed({ class: 'pricing', code: 'price-currency', message, lineId });
  }
  const price = { amount: item.price, unit: item.baseUnit };
  return found({ price, item, used: context.tables.use('listPrice', item.sku) });
}

const levels: readonly ((row: ContractPrice) => boolean)[] = [
  (row) => row.shipToNumber !== undefined,
  (row) => row.shipToNumber === undefined && row.customerNumber !== undefined,
  (row) => row.shipToNumber === undefined && row.customerNumber === undefined && row.partner !== undefined,
  (row) => isForMany(row) && row.group !== undefined,
  (row) => isForMany(row) && row.group === undefined,
];

function isForMany(row: ContractPrice): boolean {
  return row.shipToNumber === undefined && row.customerNumber === undefined && row.partner === undefined;
}

function isFor(row: ContractPrice, sku: string, place: Place, { partner, tables }: Context): boolean {
  if (row.sku !== sku) return false;
  if ((row.shipToNumber ?? place.shipToNumber) !== place.shipToNumber) return false;
  if ((row.customerNumber ?? place.customerNumber) !== place.customerNumber) return false;
  if ((row.partner ?? partner) !== partner) return false;
  if (row.group === undefined) return true;
  return tables
    .rows('customerGroups')
    .some(({ customerNumber, group }) => customerNumber === place.customerNumber && group === row.group);
}

function oneOf(rows: readonly Row[], line: PricedLine, context: Context): Finding<AgreedPrice | undefined> {
  const { lineId, item } = line;
  const { currency } = context.order;
  const fault = (code: string, message: string) =>
    failed<AgreedPrice | undefined>({ class: 'pricing', code, message: `line ${lineId}: ${message}`, lineId });
  const payable = rows.filter((row) => row.currency === currency).sort(nearestFirst);
  const [best] = payable;
  if (best === undefined) {
    const names = rows.map((row) => `${row.agreement} is in ${row.currency}`).sort();
    return fault('price-currency', `agreement ${names.join(', ')}, the order is in ${currency}`);
  }
  const equal = payable.filter((row) => row.reached === best.reached && (row.from ?? '') === (best.from ?? ''));
  const prices = new Set(equal.map((row) => textOf(row, item)));
  if (prices.size > 1) {
    const names = equal.map((row) => `${row.agreement} says ${row.price.amount}`).sort();
    return fault('price-ambiguous', `agreement ${names.join(', agreement ')}`);
  }
  const { agreement, price, tolerancePercent } = best;
  if (compare(price.per ?? '1', '0') <= 0)
    return fault('price-basis', `agreement ${agreement} is for ${price.per} units`);
  const used = context.tables.use('price', `${agreement} ${item.sku}`, best);
  return found({ price: { ...price, unit: price.unit ?? item.baseUnit }, item, agreement, tolerancePercent, used });
}

function nearestFirst(a: Row, b: Row): number {
  const byBreak = compare(b.reached, a.reached);
  if (byBreak !== 0) return byBreak;
  if ((a.from ?? '') !== (b.from ?? '')) return (a.from ?? '') > (b.from ?? '') ? -1 : 1;
  // Of two that began on the same day and say the same, the name decides which one is told.
  return a.agreement < b.agreement ? -1 : 1;
}

function textOf({ price: { amount, per = '1', unit }, tolerancePercent }: Row, item: Item): string {
  return JSON.stringify([amount, per, unit ?? item.baseUnit, tolerancePercent ?? null]);
}

function breakUnit({ lineId, item }: PricedLine, row: ContractPrice, unit: string): Failure {
  const message = `line ${lineId}: agreement ${row.agreement} counts from ${unit}, which item ${item.sku} does not convert to ${item.baseUnit}`;
  return { class: 'unitOfMeasure', code: 'break-unit-unknown', message, lineId };
}
