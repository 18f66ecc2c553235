/** An exact quotient of whole numbers: the oracle for the decimals of this package, which it shares no code with. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function rational(decimal: string): Rational {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { top: BigInt(`${whole}${fraction}`), bottom: 10n ** BigInt(fraction.length) };
}

export const times = (a: Rational, b: Rational): Rational => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
export const over = (a: Rational, b: Rational): Rational => ({ top: a.top * b.bottom, bottom: a.bottom * b.top });
export const plus = (a: Rational, b: Rational): Rational => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const minus = (a: Rational, b: Rational): Rational => plus(a, { top: -b.top, bottom: b.bottom });
export const total = (all: readonly Rational[]): Rational => all.reduce(plus, rational('0'));

/** Rounded half away from zero to so many digits, as the whole number of the last digit's units: 2.675 to 2 is 268. */
export function inUnits({ top, bottom }: Rational, places: number): bigint {
  const [sign, size] = top < 0n ? [-1n, -top] : [1n, top];
  const scaled = size * 10n ** BigInt(places) * 2n;
  return sign * ((scaled + bottom) / (bottom * 2n));
}

export const same = (a: Rational, b: Rational): boolean => a.top * b.bottom === b.top * a.bottom;
