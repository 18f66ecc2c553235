import type { View } from './view.ts';

/** Whose an order, a load or a remittance is; undefined while nothing has said it. */
export function partnerOf({ captured, closed, joined, remittance }: View): string | undefined {
  return (captured ?? closed ?? remittance ?? [...joined.values()][0])?.partner;
}
