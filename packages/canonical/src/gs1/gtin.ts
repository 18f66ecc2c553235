import { endsInCheckDigit } from './check-digit.ts';

/** Whether a text is a Global Trade Item Number: 8, 12, 13 or 14 digits with a right check digit, not all zeros. */
export function isGtin(text: string): boolean {
  return /^(?:[0-9]{8}|[0-9]{12,14})$/.test(text) && endsInCheckDigit(text) && !/^0+$/.test(text);
}

/**
 * The 14 digits of an item number as partners write it: UPC-A, EAN-8, EAN-13 or GTIN-14, with spaces or hyphens, and
 * with leading zeros lost to a spreadsheet (9 to 11 digits). Undefined when the check digit is wrong or the length fits
 * none. The original is not kept: a caller that echoes it back keeps it.
 */
export function toGtin14(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^[0-9]{8,14}$/.test(digits) || !endsInCheckDigit(digits) || /^0+$/.test(digits)) return undefined;
  return digits.padStart(14, '0');
}
