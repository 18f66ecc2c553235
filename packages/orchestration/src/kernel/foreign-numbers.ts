import type { View } from './view.ts';

/**
 * Those of the numbers, told of one part, that name none of this order: not the buyer's, not an ERP's, not ours. None while the
 * ERP has not said what it calls the part; what is told without a number is of this order.
 */
export function foreignNumbers(view: View, partId: string, numbers: readonly string[]): readonly string[] {
  if (view.parts.get(partId)?.accepted === undefined) return none;
  return numbers.filter((number) => !isOwn(view, number));
}

const none: readonly string[] = [];

function isOwn({ captured, parts }: View, number: string): boolean {
  if (number === '' || number === captured?.order.number) return true;
  for (const { part, accepted } of parts.values()) {
    if (accepted?.number === number || part?.externalReference === number) return true;
  }
  return false;
}
