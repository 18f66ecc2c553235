import type { EffectOf } from '@dist/orchestration';
import type { Batch, Journal, StoredDocument } from '@dist/orchestration/runtime';
import { type OutgoingInterchange, write } from '@dist/x12';
import { sha256 } from '../bytes/sha256.ts';
import { documentCopies } from './copy-documents.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { outgoingInterchange } from './outgoing-interchange.ts';
import type { GatewayPartner } from './partner-directory.ts';
import { refusedDocument, type SendFailure, sendFailure } from './send-failure.ts';
import type { SentGroup } from './sent-group.ts';
import { sentMarks } from './sent-marks.ts';

type Send = EffectOf<'document.send'>;

const mostConflicts = 50;

/** One document for its partner. */
export interface AloneDocument {
  readonly effect: Send;
  readonly native: unknown;
  /** Committed with the bytes: what keeps the document out of every batch. */
  readonly marks: NonNullable<Batch['marks']>;
}

/** Freezes the bytes of an interchange with one document (R12). Answers what is frozen, by whomever. */
export async function freezeAlone(
  gateway: GatewayOptions,
  journal: Journal,
  { profile }: GatewayPartner,
  { effect, native, marks }: AloneDocument,
): Promise<StoredDocument | SendFailure> {
  const { document } = effect.body;
  for (let conflicts = 0; ; conflicts++) {
    const { outgoing, moves } = await outgoingInterchange(gateway, journal, profile, [{ document, natives: [native] }]);
    const written = write(outgoing);
    if (!written.ok) return refusedDocument(document, written.issues);
    const stored = await toDocument(gateway, effect, outgoing, written.value);
    const remembered = await sentMarks(journal, profile.id, [sentGroup(stored, effect, outgoing)]);
    const batch = { documents: [stored], sequences: moves, marks: [...marks, ...remembered] };
    const result = await journal.append(await documentCopies.with({ ...gateway, journal }, batch, [effect.order]));
    if (result.status === 'appended') return stored;
    const known = await journal.document(effect.key);
    if (known !== undefined) return known;
    if (conflicts >= mostConflicts || marks.some(({ key }) => key === result.key))
      return sendFailure('system', 'control-number', `${result.key} keeps changing.`);
  }
}

async function toDocument(
  { clock }: GatewayOptions,
  { key, body }: Send,
  { controlNumber }: OutgoingInterchange,
  bytes: Uint8Array,
): Promise<StoredDocument> {
  return {
    key,
    direction: 'out',
    partner: body.partner,
    type: body.document,
    name: `${body.partner}/${body.document}-${controlNumber}.edi`,
    bytes,
    hash: await sha256(bytes),
    controlNumbers: [controlNumber],
    at: clock(),
  };
}

function sentGroup({ key, type }: StoredDocument, effect: Send, outgoing: OutgoingInterchange): SentGroup {
  const [group] = outgoing.groups;
  return {
    document: key,
    interchange: outgoing.controlNumber,
    functionalIdentifier: group?.sets[0]?.definition.functionalIdentifier ?? '',
    group: group?.controlNumber ?? '0',
    at: outgoing.at.toISOString(),
    sets: [{ type, set: '0001', order: effect.order, effect: effect.key }],
  };
}
