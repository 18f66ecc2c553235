import type { Policy } from '@dist/orchestration';
import type { Batch, Journal, StoredDocument } from '@dist/orchestration/runtime';
import { type Issue, type OutgoingInterchange, write } from '@dist/x12';
import { sha256 } from '../../bytes/sha256.ts';
import { documentCopies } from '../copy-documents.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { outgoingInterchange } from '../outgoing-interchange.ts';
import { refusedDocument, type SendFailure, sendFailure } from '../send-failure.ts';
import type { SentGroup } from '../sent-group.ts';
import { sentMarks } from '../sent-marks.ts';
import type { TradingPartner } from '../trading-partner.ts';
import {
  type BatchMember,
  type BatchName,
  type BatchRecord,
  batchKeys,
  type DroppedMember,
  emptyBatch,
  type PlacedMember,
} from './batch-records.ts';
import type { BatchedDocument } from './batch-rule.ts';
import { type Candidate, type Choice, chooseMembers } from './choose-members.ts';
import { limitsOf } from './find-rule.ts';

/** A batch whose window is over, and what is needed to close it. */
export interface Closing {
  readonly gateway: GatewayOptions;
  readonly journal: Journal;
  readonly profile: TradingPartner;
  readonly policy: Policy;
  readonly batch: BatchName;
}

interface Group {
  readonly document: BatchedDocument;
  readonly candidates: readonly Candidate[];
}

/** Under this many workers racing for a batch each gets its turn; more means a fault, not bad luck. */
const mostTries = 50;

/**
 * Freezes the next interchange of a batch: numbers, bytes and the place of each of its sets in one commit (R12), so that a set is
 * in one interchange, whoever closes the batch and wherever that ends. A failure when an interchange cannot be written for
 * what is not in its sets.
 */
export async function placeInterchange(closing: Closing): Promise<SendFailure | undefined> {
  const { journal, batch } = closing;
  const key = batchKeys.batch(batch);
  for (let tries = 0; tries < mostTries; tries++) {
    const expected = await journal.mark(key);
    const record = expected === undefined ? emptyBatch : (JSON.parse(expected) as BatchRecord);
    if (record.placed === record.count) return undefined;
    const limits = limitsOf(closing.profile, batch);
    const choice = await chooseMembers(journal, batch, record, { limits, policy: closing.policy });
    if (choice === undefined) continue;
    const made = await makeInterchange(closing, record, choice);
    if ('failure' in made) return made;
    const value = JSON.stringify(made.record);
    const marks = [{ key, expected, value }, ...(made.marks ?? [])];
    const frozen = { documents: made.documents, sequences: made.sequences, marks };
    const orders = choice.chosen.map(({ member }) => member.order);
    const result = await journal.append(await documentCopies.with({ ...closing.gateway, journal }, frozen, orders));
    // Another worker may have placed it, or taken the same number.
    if (result.status === 'appended') return undefined;
  }
  return sendFailure('system', 'batch-conflict', `${key} keeps changing.`);
}

type Made = Pick<Batch, 'documents' | 'sequences' | 'marks'> & { readonly record: BatchRecord };

/** The interchange of what was chosen. A set that cannot be written any more is left out, and the others go. */
async function makeInterchange(
  closing: Closing,
  before: BatchRecord,
  { chosen, unwanted, next }: Choice,
): Promise<Made | SendFailure> {
  const { gateway, journal, profile, batch } = closing;
  const dropped = new Map(unwanted.map(({ index, ...rest }) => [index, rest]));
  for (let left = chosen; ; ) {
    const record = { ...before, status: 'closing', placed: next } as const;
    const drops = [...dropped].map(([index, { member, text, reason }]) =>
      memberMark(batch, { index, text }, { ...ofWhom(member), status: 'dropped', reason }),
    );
    if (left.length === 0) return { record, marks: drops };
    const groups = groupsOf(batch, left);
    const contents = groups.map(({ document, candidates }) => ({
      document,
      natives: candidates.map(({ member }) => member.native),
    }));
    const { outgoing, moves } = await outgoingInterchange(gateway, journal, profile, contents);
    const written = write(outgoing);
    if (!written.ok) {
      const faulty = faultySets(groups, written.issues);
      if (faulty.size === 0) return refusedDocument(batch.documents.join('+'), written.issues);
      for (const [{ index, member, text }, reason] of faulty) dropped.set(index, { member, text, reason });
      left = left.filter((candidate) => !faulty.has(candidate));
      continue;
    }
    const document = await toDocument(closing, record.interchanges, outgoing, written.value);
    const sent = sentGroups(document, groups, outgoing);
    const placed: Omit<PlacedMember, 'effect' | 'order'> = {
      status: 'placed',
      interchange: document.key,
      controlNumber: outgoing.controlNumber,
      file: document.name,
    };
    const places = left.map((one) => memberMark(batch, one, { ...ofWhom(one.member), ...placed }));
    const remembered = await sentMarks(journal, profile.id, sent);
    return {
      record: { ...record, interchanges: record.interchanges + 1 },
      documents: [document],
      sequences: moves,
      marks: [...drops, ...places, ...remembered],
    };
  }
}

/** One group for each type of document, in the order of the rule. */
function groupsOf({ documents }: BatchName, chosen: readonly Candidate[]): readonly Group[] {
  return documents
    .map((document) => ({ document, candidates: chosen.filter(({ member }) => member.document === document) }))
    .filter(({ candidates }) => candidates.length > 0);
}

function faultySets(groups: readonly Group[], issues: readonly Issue[]): ReadonlyMap<Candidate, string> {
  const faulty = new Map<Candidate, string>();
  for (const { severity, path, message } of issues) {
    const [, group, sets, set] = path;
    const candidate = sets === 'sets' ? groups[Number(group)]?.candidates[Number(set)] : undefined;
    if (severity === 'error' && candidate !== undefined && !faulty.has(candidate)) faulty.set(candidate, message);
  }
  return faulty;
}

const ofWhom = ({ effect, order }: BatchMember) => ({ effect, order });

function memberMark(
  batch: BatchName,
  { index, text }: Pick<Candidate, 'index' | 'text'>,
  member: PlacedMember | DroppedMember,
) {
  return { key: batchKeys.member({ batch, index }), expected: text, value: JSON.stringify(member) };
}

async function toDocument(
  { gateway, batch }: Closing,
  interchanges: number,
  { controlNumber }: OutgoingInterchange,
  bytes: Uint8Array,
): Promise<StoredDocument> {
  const type = batch.documents.join('+');
  return {
    key: batchKeys.interchange(batch, interchanges),
    direction: 'out',
    partner: batch.partner,
    type,
    name: `${batch.partner}/${type}-${controlNumber}.edi`,
    bytes,
    hash: await sha256(bytes),
    controlNumbers: [controlNumber],
    at: gateway.clock(),
  };
}

function sentGroups(
  { key }: StoredDocument,
  groups: readonly Group[],
  outgoing: OutgoingInterchange,
): readonly SentGroup[] {
  return outgoing.groups.map((group, index) => ({
    document: key,
    interchange: outgoing.controlNumber,
    functionalIdentifier: group.sets[0]?.definition.functionalIdentifier ?? '',
    group: group.controlNumber,
    at: outgoing.at.toISOString(),
    sets: (groups[index]?.candidates ?? []).map(({ member: { document, order, effect } }, place) => ({
      type: document,
      set: group.sets[place]?.controlNumber ?? '',
      order,
      effect,
    })),
  }));
}
