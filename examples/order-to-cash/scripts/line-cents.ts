import type { SampleLine } from './order-lines.ts';

/** The value of a line, rounded half up to cents, in cents. */
export function lineCents({ quantity, price, basis, baseUnitsPerUnit }: SampleLine): number {
  const units = basis === undefined ? quantity : quantity * baseUnitsPerUnit;
  return Math.floor((units * price) / (basis === 'HP' ? 10_000 : 100) + 0.5);
}
