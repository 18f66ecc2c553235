import type { Item, OrderLine, Price, Quantity } from '@dist/canonical';
import { compare, convert, divide, multiply, priceWithin } from '@dist/canonical/arithmetic';
import type { Failure } from '../word/failure.ts';
import { type AgreedPrice, contractPrice, listPrice } from './agreed-price.ts';
import type { Context } from './context.ts';
import { type Finding, failed, found } from './finding.ts';
import type { Place } from './match-place.ts';

interface PricedLine {
  readonly line: OrderLine;
  readonly base: Quantity;
  /** The item ordered; where another ships in its place, that one after it. */
  readonly items: readonly Item[];
  /** Where the line goes; none where that is not known. */
  readonly places: readonly Place[];
}

/**
 * The price per ordered unit: the buyer's, when it is near enough to what is agreed; what is agreed, when the buyer
 * states none and the policy says so. Undefined where it is the ERP's to know.
 */
export function priceLine(context: Context, input: PricedLine): Finding<string | undefined> {
  const { price, lineId, quantity } = input.line;
  const [item] = input.items;
  if (item === undefined) return found(undefined);
  if (price === undefined) return missingPrice(context, input);
  if (compare(price.per ?? '1', '0') <= 0) {
    const message = `line ${lineId}: the buyer's price is for ${price.per} units, expected more than none`;
    return failed({ class: 'partnerFormat', code: 'price-basis', message, lineId });
  }
  const value = perOrderedUnit({ ...price, unit: price.unit ?? quantity.unit }, quantity.unit, item);
  if (context.policy.price.outside === 'pass') return found(value);
  const agreed = agreedPrice(context, input);
  if (agreed.failures.length > 0) return { ...agreed, value };
  const failure = agreed.value ? differs(context, input.line, price, agreed.value) : notAgreed(context, input);
  return { value, used: agreed.used, failures: failure === undefined ? [] : [failure] };
}

function missingPrice(context: Context, input: PricedLine): Finding<string | undefined> {
  const { lineId, quantity } = input.line;
  const { priceMissing } = context.policy.enrichment;
  if (priceMissing === 'pass') return found(undefined);
  if (priceMissing === 'hold') {
    const message = `line ${lineId}: the buyer states no price`;
    return failed({ class: 'pricing', code: 'price-missing', message, lineId });
  }
  const { value, used, failures } = agreedPrice(context, input);
  if (failures.length > 0) return { used, failures };
  if (value !== undefined) return found(perOrderedUnit(value.price, quantity.unit, value.item), used);
  const failure = notAgreed(context, input);
  return failure === undefined ? found(undefined) : failed(failure);
}

/** By agreement for the item ordered, then for the one that ships; by the items' own prices after both. */
function agreedPrice(context: Context, { line, base, items, places }: PricedLine): Finding<AgreedPrice | undefined> {
  const lines = items.map((item) => ({ lineId: line.lineId, item, base }));
  for (const priced of isKept(context) ? lines : []) {
    const finding = forAllPlaces(
      places.map((place) => contractPrice(context, priced, place)),
      line,
    );
    if (finding.failures.length > 0 || finding.value !== undefined) return finding;
  }
  // Without its place nobody can say that nothing nearer than the list is agreed.
  if (isKept(context) && places.length === 0) return found(undefined);
  for (const priced of lines) {
    const finding = listPrice(context, priced);
    if (finding.failures.length > 0) return finding;
    if (finding.value !== undefined) return found(finding.value, [finding.value.used]);
  }
  return found(undefined);
}

/** One line has one price: stores with different agreements cannot share it. */
function forAllPlaces(
  findings: readonly Finding<AgreedPrice | undefined>[],
  { lineId }: OrderLine,
): Finding<AgreedPrice | undefined> {
  const failures = findings.flatMap((finding) => finding.failures);
  if (failures.length > 0) return failed(...failures);
  const told = findings.map(({ value }) => value && textOf(value));
  if (new Set(told).size > 1) {
    const prices = [...new Set(told.map((text) => text ?? 'nothing'))].sort().join(' and ');
    const message = `line ${lineId}: its stores have agreed ${prices}, expected one price`;
    return failed({ class: 'pricing', code: 'price-ambiguous', message, lineId });
  }
  return found(
    findings[0]?.value,
    findings.flatMap(({ value }) => value?.used ?? []),
  );
}

