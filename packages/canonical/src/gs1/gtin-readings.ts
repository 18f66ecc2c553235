import { completeGtin } from './complete-gtin.ts';
import { toGtin14 } from './gtin.ts';

/**
 * Every GTIN, as 14 digits, that a text may state where nobody says how it is written: with its check digit, with leading
 * zeros lost (9 to 11 digits), or, of 11 digits, a UPC-A without its check digit. None: no item number. Two: 11 digits
 * that read both ways; only the item master can tell, and a guess would ship the wrong item.
 */
export function gtinReadings(text: string): string[] {
  const digits = text.replace(/[\s-]/g, '');
  const readings = [toGtin14(digits), digits.length === 11 ? completeGtin(digits) : undefined];
  return readings.filter((reading) => reading !== undefined);
}
