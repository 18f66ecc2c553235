import type { EffectOf } from '@dist/orchestration';
import type { Outcome, PerformContext, Performer } from '@dist/orchestration/runtime';
import { batchKeys } from './batch/batch-records.ts';
import { batchSender } from './batch/batch-sender.ts';
import { findRule } from './batch/find-rule.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { mapDocument } from './map-document.ts';
import type { GatewayPartner } from './partner-directory.ts';
import { putDocument } from './put-document.ts';
import { freezeAlone } from './send-alone.ts';
import { type SendFailure, sendFailure } from './send-failure.ts';

type Send = EffectOf<'document.send'>;

/**
 * Sends an 855, 856, 810 or 865, at once or with others of its partner (R14). Numbers are taken and the bytes frozen in the
 * journal before the first send (R12): however often this runs, one effect is one transaction set in one interchange, and the
 * same bytes.
 */
export function documentSender(gateway: GatewayOptions): Performer<Send> {
  const batches = batchSender(gateway);
  return async (effect, { journal, policy }: PerformContext): Promise<Outcome> => {
    const frozen = await journal.document(effect.key);
    if (frozen !== undefined) return leave(gateway, frozen);
    const place = await journal.mark(batchKeys.place(effect.key));
    const sending = { effect, journal, policy, place };
    const resumed = await batches.resume(sending);
    if (resumed !== undefined) return resumed;
    const partner = await partnerOf(gateway, effect);
    if ('failure' in partner) return partner;
    const mapped = mapDocument(partner, effect);
    if ('failure' in mapped) return mapped;
    const { native } = mapped;
    const rule = findRule(partner.profile, effect);
    const joined = rule && (await batches.join(sending, partner, rule, native));
    if (joined !== undefined) return joined;
    // Where some documents are gathered no two workers may decide otherwise of one.
    const decided = partner.profile.batches !== undefined || place !== undefined;
    const marks = decided ? [{ key: batchKeys.place(effect.key), expected: place, value: 'alone' }] : [];
    const alone = await freezeAlone(gateway, journal, partner, { effect, native, marks });
    return 'failure' in alone ? alone : leave(gateway, alone);
  };
}

async function leave(
  { transport }: GatewayOptions,
  { name, bytes, controlNumbers }: { name: string; bytes: Uint8Array; controlNumbers: readonly string[] },
): Promise<Outcome> {
  const refused = await putDocument(transport, name, bytes);
  if (refused !== undefined) return refused;
  return { sent: { controlNumber: controlNumbers[0], file: name } };
}

async function partnerOf(gateway: GatewayOptions, { body }: Send): Promise<GatewayPartner | SendFailure> {
  const partner = await gateway.partners.byId(body.partner);
  if (partner === undefined)
    return sendFailure('configuration', 'partner-unknown', `There is no trading partner ${body.partner}.`);
  const { id, usage } = partner.profile;
  if (usage === gateway.usage) return partner;
  return sendFailure('configuration', 'usage', `${id} is for ${usage}, this is ${gateway.usage}.`);
}
