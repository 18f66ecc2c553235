import type { MappingIssue } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Result } from '../result.ts';
import type { Envelope, ShopMessage } from './envelope.ts';
import { missingParts } from './make-version.ts';
import { messageFaults } from './message-faults.ts';
import type { OurCompany } from './our-company.ts';
import type { PartnerFiles } from './partner-files.ts';
import { type RegistryIndex, registryIndex } from './registry-index.ts';
import { type Resolved, resolveEnvelope } from './resolve-envelope.ts';
import { type Outgoing, type OutgoingQuestion, resolveOutgoing } from './resolve-outgoing.ts';
import { resolveShop } from './resolve-shop.ts';

/** What a registry knows beside the partners. */
export interface RegistrySettings {
  /** Our companies and brands. */
  readonly ours: readonly OurCompany[];
  /** Maps that profiles name: those that ship, in any number of versions. */
  readonly maps: readonly PartnerMap[];
  /**
   * What this installation is for, `P` production or `T` test: documents of the other usage are refused even where a
   * partner has one address for both (R06). The identities alone decide when absent.
   */
  readonly usage?: 'P' | 'T' | undefined;
}

/** Partners by their envelopes, documents by their day. Nothing in it changes. */
export interface Registry {
  /**
   * Whose a received document is, and the document of the profile, map, overlays and guide in effect on the calendar day
   * `on` of its receipt (`CCYY-MM-DD`; R27). A sender that is not known, or may be several, is an issue that names the
   * nearest candidates; test data to a production receiver is refused, and the other way round (R06). A message
   * that lacks a part, or in which one is longer than any address, is an issue `message-malformed`. Throws a RangeError for
   * a day in another form.
   */
  readonly resolve: (message: Envelope | ShopMessage, settings: { readonly on: string }) => Result<Resolved>;
  /** What a document to a partner is written with, and the addresses of its envelope. */
  readonly outgoing: (
    question: OutgoingQuestion,
    settings: { readonly on: string; readonly orderedOn?: string | undefined },
  ) => Result<Outgoing>;
}

/**
 * Makes a registry. What profiles name and nobody has (`map-unknown`, `overlay-unknown`, `guide-unknown`,
 * `company-unknown`) and a version given twice (`profile-repeated`) are issues. Building takes time that grows with the
 * number of profiles, looking up does not; only the search for candidates walks all of them.
 */
export function registry(partners: readonly PartnerFiles[], settings: RegistrySettings): Result<Registry> {
  const index = registryIndex(partners, settings.ours, settings.maps);
  const issues = [...repeated(partners), ...missing(index), ...strangers(partners, settings.ours)];
  if (issues.length > 0) return { ok: false, issues };
  const { usage } = settings;
  return {
    ok: true,
    issues: [],
    value: {
      resolve: (message, { on }) => resolve(index, message, dayOf(on), usage),
      outgoing: (question, { on, orderedOn }) => {
        const issues = messageFaults(question, 'outgoing');
        if (issues.length > 0) return { ok: false, issues };
        return resolveOutgoing(index, question, dayOf(on), orderedOn === undefined ? undefined : dayOf(orderedOn));
      },
    },
  };
}

/** What a message says of itself came from outside, and may be anything. */
function resolve(
  index: RegistryIndex,
  message: Envelope | ShopMessage,
  on: string,
  usage: RegistrySettings['usage'],
): Result<Resolved> {
  const isShop = typeof message === 'object' && message !== null && 'shop' in message;
  const issues = messageFaults(message, isShop ? 'shop' : 'envelope');
  if (issues.length > 0) return { ok: false, issues };
  return isShop ? resolveShop(index, message, on, usage) : resolveEnvelope(index, message as Envelope, on, usage);
}

function dayOf(day: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  throw new RangeError(`expected a day as CCYY-MM-DD, got "${day}"`);
}

function repeated(partners: readonly PartnerFiles[]): MappingIssue[] {
  const seen = new Set<string>();
  return partners.flatMap(({ profile }) => {
    const name = `${profile.id} version ${profile.version}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [issueOf('profile-repeated', `There are two profiles of ${name}`, name)];
  });
}

function missing(index: RegistryIndex): MappingIssue[] {
  return [...index.partners.values()].flatMap(({ documents }) =>
    [...documents.values()].flat().flatMap((dated) => missingParts(dated, index.maps)),
  );
}

function strangers(partners: readonly PartnerFiles[], ours: readonly OurCompany[]): MappingIssue[] {
  const known = new Set(ours.map(({ id }) => id));
  return partners.flatMap(({ profile }) =>
    (profile.ours ?? [])
      .filter((id) => !known.has(id))
      .map((id) => issueOf('company-unknown', `${profile.id} trades with ${id}, which is no company of ours`, id)),
  );
}

function issueOf(code: string, message: string, found: string): MappingIssue {
  return { code, severity: 'error', message, path: [], found };
}
