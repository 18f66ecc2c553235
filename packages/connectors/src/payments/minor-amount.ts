import { minorUnit } from '@dist/canonical';
import { divide, isNegative, isZero, multiply, normalize } from '@dist/canonical/arithmetic';

/**
 * Where Stripe counts other units than ISO 4217 has: "Supported currencies", Zero-decimal currencies and Special cases. ISK
 * and UGX are zero-decimal and written with two; MGA has fifths and is written without.
 */
const special: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Digits after the point of the amounts that Stripe sends; undefined for a currency that is not known. */
function digitsOf(currency: string): number | undefined {
  return special[currency] ?? minorUnit(currency);
}

/** `1099` of `usd` is 10.99, of `jpy` 1099, of `kwd` 1.099. Undefined for a currency that is not known. */
export function fromMinor(amount: number, currency: string): string | undefined {
  const digits = digitsOf(currency.toUpperCase());
  return digits === undefined ? undefined : divide(String(amount), `1${'0'.repeat(digits)}`, digits);
}

/** An amount for Stripe, or what is wrong with it: more digits than the currency has, or digits that must be zero. */
export function toMinor(
  amount: string,
  currency: string,
): { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string } {
  const digits = digitsOf(currency);
  if (digits === undefined) return { ok: false, message: `the currency ${currency} is not known` };
  if (isNegative(amount) || isZero(amount))
    return { ok: false, message: `an amount is more than zero, found ${amount}` };
  const value = normalize(multiply(amount, `1${'0'.repeat(digits)}`));
  if (!/^\d{1,12}$/.test(value)) return { ok: false, message: `${currency} has ${digits} digits, found ${amount}` };
  // "Three-decimal currencies": the last digit is 0. ISK and UGX: both decimals are 0.
  if (digits === 3 && !value.endsWith('0'))
    return { ok: false, message: `the last digit of ${amount} ${currency} is not 0` };
  if ((currency === 'ISK' || currency === 'UGX') && !value.endsWith('00'))
    return { ok: false, message: `${currency} has no decimals, found ${amount}` };
  return { ok: true, value };
}
