/**
 * The check digit (modulo 10) of GS1 keys for the digits that stand before it: weights 3 and 1 in turn from the right
 * (GS1 General Specifications §7.9.1). Leading zeros do not change it, so GTIN-8 to GTIN-14 share it.
 * Throws a RangeError when the text is not of digits.
 */
export function checkDigit(digits: string): string {
  if (!/^[0-9]+$/.test(digits)) throw new RangeError(`expected digits only, got "${digits.slice(0, 40)}"`);
  let total = 0;
  let weight = 3;
  for (let index = digits.length - 1; index >= 0; index--) {
    total += (digits.charCodeAt(index) - 48) * weight;
    weight = 4 - weight;
  }
  return String((10 - (total % 10)) % 10);
}

/** Whether a text is digits that end in their own check digit. */
export function endsInCheckDigit(text: string): boolean {
  return /^[0-9]{2,}$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}
