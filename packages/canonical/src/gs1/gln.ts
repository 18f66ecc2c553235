import { endsInCheckDigit } from './check-digit.ts';

/** Whether a text is a Global Location Number: 13 digits with a right check digit. */
export function isGln(text: string): boolean {
  return /^[0-9]{13}$/.test(text) && endsInCheckDigit(text);
}
