import { add, compare, subtract } from '@dist/canonical/arithmetic';
import type { LineQuantity, OrderPart } from '../word/event.ts';
import type { Fact } from './fact.ts';
import { inBaseUnit } from './row.ts';
import type { RequestView, View } from './view.ts';

/** What a warehouse has of a part and has not taken back: the newest request, or what the ERP has asked of it. */
export function openRequest(view: View, part: OrderPart): RequestView | undefined {
  const newest = requestsOf(view, part).at(-1);
  return newest !== undefined && takenBack(view, newest.request) === undefined ? newest : undefined;
}

/** Whether the warehouse was asked to stop a request and has not answered. */
export function isStopAwaited({ askedToStop, stops }: View, request: string): boolean {
  return (askedToStop.get(request) ?? []).some((name) => !stops.has(name));
}

/** What the warehouse ships of a line, in its base unit, whatever becomes of it: what it was asked less what it has stopped. */
export function committed(view: View, part: OrderPart, lineId: string): string {
  let sum = '0';
  for (const { request, lines } of requestsOf(view, part)) {
    const asked = sizeOf(view, lines, lineId);
    const stopped = sizeOf(view, takenBack(view, request)?.lines ?? [], lineId);
    if (compare(asked, stopped) > 0) sum = add(sum, subtract(asked, stopped));
  }
  return sum;
}

/** An ERP that releases by itself asks for the part as it stands: we hear of it when picking begins. */
function requestsOf({ requests, picked }: View, part: OrderPart): readonly RequestView[] {
  const known = requests.get(part.partId);
  if (known !== undefined || !picked.has(part.partId)) return known ?? [];
  const { externalReference, warehouse = 'main', lines } = part;
  return [{ request: externalReference, warehouse, lines }];
}

/** The warehouse's answer that it will not ship the rest of a request; none when it is too late. */
function takenBack({ askedToStop, stops }: View, request: string): Fact<'warehouse.cancelResult'> | undefined {
  const answers = (askedToStop.get(request) ?? []).flatMap((name) => stops.get(name) ?? []);
  return answers.find(({ lines }) => lines.length > 0);
}

function sizeOf({ rows }: View, lines: readonly LineQuantity[], lineId: string): string {
  const row = rows.get(lineId);
  const found = lines.find((line) => line.lineId === lineId);
  return (row && found && inBaseUnit(row, found.quantity)) ?? '0';
}
