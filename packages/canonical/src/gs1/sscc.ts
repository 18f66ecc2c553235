import { checkDigit, endsInCheckDigit } from './check-digit.ts';

/** Whether a text is a Serial Shipping Container Code: 18 digits with a right check digit, without the AI `00`. */
export function isSscc(text: string): boolean {
  return /^[0-9]{18}$/.test(text) && endsInCheckDigit(text);
}

/**
 * The 18 digits of a logistic unit's code: extension digit, GS1 company prefix (4 to 12 digits), serial number padded to
 * 16 digits with the prefix, check digit. A serial number must not be used again within 12 months: where it comes from
 * is the caller's. Throws a RangeError when a part is no whole number or does not fit.
 */
export function makeSscc(
  companyPrefix: string,
  extensionDigit: number | string,
  serial: number | bigint | string,
): string {
  const extension = String(extensionDigit);
  const number = String(serial);
  const room = 16 - companyPrefix.length;
  if (!/^[0-9]{4,12}$/.test(companyPrefix))
    throw new RangeError(`a company prefix has 4 to 12 digits, got "${companyPrefix}"`);
  if (!/^[0-9]$/.test(extension)) throw new RangeError(`the extension is one digit, got "${extension}"`);
  if (!/^[0-9]+$/.test(number) || number.length > room) {
    throw new RangeError(`the serial number has at most ${room} digits after prefix ${companyPrefix}, got "${number}"`);
  }
  const digits = extension + companyPrefix + number.padStart(room, '0');
  return digits + checkDigit(digits);
}
