import type { InterchangeAddress } from '@dist/canonical';
import type { Result } from '../result.ts';
import { chooseVersion } from './choose-version.ts';
import type { DatedDocument } from './dated-document.ts';
import { fault } from './fault.ts';
import type { OurCompany } from './our-company.ts';
import { documentKey, type PartnerRecord, type RegistryIndex } from './registry-index.ts';
import type { Resolved } from './resolve-envelope.ts';
import { onlyCompany } from './resolve-shop.ts';

/** Which document goes to whom. */
export interface OutgoingQuestion {
  /** Id of the partner's profile. */
  readonly partner: string;
  /** Name of the document in the profile: `856`. */
  readonly document: string;
  /** Id of the company of ours that sends it; the only one when absent. */
  readonly ours?: string | undefined;
  readonly usage: 'P' | 'T';
  /** Unit of the partner, where its identity has several. */
  readonly unit?: string | undefined;
  /** Version of the profile that made a document which is now corrected (R27). */
  readonly madeBy?: string | undefined;
}

/** What a document is written with, and the two ends of its envelope. Those of a partner without X12 are undefined. */
export interface Outgoing extends Resolved {
  readonly sender: InterchangeAddress | undefined;
  readonly receiver: InterchangeAddress | undefined;
}

/**
 * Resolves an outgoing document: with the version in effect when it is sent, that of the day of the order where the
 * document is pinned to it, and that which made the document where it is a correction (R27).
 */
export function resolveOutgoing(
  index: RegistryIndex,
  question: OutgoingQuestion,
  on: string,
  orderedOn: string | undefined,
): Result<Outgoing> {
  const partner = index.partners.get(question.partner);
  if (partner === undefined)
    return fault('partner-unknown', `There is no partner ${question.partner}`, { found: question.partner });
  const ours = question.ours === undefined ? onlyCompany(index, partner) : companyOf(index, partner, question.ours);
  if (!ours.ok) return ours;
  const all = partner.documents.get(documentKey('out', question.document)) ?? [];
  const versions =
    question.madeBy === undefined ? all : all.filter(({ files }) => files.profile.version === question.madeBy);
  if (versions.length === 0) {
    const version = question.madeBy === undefined ? '' : ` in version ${question.madeBy}`;
    return fault('document-unknown', `${partner.id} is sent no ${question.document}${version}`, {
      found: question.document,
    });
  }
  const chosen = chooseVersion(versions, index.maps, dayFor(question, versions, on, orderedOn));
  if (!chosen.ok) return chosen;
  const { usage, unit } = question;
  const sender = addressFor(ours.value.identity.interchanges, usage, undefined);
  const receiver = addressFor(chosen.value.partner.identity.interchanges, usage, unit);
  const x12 = chosen.value.document.native.startsWith('x12/');
  if (x12 && (sender === undefined || receiver === undefined)) {
    const who = receiver === undefined ? partner.id : ours.value.id;
    return fault('usage-differs', `${who} has no address for usage ${usage}`, { found: usage });
  }
  return { ...chosen, value: { ...chosen.value, ours: ours.value, usage, sender, receiver } };
}

function companyOf(index: RegistryIndex, { id, ours }: PartnerRecord, asked: string): Result<OurCompany> {
  const company = index.ours.get(asked);
  if (company !== undefined && (ours?.has(asked) ?? true)) return { ok: true, value: company, issues: [] };
  return fault('company-unknown', `${id} does not trade with ${asked}`, { found: asked });
}

/** A correction is made on its version's own last day at the latest; a pinned document on the day of the order. */
function dayFor(
  { madeBy }: OutgoingQuestion,
  versions: readonly DatedDocument[],
  on: string,
  orderedOn: string | undefined,
): string {
  if (madeBy !== undefined) {
    const until = versions[0]?.until ?? on;
    return on < until ? on : until;
  }
  const pinned = versions.find(({ from, until }) => from <= on && on <= until)?.document.pin === 'order';
  return pinned && orderedOn !== undefined ? orderedOn : on;
}

function addressFor(
  interchanges: readonly InterchangeAddress[] | undefined,
  usage: 'P' | 'T',
  unit: string | undefined,
): InterchangeAddress | undefined {
  const wanted = usage === 'T' ? 'test' : 'production';
  return interchanges?.find((address) => address.usage === wanted && (unit === undefined || address.unit === unit));
}
