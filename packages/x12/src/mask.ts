import { toBytes } from './lexical/bytes.ts';
import { Masker } from './mask/masker.ts';

/**
 * A copy of a file to show to others: names, addresses, contacts, accounts, prices, amounts, rates and free text are
 * hidden, each digit as 1 and each letter as X or x. Length, separators, codes, dates, quantities, item and document
 * numbers, control numbers and counts stay, so the copy has the issues of the original at the same places. It fails
 * closed: of a segment that the list does not know, and of bytes that belong to no segment, all letters and digits are
 * hidden. The parties of ISA and GS stay. The same file always gives the same copy.
 * @throws TypeError when the input is neither text nor bytes.
 */
export function mask(input: string | Uint8Array): Uint8Array {
  return new Masker().take({ base: 0, bytes: toBytes(input), isLast: true });
}
