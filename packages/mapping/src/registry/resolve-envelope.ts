import type { PartnerMap } from '../map/partner-map.ts';
import type { Result } from '../result.ts';
import { type ChosenVersion, chooseVersion } from './choose-version.ts';
import type { DatedDocument } from './dated-document.ts';
import type { Envelope } from './envelope.ts';
import { fault } from './fault.ts';
import { findParty } from './find-party.ts';
import { nativeRelease, ofRelease } from './native-release.ts';
import type { OurCompany } from './our-company.ts';
import { documentKey, type PartnerRecord, type RegistryIndex } from './registry-index.ts';

/** What a received document is: from whom, for which of our companies, to be read with what. */
export interface Resolved extends ChosenVersion {
  readonly ours: OurCompany;
  readonly usage: 'P' | 'T';
}

/** Resolves an envelope, the receiver first: that the data is for us, and for this usage, is asked before anything else (R06). */
export function resolveEnvelope(
  index: RegistryIndex,
  { interchange, group, set }: Envelope,
  on: string,
  installed: 'P' | 'T' | undefined,
): Result<Resolved> {
  const usage = usageOf(interchange.usage, installed);
  if (!usage.ok) return usage;
  const receiver = findParty(index.receivers, {
    role: 'receiver',
    party: interchange.receiver,
    group: group.receiver,
    usage: usage.value,
  });
  if (!receiver.ok) return receiver;
  const ours = receiver.value[0]?.owner as OurCompany;
  const sender = findParty(index.senders, {
    role: 'sender',
    party: interchange.sender,
    group: group.sender,
    usage: usage.value,
    among: (partner) => partner.ours?.has(ours.id) ?? true,
  });
  if (!sender.ok) return sender;
  const partner = sender.value[0]?.owner as PartnerRecord;
  const chosen = chooseReceived(partner, set, group.version, index.maps, on);
  return chosen.ok ? { ...chosen, value: { ...chosen.value, ours, usage: usage.value } } : chosen;
}

/** ISA15, where it is one that this installation takes. */
export function usageOf(found: string, installed: 'P' | 'T' | undefined): Result<'P' | 'T'> {
  if ((found === 'P' || found === 'T') && found === (installed ?? found)) return { ok: true, value: found, issues: [] };
  const expected = installed ?? 'P or T';
  return fault('usage-differs', `Usage ${found} is not for this receiver: test and production never mix`, {
    expected,
    found,
  });
}

function chooseReceived(
  partner: PartnerRecord,
  set: string,
  version: string,
  maps: ReadonlyMap<string, readonly PartnerMap[]>,
  on: string,
): Result<ChosenVersion> {
  const versions = partner.documents.get(documentKey('in', set));
  if (versions === undefined)
    return fault('document-unknown', `${partner.id} sends no ${set}`, { expected: received(partner), found: set });
  const fitting = ofRelease(versions, version);
  if (fitting === undefined) {
    const releases = releasesOf(versions).join(', ');
    const message = `${partner.id} sends ${set} in ${releases}, not ${version}`;
    return fault('release-unknown', message, { expected: releases, found: version });
  }
  const chosen = chooseVersion(fitting, maps, on);
  const [release] = releasesOf(fitting);
  if (!chosen.ok || release === version.slice(0, 6)) return chosen;
  const message = `${partner.id} sent ${set} in ${version}; it is read as ${release}`;
  const issue = {
    code: 'release-nearest',
    severity: 'warning',
    message,
    path: [],
    expected: release,
    found: version,
  } as const;
  return { ...chosen, issues: [...chosen.issues, issue] };
}

function releasesOf(versions: readonly DatedDocument[]): string[] {
  return [...new Set(versions.flatMap(({ document }) => nativeRelease(document.native) ?? []))];
}

function received({ documents }: PartnerRecord): string {
  const names = [...documents.values()].flat().filter(({ document }) => document.direction === 'in');
  return [...new Set(names.map(({ document }) => document.document))].join(', ');
}
