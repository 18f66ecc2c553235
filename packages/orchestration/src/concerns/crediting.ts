import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { endQuestion } from '../kernel/ledger.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { put } from '../kernel/put.ts';
import { entryOf } from '../kernel/step.ts';

/** Whether the customer may order on account; asked before anything is submitted, where the policy wants it. */
export const crediting: Concern = {
  name: 'crediting',
  absorb: {
    'credit.decided': (view, fact) => {
      view.credit = fact;
    },
  },
  settle: (step) => {
    if (step.view.credit !== undefined) endQuestion(step, effectKey.creditCheck(step.before.id));
  },
  holds: (step, hold) => {
    const { credit } = step.view;
    if (credit === undefined || credit.approved) return;
    const owner = ownerOf(step, 'credit');
    hold({ hold: 'credit-decision', reason: credit.reason, class: 'credit', owner, since: credit.at });
  },
  issue: (step) => {
    const { view, policy } = step;
    if (!policy.money.creditCheck || view.enriched === undefined || view.credit !== undefined) return;
    if (view.captured === undefined || view.order === undefined || view.cancels.size > 0) return;
    const key = effectKey.creditCheck(step.before.id);
    if (entryOf(step, key) !== undefined) return;
    const body = { type: 'credit.check', partner: view.captured.partner, order: view.order } as const;
    put(step, { key, lane: 'local', safety: 'idempotent', body });
  },
};
