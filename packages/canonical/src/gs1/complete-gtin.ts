import { checkDigit } from './check-digit.ts';

/**
 * The 14 digits of an item number that is written without its check digit, as qualifiers of X12 element 235 say: 11 digits
 * (UI, 1-5-5), 12 (UA and UD, 2-5-5) or 13 (U2, 1-2-5-5), with spaces or hyphens. Undefined for another length.
 * Only for a number known to lack it: any 12 digits of a UPC-A would make 14 digits of something else.
 */
export function completeGtin(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^[0-9]{11,13}$/.test(digits) || /^0+$/.test(digits)) return undefined;
  return (digits + checkDigit(digits)).padStart(14, '0');
}
