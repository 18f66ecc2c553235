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
    const { over, unknownUnit, belowZero } = step.view.lines;
    if (over.size + unknownUnit.size + belowZero.size === 0) return;
    for (const lineId of over) overShipment(step, lineId, hold);
    for (const lineId of unknownUnit) {
      const unit = step.view.rows.get(lineId)?.unknownUnit;
      const reason = `line ${lineId}: the item does not know the unit ${unit}`;
      const owner = ownerOf(step, 'unitOfMeasure');
      hold({ hold: `unit/${lineId}`, reason, about: unit, class: 'unitOfMeasure', owner, since: since(step), lineId });
    }
    for (const lineId of belowZero) {
      const about = step.view.rows.get(lineId)?.belowZero;
      const reason = `line ${lineId}: ${about} is less than none, and counts for nothing`;
      const owner = ownerOf(step, 'inventory');
      hold({ hold: `quantity/${lineId}`, reason, about, class: 'inventory', owner, since: since(step), lineId });
    }
  },
};

function overShipment(step: Step, lineId: string, hold: (hold: Hold) => void): void {
  const row = step.view.rows.get(lineId);
  if (row === undefined || !isBeyondTolerance(step, row)) return;
  const reason = `line ${lineId}: shipped ${row.shipped} of ${row.ordered} ${row.baseUnit}, beyond the tolerance`;
  const owner = ownerOf(step, 'inventory');
  const about = negate(balance(row));
  hold({ hold: `over-shipment/${lineId}`, reason, about, class: 'inventory', owner, since: since(step), lineId });
}

function isBeyondTolerance({ policy }: Step, row: Row): boolean {
  const allowed = divide(multiply(row.ordered, policy.overShipment.tolerancePercent), '100', 6);
  return compare(negate(balance(row)), allowed) > 0;
}

/** The last shipment; before there is one, the order or what an ERP has said of it. */
function since({ view }: Step): string {
  const shipped = last([...view.shipments.values()].map(({ fact }) => fact.at));
  if (shipped !== '') return shipped;
  return last([view.captured?.at ?? '', ...[...view.parts.values()].map(({ accepted }) => accepted?.at ?? '')]);
}
