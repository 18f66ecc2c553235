import type { Step } from './step.ts';

/** Whether an open hold is about a document itself or about one of its lines. */
export function isStopped(
  { holds }: Step,
  names: readonly string[],
  lines: readonly { readonly lineId: string }[],
): boolean {
  if (isEmpty(holds)) return false;
  if (names.some((name) => Object.hasOwn(holds, name))) return true;
  return lines.some(
    ({ lineId }) => Object.hasOwn(holds, `over-shipment/${lineId}`) || Object.hasOwn(holds, `unit/${lineId}`),
  );
}

function isEmpty(record: object): boolean {
  for (const _name in record) return false;
  return true;
}
