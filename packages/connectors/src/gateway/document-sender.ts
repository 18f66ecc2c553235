import type { CompiledMap } from '@dist/mapping';
import type { EffectOf, Failure } from '@dist/orchestration';
import type { Journal, Outcome, PerformContext, Performer, StoredDocument } from '@dist/orchestration/runtime';
import { type Definition, type OutgoingInterchange, type OutgoingSet, write } from '@dist/x12';
import {
  invoice810,
  purchaseOrderAcknowledgment855,
  purchaseOrderChangeAcknowledgment865,
  shipNotice856,
} from '@dist/x12/004010';
import { takeNumber } from './control-numbers.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GatewayPartner } from './partner-directory.ts';
import { sentGroupKey } from './sent-group-key.ts';
import { sequenceNames } from './sequence-names.ts';
import { sha256 } from './sha256.ts';

type Send = EffectOf<'document.send'>;

const mostConflicts = 50;

/**
 * Sends an 855, 856, 810 or 865. Numbers are taken and the bytes frozen in the journal before the first send (R12): however
 * often this runs, one effect is one control number and the same bytes.
 */
export function documentSender(gateway: GatewayOptions): Performer<Send> {
  return async (effect, { journal }: PerformContext): Promise<Outcome> => {
    const stored = (await journal.document(effect.key)) ?? (await freeze(gateway, journal, effect));
    if ('failure' in stored) return stored;
    await gateway.transport.put(stored.name, stored.bytes);
    return { sent: { controlNumber: stored.controlNumbers[0], file: stored.name } };
  };
}

async function freeze(
  gateway: GatewayOptions,
  journal: Journal,
  effect: Send,
): Promise<StoredDocument | { failure: Failure }> {
  const partner = await gateway.partners.byId(effect.body.partner);
  if (partner === undefined)
    return failure('configuration', 'partner-unknown', `There is no trading partner ${effect.body.partner}.`);
  if (partner.profile.usage !== gateway.usage)
    return failure(
      'configuration',
      'usage',
      `${partner.profile.id} is for ${partner.profile.usage}, this is ${gateway.usage}.`,
    );
  const set = toSet(partner, effect);
  if ('failure' in set) return set;
  for (let conflicts = 0; ; conflicts++) {
    const { moves, outgoing } = await envelope(gateway, partner, set);
    const written = write(outgoing);
    if (!written.ok) return refused(effect, written.issues);
    const document = await toDocument(gateway, effect, outgoing, written.value);
    const key = sentKey(effect.body.partner, outgoing);
    // Numbers start again after 999999999: the newest group of a number is the one that is meant.
    const expected = await journal.mark(key);
    const mark = { key, expected, value: JSON.stringify({ order: effect.order, effect: effect.key }) };
    const result = await journal.append({ documents: [document], sequences: moves, marks: [mark] });
    if (result.status === 'appended') return document;
    const known = await journal.document(effect.key);
    if (known !== undefined) return known;
    if (conflicts >= mostConflicts) return failure('system', 'control-number', `${result.key} keeps changing.`);
  }
}

function sentKey(partner: string, { groups }: OutgoingInterchange): string {
  const [group] = groups;
  const identifier = group?.sets[0]?.definition.functionalIdentifier ?? '';
  return sentGroupKey(partner, identifier, group?.controlNumber ?? '0');
}

function toSet(partner: GatewayPartner, effect: Send): OutgoingSet<never> | { failure: Failure } {
  const { body } = effect;
  switch (body.document) {
    case '855':
      return mapped(effect, partner.maps['855'], purchaseOrderAcknowledgment855, body.content);
    case '856':
      return mapped(effect, partner.maps['856'], shipNotice856, body.content);
    case '810':
      return mapped(effect, partner.maps['810'], invoice810, body.content);
    case '865':
      return mapped(effect, partner.maps['865'], purchaseOrderChangeAcknowledgment865, body.content);
  }
}

function mapped<Native, Canonical>(
  effect: Send,
  map: CompiledMap<Native, Canonical> | undefined,
  definition: Definition<string, Native>,
  content: Canonical,
): OutgoingSet<never> | { failure: Failure } {
  if (map === undefined)
    return failure('configuration', 'no-map', `${effect.body.partner} has no map for an ${effect.body.document}.`);
  const { value, issues } = map.write(content);
  if (value === undefined) return refused(effect, issues);
  const set: OutgoingSet<Native> = { definition, document: value, controlNumber: '0001' };
  return set as OutgoingSet<never>;
}

async function envelope(gateway: GatewayOptions, { profile }: GatewayPartner, set: OutgoingSet<never>) {
  const { theirs, ours } = profile.interchange;
  const interchange = await takeNumber(gateway.journal, sequenceNames.interchange(ours, theirs, gateway.usage));
  const group = await takeNumber(gateway.journal, sequenceNames.group(profile.group.ours, profile.group.theirs));
  const outgoing: OutgoingInterchange = {
    sender: ours,
    receiver: theirs,
    controlNumber: interchange.value,
    at: new Date(gateway.clock()),
    usage: gateway.usage,
    ...(profile.delimiters && { delimiters: profile.delimiters }),
    ...(profile.lineBreak !== undefined && { lineBreak: profile.lineBreak }),
    groups: [
      {
        sender: profile.group.ours,
        receiver: profile.group.theirs,
        controlNumber: String(Number(group.value)),
        version: profile.version,
        sets: [set],
      },
    ],
  };
  return { outgoing, moves: [interchange.move, group.move] };
}

async function toDocument(
  gateway: GatewayOptions,
  { key, body }: Send,
  outgoing: OutgoingInterchange,
  bytes: Uint8Array,
): Promise<StoredDocument> {
  return {
    key,
    direction: 'out',
    partner: body.partner,
    type: body.document,
    name: `${body.partner}/${body.document}-${outgoing.controlNumber}.edi`,
    bytes,
    hash: await sha256(bytes),
    controlNumbers: [outgoing.controlNumber],
    at: gateway.clock(),
  };
}

/** A document that cannot be written is for the team that owns the partner's format. */
function refused(
  { body }: Send,
  issues: readonly { readonly severity: string; readonly message: string }[],
): { failure: Failure } {
  const first = issues.find((issue) => issue.severity === 'error') ?? issues[0];
  return failure(
    'partnerFormat',
    'document-refused',
    `The ${body.document} cannot be written: ${first?.message ?? 'no reason given'}`,
  );
}

function failure(errorClass: Failure['class'], code: string, message: string): { failure: Failure } {
  return { failure: { class: errorClass, code, message } };
}
