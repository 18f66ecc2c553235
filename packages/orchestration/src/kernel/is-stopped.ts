import type { Step } from './step.ts';

/** Whether an open hold is about a document itself or about one of its lines. Nobody asks for the names while nothing is held. */
export function isStopped(
  { holds }: Step,
  names: () => readonly string[],
  lines: readonly { readonly lineId: string }[],
): boolean {
  if (isEmpty(holds)) return false;
  if (names().some((name) => Object.hasOwn(holds, name))) return true;
  return lines.some(({ lineId }) => ofLine.some((kind) => Object.hasOwn(holds, `${kind}/${lineId}`)));
}

const ofLine = ['over-shipment', 'unit', 'quantity'] as const;

function isEmpty(record: object): boolean {
  for (const _name in record) return false;
  return true;
}
