import type { Quantity } from '@dist/canonical';
import type { ChangedLineView } from './change-view.ts';
import { openRow } from './row.ts';
import type { PartView, View } from './view.ts';

/** Writes what a change makes of its lines into the order and the parts that have them: each part once, however many they are. */
export function setLines(view: View, lines: readonly ChangedLineView[]): void {
  const owners = ownersOf(view);
  const changed = new Map<PartView, Map<string, Quantity>>();
  for (const line of lines) {
    const { lineId, quantity } = line;
    const before = view.ordered.get(lineId);
    if (before === undefined) continue;
    const { price = before.price } = line;
    view.ordered.set(lineId, { ...before, quantity, ...(price !== undefined && { price }) });
    view.rows.set(lineId, openRow(lineId, quantity, view.enrichedLines.get(lineId)));
    const owner = owners.get(lineId);
    if (owner === undefined || owner === 'split') continue;
    const quantities = changed.get(owner) ?? new Map<string, Quantity>();
    changed.set(owner, quantities.set(lineId, quantity));
  }
  for (const [owner, quantities] of changed) setQuantities(owner, quantities);
}

/**
 * Line id → the part that has all of it. Of a line that is split, the change does not say whose share it takes: the ERPs are
 * asked, the shares stay.
 */
function ownersOf({ parts }: View): ReadonlyMap<string, PartView | 'split'> {
  const owners = new Map<string, PartView | 'split'>();
  for (const known of parts.values()) {
    for (const lineId of new Set(known.part?.lines.map((line) => line.lineId)))
      owners.set(lineId, owners.has(lineId) ? 'split' : known);
  }
  return owners;
}

function setQuantities(known: PartView, quantities: ReadonlyMap<string, Quantity>): void {
  const { part } = known;
  if (part === undefined) return;
  const lines = part.lines.map((line) => {
    const quantity = quantities.get(line.lineId);
    return quantity === undefined ? line : { lineId: line.lineId, quantity };
  });
  known.part = { ...part, lines };
  for (const [lineId, quantity] of quantities) known.quantities.set(lineId, quantity);
}
