import { compare, divide, multiply, negate } from '@dist/canonical/arithmetic';
import type { Concern } from '../kernel/concern.ts';
import { last } from '../kernel/instant.ts';
import { move } from '../kernel/move.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { balance, type Row } from '../kernel/row.ts';
import type { Step } from '../kernel/step.ts';
import type { Hold } from '../word/state.ts';

/** What is reserved, what waits for stock, what was ended short; lines that went out of balance wait for a person. */
export const lines: Concern = {
  name: 'lines',
  absorb: {
    'line.allocated': (view, fact) => move(view, 'allocated', fact.lines),
    'line.backordered': (view, fact) => move(view, 'backordered', fact.lines),
    'line.shortClosed': (view, fact) => {
      if (!fact.closing.startsWith('backorder/')) move(view, 'cancelled', fact.lines);
    },
  },
  holds: (step, hold) => {
    const { over, unknownUnit } = step.view.lines;
    if (over.size + unknownUnit.size === 0) return;
    for (const lineId of over) overShipment(step, lineId, hold);
    for (const lineId of unknownUnit) {
      const unit = step.view.rows.get(lineId)?.unknownUnit;
      const reason = `line ${lineId}: the item does not know the unit ${unit}`;
      const owner = ownerOf(step, 'unitOfMeasure');
      hold({ hold: `unit/${lineId}`, reason, class: 'unitOfMeasure', owner, since: lastShipment(step), lineId });
    }
  },
};

function overShipment(step: Step, lineId: string, hold: (hold: Hold) => void): void {
  const row = step.view.rows.get(lineId);
  if (row === undefined || !isBeyondTolerance(step, row)) return;
  const reason = `line ${lineId}: shipped ${row.shipped} of ${row.ordered} ${row.baseUnit}, beyond the tolerance`;
  const owner = ownerOf(step, 'inventory');
  hold({ hold: `over-shipment/${lineId}`, reason, class: 'inventory', owner, since: lastShipment(step), lineId });
}

function isBeyondTolerance({ policy }: Step, row: Row): boolean {
  const allowed = divide(multiply(row.ordered, policy.overShipment.tolerancePercent), '100', 6);
  return compare(negate(balance(row)), allowed) > 0;
}

function lastShipment({ view }: Step): string {
  return last([...view.shipments.values()].map(({ fact }) => fact.at));
}
