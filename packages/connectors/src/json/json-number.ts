import { normalize } from '@dist/canonical/arithmetic';

/** A decimal as a number of JSON; undefined where a binary number would be another one. */
export function jsonNumber(decimal: string): number | undefined {
  const value = Number(decimal);
  return Number.isFinite(value) && String(value) === normalize(decimal) ? value : undefined;
}
