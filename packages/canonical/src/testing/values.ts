import * as fc from 'fast-check';
import { normalize } from '../arithmetic/normalize.ts';
import { units } from '../data/units.ts';
import { checkDigit } from '../gs1/check-digit.ts';
import type {
  Address,
  AllowanceCharge,
  CalendarDate,
  DecimalString,
  Identifier,
  Instant,
  Parties,
  Party,
  PaymentTerms,
  Price,
  Quantity,
  Reference,
  Tax,
} from '../value/value.ts';

// Values of the simplest kind that every carrier holds: no delimiters of X12, no blanks at the ends.
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A word or a few, without blanks at the ends. */
export function text(maxLength = 20): fc.Arbitrary<string> {
  const inner = fc.constantFrom(...letters, ' ', '.', ',', '-', '/', '&', "'", '(', ')');
  return fc
    .tuple(fc.constantFrom(...letters), fc.array(inner, { maxLength: Math.max(0, maxLength - 1) }))
    .map(([first, rest]) => [first, ...rest].join('').trim());
}

/** A number as people give it, not necessarily of digits. */
export function code(maxLength = 10): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...letters, '-'), { minLength: 1, maxLength })
    .map((characters) => characters.join('').replace(/^-+|-+$/g, '0'));
}

/** A decimal from zero (or the least step) up to `max`, with at most `places` digits after the point. */
export function decimal({ places = 2, max = 100_000, zero = true } = {}): fc.Arbitrary<DecimalString> {
  const steps = 10 ** places;
  return fc.integer({ min: zero ? 0 : 1, max: max * steps }).map((value) => {
    const digits = String(value).padStart(places + 1, '0');
    return normalize(places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
  });
}

/** A day from 1970 to 2024, `CCYY-MM-DD`. */
export function calendarDate(): fc.Arbitrary<CalendarDate> {
  return fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
}

/** An instant with one of several offsets, also `Z`. */
export function instant(): fc.Arbitrary<Instant> {
  const offset = fc.constantFrom('Z', '-06:00', '+05:30', '+00:00');
  const seconds = fc.integer({ min: 0, max: 1_700_000_000 });
  return fc
    .tuple(seconds, offset)
    .map(([second, zone]) => new Date(second * 1000).toISOString().replace('.000Z', zone));
}

/** Digits that end in their own check digit. */
function withCheckDigit(length: number): fc.Arbitrary<string> {
  const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: length - 2, maxLength: length - 2 });
  return fc.tuple(fc.constantFrom(...'123456789'), digits).map(([first, rest]) => {
    const body = [first, ...rest].join('');
    return body + checkDigit(body);
  });
}

/** An item number; each scheme at most once, as X12 has one pair for each qualifier. */
export function itemIds(): fc.Arbitrary<Identifier[]> {
  return fc
    .record({
      gtin: withCheckDigit(13).map((digits) => `0${digits}`),
      buyer: fc.option(code(), { nil: undefined }),
      seller: fc.option(code(), { nil: undefined }),
    })
    .map(({ gtin, buyer, seller }) => [
      { scheme: 'gtin', value: gtin },
      ...(buyer === undefined ? [] : [{ scheme: 'buyer' as const, value: buyer }]),
      ...(seller === undefined ? [] : [{ scheme: 'seller' as const, value: seller }]),
    ]);
}

export function placeId(): fc.Arbitrary<Identifier> {
  return fc.oneof(
    withCheckDigit(13).map((value): Identifier => ({ scheme: 'gln', value })),
    code(9).map((value): Identifier => ({ scheme: 'buyer', value })),
  );
}

/** A unit that orders are in: pieces, packages, a dozen, a pound, a foot. */
export function unit(): fc.Arbitrary<string> {
  return fc.constantFrom(...[...units.keys()].filter((key) => /^(?:C62|XCS|XBX|XPK|DZN|LBR|FOT)$/.test(key)));
}

/** A quantity above zero, now and then with three digits after the point, in a unit of the table. */
export function quantity(): fc.Arbitrary<Quantity> {
  const value = fc.oneof(
    { weight: 4, arbitrary: decimal({ places: 0, max: 5000, zero: false }) },
    { weight: 1, arbitrary: decimal({ places: 3, max: 500, zero: false }) },
  );
  return fc.record({ value, unit: unit() });
}

/** A price, now and then zero, for a hundred, or with more digits than the currency has. */
export function price(): fc.Arbitrary<Price> {
  const amount = fc.oneof(decimal(), decimal({ places: 4, max: 100 }), fc.constant('0'));
  return fc.record({ amount, per: fc.constantFrom('12', '100') }, { requiredKeys: ['amount'] });
}

function address(): fc.Arbitrary<Address> {
  return fc.record(
    {
      lines: fc.array(text(35), { minLength: 1, maxLength: 2 }),
      city: text(20).filter((city) => city.length >= 2),
      region: fc.constantFrom('IL', 'TX', 'OR'),
      postalCode: fc.constantFrom('60601', '75001-1234', '97201'),
      country: fc.constantFrom('US', 'CA'),
    },
    { requiredKeys: ['lines', 'city'] },
  );
}

/** A party with a number, often a name and an address. */
export function party(): fc.Arbitrary<Party> {
  return fc.record(
    { name: text(30), ids: fc.array(placeId(), { minLength: 1, maxLength: 1 }), address: address() },
    { requiredKeys: ['ids'] },
  );
}

export function parties(): fc.Arbitrary<Parties> {
  return fc.record(
    { buyer: party(), billTo: party(), shipTo: party(), shipFrom: party(), markFor: party(), remitTo: party() },
    { requiredKeys: ['shipTo'] },
  );
}

export function references(): fc.Arbitrary<Reference[]> {
  const reference = (type: string): fc.Arbitrary<Reference> => code().map((value) => ({ type, value }));
  return fc
    .tuple(fc.option(reference('department')), fc.option(reference('vendorNumber')))
    .map((list) => list.filter((found) => found !== null));
}

export function terms(): fc.Arbitrary<PaymentTerms> {
  return fc.record(
    {
      discountPercent: decimal({ max: 9, zero: false }),
      discountDays: fc.integer({ min: 1, max: 60 }),
      netDays: fc.integer({ min: 1, max: 120 }),
    },
    { requiredKeys: ['netDays'] },
  );
}

/** An allowance or charge that is settled on its document, with an amount of zero or more. */
export function allowanceCharge(): fc.Arbitrary<AllowanceCharge> {
  return fc.record({
    kind: fc.constantFrom('allowance', 'charge'),
    code: fc.constantFrom('D240', 'C310', 'F800'),
    amount: decimal({ max: 500 }),
  });
}

export function tax(): fc.Arbitrary<Tax> {
  return fc.record({ category: fc.constant('ST'), amount: decimal({ max: 500 }) });
}

export const currency = fc.constantFrom('USD', 'CAD', 'JPY');

/** A line id: opaque text, not necessarily a number. */
export const lineId = fc.oneof(code(6), fc.integer({ min: 1, max: 999 }).map(String), fc.constant('00010'));

/** Lines with ids of their own, with gaps and out of order. */
export function linesOf<Line extends { lineId: string }>(
  line: fc.Arbitrary<Line>,
  minLength = 1,
): fc.Arbitrary<Line[]> {
  return fc.uniqueArray(line, { minLength, maxLength: 6, selector: (value) => value.lineId });
}
