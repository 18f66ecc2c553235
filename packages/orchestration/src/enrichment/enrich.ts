import type { Item, Order, OrderLine } from '@dist/canonical';
import { compare, convert, divide, multiply } from '@dist/canonical/arithmetic';
import type { Policy } from '../policy/policy.ts';
import { withinTolerance } from '../policy/within-tolerance.ts';
import type { EnrichedLine, OrderPart, Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { MasterData } from './master-data.ts';
import { itemMatcher } from './match-item.ts';
import { placeMatcher } from './match-place.ts';
import { splitOrder } from './split-order.ts';

/** What is enriched: the order, and whose numbers it speaks in. */
export interface EnrichmentRequest {
  readonly partner: string;
  readonly order: Order;
}

/**
 * `unresolved` waits for a person: master data or an agreement lacks something, and enriching again may succeed.
 * `invalid` can never be right, whatever master data says.
 */
export type Enriched =
  | {
      readonly type: 'enriched';
      readonly lines: readonly EnrichedLine[];
      readonly parts: readonly OrderPart[];
      readonly used: readonly Provenance[];
    }
  | { readonly type: 'unresolved'; readonly failures: readonly Failure[] }
  | { readonly type: 'invalid'; readonly failures: readonly Failure[] };

/**
 * Puts an order into the seller's words: items, base units, customer and ship-to, the ERP orders it becomes. Pure, and
 * the same for every channel. Nothing is guessed: what is not in the tables is a failure with its class.
 */
export function enrich(request: EnrichmentRequest, masterData: MasterData, policy: Policy): Enriched {
  const { partner, order } = request;
  const invalid = neverRight(order);
  if (invalid.length > 0) return { type: 'invalid', failures: invalid };
  const match = itemMatcher(partner, masterData);
  const failures: Failure[] = [...repeatedLines(order)];
  const lines: EnrichedLine[] = [];
  for (const line of order.lines) {
    const found = match(line);
    if ('failure' in found) {
      failures.push(found.failure);
      continue;
    }
    const enriched = enrichLine(line, found.item, policy);
    if ('failure' in enriched) failures.push(enriched.failure);
    else lines.push(enriched.line);
  }
  const places = placeMatcher(partner, masterData);
  const split = splitOrder({ partner, order, lines, places, policy });
  failures.push(...split.failures);
  if (failures.length > 0) return { type: 'unresolved', failures };
  return { type: 'enriched', lines, parts: split.parts, used: provenance(lines, split.parts, masterData.version) };
}

function neverRight(order: Order): readonly Failure[] {
  if (order.lines.length === 0)
    return [{ class: 'partnerFormat', code: 'no-lines', message: 'the order has no lines' }];
  return order.lines.flatMap(({ lineId, quantity }) => {
    if (compare(quantity.value, '0') > 0) return [];
    const message = `line ${lineId}: the quantity is ${quantity.value}`;
    return [{ class: 'partnerFormat' as const, code: 'quantity-not-positive', message, lineId }];
  });
}

/** Answers, shipments and invoices name lines by their ids: two lines of one id could not be told apart. */
function repeatedLines(order: Order): readonly Failure[] {
  const seen = new Set<string>();
  return order.lines.flatMap(({ lineId }) => {
    if (!seen.has(lineId)) return seen.add(lineId) && [];
    const message = `line id ${lineId} is used twice`;
    return [{ class: 'partnerFormat' as const, code: 'line-id-repeated', message, lineId }];
  });
}

function enrichLine(
  line: OrderLine,
  item: Item,
  policy: Policy,
): { readonly line: EnrichedLine } | { readonly failure: Failure } {
  const { lineId, quantity } = line;
  const base = convert(quantity, item.baseUnit, item);
  if (base === undefined) {
    const message = `line ${lineId}: item ${item.sku} has no pack size for ${quantity.unit}`;
    return { failure: { class: 'unitOfMeasure', code: 'unit-unknown', message, lineId } };
  }
  const price = pricePerOrderedUnit(line, item);
  const failure = priceFailure(line, item, policy);
  if (failure !== undefined) return { failure };
  const { sku, ids, description, conversions: units } = item;
  return { line: { lineId, sku, ids, description, ordered: quantity, base, units, ...(price && { price }) } };
}

/** What the buyer states for one ordered unit; undefined where the price is for a unit that does not convert (by weight). */
function pricePerOrderedUnit({ price, quantity }: OrderLine, item: Item): string | undefined {
  if (price === undefined) return undefined;
  const { amount, per = '1', unit = quantity.unit } = price;
  if (unit === quantity.unit) return per === '1' ? amount : divide(amount, per, 6);
  const one = convert({ value: '1', unit: quantity.unit }, unit, item);
  return one === undefined ? undefined : divide(multiply(amount, one.value), per, 6);
}

function priceFailure(line: OrderLine, item: Item, policy: Policy): Failure | undefined {
  if (policy.price.outside === 'pass' || item.price === undefined) return undefined;
  const found = pricePerOrderedUnit(line, item);
  const units = convert({ value: '1', unit: line.quantity.unit }, item.baseUnit, item);
  if (found === undefined || units === undefined) return undefined;
  const agreed = multiply(item.price, units.value);
  if (withinTolerance(found, agreed, policy.price)) return undefined;
  const { lineId } = line;
  const message = `line ${lineId}: the buyer's price ${found} per ${line.quantity.unit}, ours is ${agreed}`;
  return { class: 'pricing', code: 'price-differs', message, lineId };
}

function provenance(lines: readonly EnrichedLine[], parts: readonly OrderPart[], version: string): Provenance[] {
  const items = lines.map(({ sku }) => ({ record: 'item', key: sku, version }));
  const places = parts.map((part) => ({
    record: 'shipTo',
    key: `${part.customerNumber}/${part.shipToNumber}`,
    version,
  }));
  return [...new Map([...items, ...places].map((used) => [`${used.record} ${used.key}`, used])).values()];
}
