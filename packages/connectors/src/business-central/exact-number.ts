import { normalize } from '@dist/canonical/arithmetic';

/** Whether a decimal stays what it is as a JSON number: quantities are sent as such. */
export function isExactNumber(decimal: string): boolean {
  return String(Number(decimal)) === normalize(decimal);
}
