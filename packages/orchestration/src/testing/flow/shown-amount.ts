import { type Quantity, x12OfUnit } from '@dist/canonical';

/** A quantity as people write it: `6 CA`; the canonical unit where X12 has no code for it. */
export function shownAmount({ value, unit }: Quantity): string {
  return `${value} ${x12OfUnit(unit) ?? unit}`;
}
