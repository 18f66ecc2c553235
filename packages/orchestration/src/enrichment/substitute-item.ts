import type { Item, OrderLine, Quantity } from '@dist/canonical';
import { compare, convert, equals } from '@dist/canonical/arithmetic';
import type { Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Context } from './context.ts';
import { type Finding, failed, found } from './finding.ts';
import type { Place } from './match-place.ts';
import type { Substitute } from './table/substitute.ts';

interface OrderedItem {
  readonly line: OrderLine;
  readonly item: Item;
  /** In the item's base unit; undefined where the ordered unit does not convert. */
  readonly base: Quantity | undefined;
  /** Where it goes; absent where that is not known. */
  readonly place: Place | undefined;
}

/**
 * The item that ships: the one ordered, or what its substitutes lead to, as far as the agreement or the policy consents.
 * Where consent is needed a person decides; where there is none a discontinued item waits, and all others stay.
 */
export function substituteItem(context: Context, ordered: OrderedItem): Finding<Item> {
  const bySku = new Map(context.tables.masterData.items.map((item) => [item.sku, item]));
  const passed = new Set<string>();
  const used: Provenance[] = [];
  let item = ordered.item;
  for (;;) {
    passed.add(item.sku);
    const next = nextOf(context, ordered, item);
    if (next.failures.length > 0) return { used, failures: next.failures };
    const row = next.value;
    if (row === undefined) break;
    const substitute = bySku.get(row.substitute);
    if (substitute === undefined || passed.has(row.substitute)) {
      return failed(badSubstitute(ordered.line, [...passed, row.substitute], substitute === undefined));
    }
    used.push(context.tables.use('substitute', `${row.sku}/${row.substitute}`, row));
    item = substitute;
  }
  if (item === ordered.item) return found(item);
  const failure = packDiffers(ordered, item);
  return failure === undefined ? found(item, [...used, context.tables.use('item', item.sku)]) : failed(failure);
}

/** The row to follow from an item; undefined when the item itself ships. */
function nextOf(context: Context, ordered: OrderedItem, item: Item): Finding<Substitute | undefined> {
  const { lineId } = ordered.line;
  const gone = item.status === 'discontinued';
  const rows = rowsOf(context, ordered, item);
  const [row, rival] = rows;
  if (row === undefined) return gone ? failed(discontinued(lineId, item)) : found(undefined);
  if (rival !== undefined) {
    const names = rows.map(({ substitute }) => substitute).join(' and ');
    const message = `line ${lineId}: ${names} stand in the place of ${item.sku}, expected one`;
    return failed({ class: 'itemCrossReference', code: 'substitute-ambiguous', message, lineId });
  }
  const consent = row.consent ?? context.policy.substitution;
  if (consent === 'allowed') return found(row);
  if (consent === 'never') {
    return gone ? failed(discontinued(lineId, item, `and may not become ${row.substitute}`)) : found(undefined);
  }
  const message = `line ${lineId}: substitution of ${item.sku} by ${row.substitute} needs consent`;
  const failure: Failure = { class: 'inventory', code: 'substitution-needs-consent', message, lineId };
  // Who consented saw this very pair: another substitute is another question.
  const isConsented =
    context.policy.enrichment.releasable.includes(failure.code) &&
    context.approvals.some((seen) => seen.code === failure.code && seen.message === message);
  return isConsented ? found(row) : failed(failure);
}

/** The nearest rows that call for a substitute now: of the customer, else of the partner, else of all; then by rank. */
function rowsOf(context: Context, { base, place }: OrderedItem, item: Item): readonly Substitute[] {
  const { partner, tables } = context;
  const isShort = (sku: string) => base !== undefined && isOutOfStock(context, sku, base);
  const calls = (row: Substitute) => {
    if (row.reason === 'superseded') return true;
    if (row.reason === 'discontinued') return item.status === 'discontinued';
    return isShort(item.sku) && !isShort(row.substitute);
  };
  const rows = tables
    .rows('substitutes')
    .filter((row) => row.sku === item.sku && (row.partner ?? partner) === partner)
    .filter((row) => row.customerNumber === undefined || row.customerNumber === place?.customerNumber)
    .filter(calls);
  const nearness = ({ customerNumber, partner: by }: Substitute) =>
    (customerNumber === undefined ? 2 : 0) + (by === undefined ? 1 : 0);
  const order = (row: Substitute) => [nearness(row), row.rank ?? Number.MAX_SAFE_INTEGER] as const;
  const sorted = [...rows].sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  const [first] = sorted;
  if (first === undefined) return [];
  const equal = sorted.filter((row) => String(order(row)) === String(order(first)));
  const bySubstitute = new Map(equal.map((row) => [`${row.substitute} ${row.consent}`, row]));
  return [...bySubstitute.values()].sort((a, b) => (a.substitute < b.substitute ? -1 : 1));
}

/** Whether stock of the item is known, and less than what is ordered. */
function isOutOfStock({ tables }: Context, sku: string, base: Quantity): boolean {
  const levels = tables.rows('stock').filter((row) => row.sku === sku && row.available.unit === base.unit);
  return levels.length > 0 && levels.every(({ available }) => compare(available.value, base.value) < 0);
}

/** The buyer counts in the unit ordered: a case of twelve is not answered by a case of ten. */
function packDiffers({ line: { lineId, quantity }, item }: OrderedItem, substitute: Item): Failure | undefined {
  const [ours, theirs] = [item, substitute].map((one) =>
    convert({ value: '1', unit: quantity.unit }, one.baseUnit, one),
  );
  if (ours === undefined) return undefined;
  if (theirs !== undefined && theirs.unit === ours.unit && equals(theirs.value, ours.value)) return undefined;
  const held = theirs === undefined ? 'does not know that unit' : `has ${theirs.value} ${theirs.unit}`;
  const message = `line ${lineId}: a ${quantity.unit} of ${item.sku} has ${ours.value} ${ours.unit}, its substitute ${substitute.sku} ${held}`;
  return { class: 'unitOfMeasure', code: 'substitute-unit-differs', message, lineId };
}

function discontinued(lineId: string, { sku }: Item, rest?: string): Failure {
  const message = `line ${lineId}: item ${sku} is discontinued${rest === undefined ? '' : ` ${rest}`}`;
  return { class: 'inventory', code: 'item-discontinued', message, lineId };
}

function badSubstitute({ lineId }: OrderLine, path: readonly string[], isUnknown: boolean): Failure {
  const [code, what] = isUnknown
    ? ['substitute-unknown', 'and no item has the last number']
    : ['substitute-circle', 'which is a circle'];
  const message = `line ${lineId}: substitutes lead from ${path.join(' to ')}, ${what}`;
  return { class: 'itemCrossReference', code, message, lineId };
}
