import type { Concern } from '../kernel/concern.ts';
import { drop } from '../kernel/drop.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import type { View } from '../kernel/view.ts';
import type { Substitution } from '../word/event.ts';

/** Another item in the place of the one ordered: nobody ships it as if it had been ordered (R20). */
export const substituting: Concern = {
  name: 'substituting',
  absorb: {
    'erp.accepted': (view, fact) => {
      for (const substitution of fact.substitutes ?? []) add(view, substitution, fact.partId, fact.at);
    },
    'line.substituted': (view, fact) => add(view, fact.substitution, fact.partId, fact.at),
    'substitution.decided': (view, fact) => {
      view.consents.set(`${fact.lineId}/${fact.substitute}`, fact);
      refuse(view, `${fact.lineId}/${fact.substitute}`);
    },
  },
  holds: (step, hold) => {
    const { view, policy } = step;
    if (policy.substitution === 'allowed') return;
    for (const [name, { substitution, since }] of view.substitutions) {
      if (view.consents.has(name)) continue;
      const { lineId, ordered, substitute } = substitution;
      const what = policy.substitution === 'never' ? 'is not agreed' : 'needs consent';
      const reason = `line ${lineId}: substitution of ${ordered} by ${substitute} ${what}`;
      hold({
        hold: `substitution/${name}`,
        reason,
        class: 'inventory',
        owner: ownerOf(step, 'inventory'),
        since,
        lineId,
      });
    }
  },
};

function add(view: View, substitution: Substitution, partId: string, since: string): void {
  const name = `${substitution.lineId}/${substitution.substitute}`;
  view.substitutions.set(name, { substitution, partId, since });
  refuse(view, name);
}

/** A substitute that the buyer does not take ends its line: the ERP is told to cancel what it would have shipped. */
function refuse(view: View, name: string): void {
  const known = view.substitutions.get(name);
  if (view.consents.get(name)?.accepted !== false || known?.partId === undefined) return;
  const cancel = `substitution/${name}`;
  const quantity = view.ordered.get(known.substitution.lineId)?.quantity;
  if (quantity === undefined || view.dropped.has(cancel)) return;
  drop(view, { cancel, partId: known.partId, lines: [{ lineId: known.substitution.lineId, quantity }] });
}