function differs({ policy }: Context, line: OrderLine, price: Price, agreed: AgreedPrice): Failure | undefined {
  const { lineId, quantity } = line;
  const { unit } = quantity;
  const { item, agreement } = agreed;
  const percent = agreed.tolerancePercent ?? policy.price.tolerancePercent;
  const tolerance = { percent, absolute: policy.price.toleranceAmount };
  const expected = forOneOf(agreed.price, unit, item);
  const within = priceWithin(price, expected ?? agreed.price, tolerance, { unit, item });
  if (within === true) return undefined;
  const name = agreement === undefined ? 'ours is' : `agreement ${agreement} says`;
  if (within === undefined) {
    // Goods that are priced by what is weighed when they ship: the item's own price says nothing of them.
    if (agreement === undefined) return undefined;
    const message = `line ${lineId}: the buyer's price is per ${price.unit ?? unit}, ${name} ${agreed.price.amount} per ${agreed.price.unit}, which item ${item.sku} does not convert`;
    return { class: 'unitOfMeasure', code: 'price-unit-unknown', message, lineId };
  }
  const found = perOrderedUnit({ ...price, unit: price.unit ?? unit }, unit, item);
  const ours = perOrderedUnit(agreed.price, unit, item);
  const message =
    found === undefined || ours === undefined
      ? `line ${lineId}: the buyer's price ${amountOf(price, unit)}, ${name} ${amountOf(agreed.price, unit)}`
      : `line ${lineId}: the buyer's price ${found} per ${unit}, ${name} ${ours}`;
  return { class: 'pricing', code: 'price-differs', message, lineId };
}

function notAgreed(context: Context, { line: { lineId, price }, items, places }: PricedLine): Failure | undefined {
  if (!isKept(context) || places.length === 0) return undefined;
  const stated = price === undefined ? 'the buyer states no price' : `the buyer's price is ${price.amount}`;
  const message = `line ${lineId}: ${stated}, and none is agreed for item ${items.map(({ sku }) => sku).join(' or ')}`;
  return { class: 'pricing', code: 'price-not-agreed', message, lineId };
}

function isKept({ tables }: Context): boolean {
  return tables.masterData.prices !== undefined;
}

/** Rounded to six places; undefined where the price is for a unit that does not convert (by weight). */
function perOrderedUnit(price: Price & { readonly unit: string }, unit: string, item: Item): string | undefined {
  const one = forOneOf(price, unit, item);
  return one && divide(one.amount, one.per, 6);
}

/** The same price for the ordered unit, by a basis in place of a division: it stays exact. */
function forOneOf(
  price: Price & { readonly unit: string },
  unit: string,
  item: Item,
): { readonly amount: string; readonly per: string; readonly unit: string } | undefined {
  const per = price.per ?? '1';
  if (price.unit === unit) return { amount: price.amount, per, unit };
  const ordered = convert({ value: '1', unit }, item.baseUnit, item);
  const priced = convert({ value: '1', unit: price.unit }, item.baseUnit, item);
  if (ordered === undefined || priced === undefined) return undefined;
  return { amount: multiply(price.amount, ordered.value), per: multiply(per, priced.value), unit };
}

function amountOf({ amount, per, unit }: Price, ordered: string): string {
  return `${amount} per ${per === undefined ? '' : `${per} `}${unit ?? ordered}`;
}

function textOf({ price, tolerancePercent }: AgreedPrice): string {
  return amountOf(price, price.unit) + (tolerancePercent === undefined ? '' : ` within ${tolerancePercent}%`);
}
