import { type EffectOf, effectKey } from '@dist/orchestration';
import { loadOrder, type Outcome, type PerformContext, type Performer } from '@dist/orchestration/runtime';
import { documentSender } from '../document-sender.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { carriedShipments } from '../intake/carried-shipments.ts';
import { sentDocuments } from '../intake/sent-documents.ts';
import type { GatewayPartner, VersionChoice } from '../partner-directory.ts';
import { mayNotSend } from './may-send.ts';

type Send = EffectOf<'document.send'>;

/**
 * Sends documents as it is agreed with each partner: nothing before it may be sent to (R29), each by the version that is meant
 * (R27), and what leaves is remembered by its number, so that what the partner says of it finds its order.
 */
export function agreedSender(gateway: GatewayOptions): Performer<Send> {
  const plain = documentSender(gateway);
  const senders = new Map<string, Performer<Send>>();
  return async (effect, context): Promise<Outcome> => {
    const refused = await mayNotSend(gateway, context.journal, effect.body.partner);
    if (refused !== undefined)
      return { failure: { class: 'configuration', code: `partner-${refused.state}`, message: refused.message } };
    const partner = await meantPartner(gateway, effect, context);
    if (partner === undefined) return remembered(await plain(effect, context), effect, context);
    const name = JSON.stringify([partner.profile.id, partner.versions]);
    const sender =
      senders.get(name) ?? documentSender({ ...gateway, partners: { ...gateway.partners, byId: async () => partner } });
    senders.set(name, sender);
    return remembered(await sender(effect, context), effect, context);
  };
}

/** What a partner may refer to later is committed with the end of the effect. */
async function remembered(outcome: Outcome, effect: Send, { journal }: PerformContext): Promise<Outcome> {
  if (outcome.failure !== undefined || outcome.postponed !== undefined) return outcome;
  const made = await Promise.all([sentDocuments.mark(journal, effect), carriedShipments.mark(journal, effect)]);
  const marks = [...(outcome.batch?.marks ?? []), ...made.filter((mark) => mark !== undefined)];
  return { ...outcome, batch: { ...outcome.batch, marks } };
}

/**
 * A partner with several versions, in the one that this document is made by. That is decided once, and written down before
 * anything is made: a later attempt is the same document. Undefined where there is one version only.
 */
async function meantPartner(
  { partners, clock }: GatewayOptions,
  effect: Send,
  context: PerformContext,
): Promise<GatewayPartner | undefined> {
  const { partner: id } = effect.body;
  const now = clock();
  const current = await partners.byId(id, { at: now });
  if (current?.versions === undefined) return undefined;
  const key = madeByKey(effect.key);
  for (;;) {
    const known = await context.journal.mark(key);
    if (known !== undefined) return partners.byId(id, JSON.parse(known) as VersionChoice);
    const choice = await choiceFor(effect, context, now);
    const partner = await partners.byId(id, choice);
    const version = partner?.versions?.[effect.body.document];
    // The version itself is written down, so that a change of the profiles moves nothing that was decided.
    const decided: VersionChoice =
      version === undefined ? choice : { ...choice, madeBy: { [effect.body.document]: version } };
    const marks = [{ key, expected: undefined, value: JSON.stringify(decided) }];
    if ((await context.journal.append({ marks })).status === 'appended') return partner;
  }
}

/** A correction is made by what made the first; all else by the instant of sending, or by that of the order where it is pinned. */
async function choiceFor(effect: Send, { journal, policy }: PerformContext, at: string): Promise<VersionChoice> {
  const root = effectKey.root(effect.key);
  const first = root === effect.key ? undefined : await journal.mark(madeByKey(root));
  const madeBy = first === undefined ? undefined : (JSON.parse(first) as VersionChoice).madeBy;
  if (madeBy !== undefined) return { at, madeBy };
  const captured = (await loadOrder(journal, effect.order, policy))?.state.facts['order.captured'];
  return captured?.type === 'order.captured' ? { at, orderedAt: captured.receivedAt } : { at };
}

function madeByKey(effect: string): string {
  return `made-by/${effect}`;
}
