import type { EffectOf, Policy } from '@dist/orchestration';
import type { Journal, Outcome } from '@dist/orchestration/runtime';
import type { GatewayOptions } from '../gateway-options.ts';
import type { GatewayPartner } from '../partner-directory.ts';
import { putDocument } from '../put-document.ts';
import { refusedDocument, sendFailure } from '../send-failure.ts';
import { type BatchMember, type BatchName, type BatchPlace, batchKeys, type PlacedMember } from './batch-records.ts';
import type { BatchRule } from './batch-rule.ts';
import { envelopeBytes } from './choose-members.ts';
import { limitsOf } from './find-rule.ts';
import { batchJoiner } from './join-batch.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { placeInterchange } from './place-interchange.ts';
import { setBytes } from './set-bytes.ts';
import { windowEnd } from './window-end.ts';

type Send = EffectOf<'document.send'>;

/** An effect that may be in a batch. */
export interface InBatch {
  readonly effect: Send;
  readonly journal: Journal;
  readonly policy: Policy;
  /** What the journal has of the effect's place. */
  readonly place: string | undefined;
}

/** What gathers documents and sends them together. */
export interface BatchSender {
  /** Goes on with an effect that has a place in a batch. Undefined when it has none, or was left out of it. */
  resume(sending: InBatch): Promise<Outcome | undefined>;
  /** Puts a document into the open batch of its rule. Undefined when it is larger than an interchange may be. */
  join(sending: InBatch, partner: GatewayPartner, rule: BatchRule, native: unknown): Promise<Outcome | undefined>;
}

/** More than there are interchanges in a batch. */
const mostRounds = 10_000;

/** All that must outlive the process is in the journal; here is only who is at the same work at the same time. */
export function batchSender(gateway: GatewayOptions): BatchSender {
  const joinBatch = batchJoiner();
  const once = onceAtATime();

  async function resume(sending: InBatch): Promise<Outcome | undefined> {
    if (sending.place === undefined || sending.place === 'alone') return undefined;
    const place = JSON.parse(sending.place) as BatchPlace;
    for (let round = 0; round < mostRounds; round++) {
      const member = await memberAt(sending.journal, place);
      if (member.status === 'placed') return leave(sending.journal, member);
      if (member.status === 'dropped') return undefined;
      if (gateway.clock() < place.batch.end) return postponed(place.batch);
      const failed = await once(batchKeys.batch(place.batch), () => close(sending, place.batch));
      if (failed !== undefined) return failed;
    }
    return sendFailure('system', 'batch-endless', `${batchKeys.batch(place.batch)} does not come to an end.`);
  }

  async function close({ journal, policy }: InBatch, batch: BatchName) {
    const partner = await gateway.partners.byId(batch.partner);
    if (partner === undefined)
      return sendFailure('configuration', 'partner-unknown', `There is no trading partner ${batch.partner}.`);
    return placeInterchange({ gateway, journal, profile: partner.profile, policy, batch });
  }

  /** The sets of an interchange share one transfer, and those that come after it need none. */
  async function leave(journal: Journal, { interchange, controlNumber, file }: PlacedMember): Promise<Outcome> {
    const key = batchKeys.left(interchange);
    const refused = await once(interchange, async () => {
      if ((await journal.mark(key)) !== undefined) return undefined;
      const document = await journal.document(interchange);
      if (document === undefined) throw new Error(`Document ${interchange} is not in the journal.`);
      const fault = await putDocument(gateway.transport, document.name, document.bytes);
      if (fault !== undefined) return fault;
      // Another worker may have carried the same bytes: that changes nothing.
      await journal.append({ marks: [{ key, expected: undefined, value: gateway.clock() }] });
      return undefined;
    });
    return refused ?? { sent: { controlNumber, file } };
  }

  async function join(
    sending: InBatch,
    { profile }: GatewayPartner,
    rule: BatchRule,
    native: unknown,
  ): Promise<Outcome | undefined> {
    const { effect, journal, place: before } = sending;
    const { document } = effect.body;
    // As it will be read back.
    const kept: unknown = JSON.parse(JSON.stringify(native));
    const measured = await setBytes(gateway, profile, document, kept);
    if ('issues' in measured) return refusedDocument(document, measured.issues);
    const { bytes } = measured;
    if (bytes + envelopeBytes(1) > limitsOf(profile, rule).bytes) return undefined;
    const { key, order } = effect;
    const member = { status: 'waiting', effect: key, order, document, native: kept, bytes } as const;
    for (let after = gateway.clock(); ; ) {
      const batch: BatchName = { partner: profile.id, documents: rule.documents, end: windowEnd(rule.window, after) };
      const joined = await joinBatch(journal, batch, { member, before });
      if (joined === 'joined') return postponed(batch);
      if (joined === 'known') return resume({ ...sending, place: await journal.mark(batchKeys.place(key)) });
      // A worker whose clock is ahead has closed it already: the next window is open.
      after = batch.end;
    }
  }

  return { resume, join };
}

async function memberAt(journal: Journal, place: BatchPlace): Promise<BatchMember> {
  const key = batchKeys.member(place);
  const text = await journal.mark(key);
  if (text === undefined) throw new Error(`${key} is not in the journal.`);
  return JSON.parse(text) as BatchMember;
}

function postponed({ partner, documents, end }: BatchName): Outcome {
  const reason = `it leaves with other ${documents.join(', ')} for ${partner} at ${end}`;
  return { postponed: { until: end, reason } };
}
