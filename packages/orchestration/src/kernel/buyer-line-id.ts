import type { View } from './view.ts';

/** What the buyer calls a line: the id that documents to the buyer echo, also where two lines share one (R16). */
export function buyerLineId({ buyerLineIds }: View, lineId: string): string {
  return buyerLineIds.size === 0 ? lineId : (buyerLineIds.get(lineId) ?? lineId);
}
