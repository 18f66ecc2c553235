import { add, compare } from '@dist/canonical/arithmetic';
import type { OrderPart } from '../word/event.ts';
import type { ChangedLineView, ChangeView } from './change-view.ts';
import { effectKey } from './effect-key.ts';
import { partsOf } from './part-of.ts';
import { committed, openRequest } from './requests.ts';
import { inBaseUnit } from './row.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

/** The name under which a change stops what a warehouse has of a part. */
export function stopOf({ change }: ChangeView): string {
  return `change/${change}`;
}

/**
 * Why a change can not be asked of the ERPs any more: goods have left, or the warehouse has said that they leave. Undefined
 * while that is not known, and once an ERP was asked, which then decides.
 */
export function refusalOf(step: Step, change: ChangeView, parts: readonly OrderPart[]): string | undefined {
  const { view } = step;
  if (parts.some(({ partId }) => step.effects.get(effectKey.change(view.id, change.change, partId)) !== undefined))
    return undefined;
  const isAnswered = parts.every(
    (part) => openRequest(view, part) === undefined || view.stops.has(`${stopOf(change)}/${part.partId}`),
  );
  for (const line of change.lines) {
    const why = tooLate(view, line, isAnswered);
    if (why !== undefined) return why;
  }
  return undefined;
}

function tooLate(view: View, { lineId, quantity }: ChangedLineView, isAnswered: boolean): string | undefined {
  const row = view.rows.get(lineId);
  const wanted = row && inBaseUnit(row, quantity);
  if (row === undefined || wanted === undefined) return undefined;
  const said = `line ${lineId}: ${quantity.value} ${quantity.unit} is less than what`;
  if (compare(wanted, row.shipped) < 0) return `${said} has shipped`;
  if (!isAnswered) return undefined;
  const leaves = partsOf(view).reduce((sum, part) => add(sum, committed(view, part, lineId)), '0');
  return compare(wanted, leaves) < 0 ? `${said} the warehouse ships` : undefined;
}
