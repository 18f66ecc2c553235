import { normalize } from '@dist/canonical/arithmetic';

/** A decimal as the JSON number that it stays; undefined where it has more digits than a number keeps. */
export function exactNumber(decimal: string): number | undefined {
  const value = Number(decimal);
  return String(value) === normalize(decimal) ? value : undefined;
}
