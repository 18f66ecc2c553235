import { acknowledgment } from '../compose/acknowledgment.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import { hasLeft } from '../kernel/has-left.ts';
import { isDecided } from '../kernel/is-decided.ts';
import { partsOf } from '../kernel/part-of.ts';
import { put } from '../kernel/put.ts';
import { slaDue } from '../kernel/sla-due.ts';
import { entryOf, type Step } from '../kernel/step.ts';

/** The 855: one for the order, once all its parts are decided (R16), and one more for each repetition that asks for it. */
export const acknowledging: Concern = {
  name: 'acknowledging',
  issue: (step) => {
    const { view, policy } = step;
    const { captured } = view;
    if (captured === undefined) return;
    const first = view.keys.acknowledgment;
    const isFirst = entryOf(step, first) === undefined;
    if (!isFirst && view.again.length === 0) return;
    if (!policy.channels[captured.order.channel].acknowledge || !isDecided(step) || isUnsettled(step)) return;
    if (isFirst) send(step, first, 'original');
    for (const { key } of view.again) {
      const again = effectKey.acknowledgmentAgain(step.before.id, key);
      if (entryOf(step, again) === undefined) send(step, again, 'duplicate');
    }
  },
  deadlines: (step, due) => {
    const { captured } = step.view;
    if (captured?.order.channel !== 'edi' || !step.policy.channels.edi.acknowledge) return;
    slaDue(
      step,
      { document: '855', timer: '855', key: step.view.keys.acknowledgment },
      () => (isCancelledHere(step) ? undefined : captured.receivedAt),
      due,
    );
  },
};

/** A substitute that nobody has consented to is not accepted by silence (R20). */
function isUnsettled({ view, holds }: Step): boolean {
  if (view.substitutions.size === 0) return false;
  return [...view.substitutions.keys()].some((name) => Object.hasOwn(holds, `substitution/${name}`));
}

function send(step: Step, key: string, purpose: 'original' | 'duplicate'): void {
  const { view } = step;
  const partner = view.captured?.partner ?? '';
  const content = acknowledgment(view, lastAnswer(step), purpose);
  const body = { type: 'document.send', partner, document: '855', content } as const;
  put(step, { key, lane: `partner:${partner}`, safety: 'idempotent', body });
}

/** The instant of the answer that completed the decision. */
function lastAnswer({ view }: Step): string {
  let latest = view.captured?.receivedAt ?? '';
  const take = (at: string | undefined) => {
    if (at !== undefined && at > latest) latest = at;
  };
  for (const { accepted, refused } of view.parts.values()) {
    take(accepted?.at);
    take(refused?.at);
  }
  take(view.invalid?.at);
  return latest;
}

/** Cancelled before anything left for an ERP: nothing was decided that the partner has to be told. */
function isCancelledHere(step: Step): boolean {
  const { view } = step;
  if (view.cancels.size === 0) return false;
  const left = partsOf(view).some(({ partId }) => hasLeft(entryOf(step, effectKey.submit(step.before.id, partId))));
  return !left && !isDecided(step);
}
