import type { Shipment } from '@dist/canonical';
import { shipNotice } from '../compose/ship-notice.ts';
import type { Concern } from '../kernel/concern.ts';
import { effectKey } from '../kernel/effect-key.ts';
import type { Fact } from '../kernel/fact.ts';
import { newestOf } from '../kernel/ledger.ts';
import { ownerOf } from '../kernel/owner-of.ts';
import { sendAnew } from '../kernel/send-anew.ts';
import type { Step } from '../kernel/step.ts';

/** A notice that went out wrong is put right as the partner wants it: replaced, cancelled and made anew, or by a person (R22). */
export const correcting: Concern = {
  name: 'correcting',
  holds: (step, hold) => {
    const { correction } = step.policy.fulfillment;
    if (correction === 'replace' || correction === 'cancelAndNew') return;
    for (const { shipmentId, reason, at, correction: name } of step.view.corrections.values()) {
      const body = newestOf(step, effectKey.shipNotice(step.before.id, shipmentId))?.effect.body;
      if (body?.type !== 'document.send' || body.document !== '856' || body.correction === name) continue;
      const where =
        correction === 'portal' ? 'at the portal of the partner' : 'with the partner, who takes no other notice';
      const text = `shipment ${shipmentId} is put right ${where}: ${reason}`;
      const owner = ownerOf(step, 'partnerFormat');
      hold({ hold: `correction/${shipmentId}`, reason: text, about: name, class: 'partnerFormat', owner, since: at });
    }
  },
  issue: (step) => {
    const { correction } = step.policy.fulfillment;
    if (step.view.corrections.size === 0 || step.view.captured?.order.channel !== 'edi') return;
    if (correction !== 'replace' && correction !== 'cancelAndNew') return;
    for (const fact of step.view.corrections.values()) correctNotice(step, fact, correction);
  },
};

function correctNotice(step: Step, fact: Fact<'shipment.corrected'>, way: 'replace' | 'cancelAndNew'): void {
  const key = effectKey.shipNotice(step.before.id, fact.shipmentId);
  const newest = newestOf(step, key);
  // What has not gone out yet is waited for: the partner must see one after the other.
  if (newest === undefined || (newest.status !== 'done' && newest.status !== 'parked')) return;
  const { body } = newest.effect;
  if (body.type !== 'document.send' || body.document !== '856' || body.correction === fact.correction) return;
  const cancelled = `${fact.correction}/cancel`;
  if (way === 'cancelAndNew' && body.correction !== cancelled) {
    sendAnew(step, newest, { ...body, content: { ...body.content, purpose: 'cancellation' }, correction: cancelled });
    return;
  }
  const purpose: Shipment['purpose'] = way === 'replace' ? 'replace' : 'original';
  const content = { ...shipNotice(step.view, fact.shipment), purpose };
  sendAnew(step, newest, { ...body, content, correction: fact.correction });
}
