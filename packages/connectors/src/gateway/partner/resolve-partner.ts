import type { InterchangeAddress } from '@dist/canonical';
import type { MappingIssue } from '@dist/mapping';
import type { DocumentVersion, PartnerFiles, PartnerProfile, Registry } from '@dist/mapping/registry';
import type { EnvelopeAddress } from '../trading-partner.ts';
import type { RegistryDirectorySettings } from './registry-directory.ts';

/** Which partner is asked for, as of which calendar day. */
export interface PartnerQuestion {
  readonly id: string;
  readonly on: string;
  /** The addresses of an interchange; those of the profile when absent. */
  readonly theirs?: EnvelopeAddress | undefined;
  readonly ours?: EnvelopeAddress | undefined;
  readonly orderedOn?: string | undefined;
  readonly madeBy?: Readonly<Record<string, string>> | undefined;
}

/** A partner's documents in the versions that are meant, not compiled yet. */
export interface ResolvedPartner {
  /** The profile in force, or that which made the document that is corrected. */
  readonly profile: PartnerProfile;
  readonly theirs: InterchangeAddress;
  readonly ours: InterchangeAddress;
  /** Of each received format the version in force, then those inside their overlap. */
  readonly received: readonly DocumentVersion[];
  readonly sent: readonly DocumentVersion[];
  readonly issues: readonly MappingIssue[];
}

/** Everything that is exchanged with a partner on a day, of all its versions; undefined where nobody has those addresses. */
export function resolvePartner(
  known: Registry,
  versions: readonly PartnerFiles[],
  settings: RegistryDirectorySettings,
  question: PartnerQuestion,
): ResolvedPartner | undefined {
  const all = versions.map(({ profile }) => profile);
  const { on, orderedOn, madeBy = {} } = question;
  // What a version has made is corrected as it was: its envelope, too.
  const meant = all.find(({ version }) => Object.values(madeBy).includes(version)) ?? inForce(all, on) ?? all[0];
  if (meant === undefined) return undefined;
  const own = [meant, ...all.filter((profile) => profile !== meant)];
  const theirs = addressIn(
    own.flatMap(({ identity }) => identity.interchanges ?? []),
    settings,
    question.theirs,
  );
  const companies = settings.ours.filter(({ id }) => own.every(({ ours }) => ours?.includes(id) ?? true));
  const ours = addressIn(
    companies.flatMap(({ identity }) => identity.interchanges ?? []),
    settings,
    question.ours,
  );
  const company = companies.find(({ identity }) => ours !== undefined && identity.interchanges?.includes(ours));
  if (theirs === undefined || ours === undefined || company === undefined) return undefined;
  const documents = own.flatMap((profile) => profile.documents);
  const incoming = distinct(documents.filter(({ direction }) => direction === 'in').map(({ native }) => native)).map(
    (native) => known.resolve(envelopeOf(native, theirs, ours, settings.usage), { on: question.on }),
  );
  const outgoing = distinct(
    documents.filter(({ direction }) => direction === 'out').map(({ document }) => document),
  ).map((document) => {
    const asked = { partner: question.id, document, ours: company.id, usage: settings.usage, madeBy: madeBy[document] };
    return known.outgoing(asked, { on, orderedOn });
  });
  const received = incoming.flatMap(({ value }) => (value === undefined ? [] : [value, ...value.earlier]));
  const sent = outgoing.flatMap(({ value }) => value ?? []);
  const issues = [...incoming, ...outgoing].flatMap((result) => result.issues);
  return { profile: meant, theirs, ours, received, sent, issues };
}

function addressIn(
  addresses: readonly InterchangeAddress[],
  { usage }: RegistryDirectorySettings,
  asked: EnvelopeAddress | undefined,
): InterchangeAddress | undefined {
  const wanted = usage === 'T' ? 'test' : 'production';
  return addresses.find(
    (address) =>
      address.usage === wanted &&
      (asked === undefined || (address.qualifier === asked.qualifier && address.id.trim() === asked.id.trim())),
  );
}

/** The envelope of a document as the partner sends it. */
function envelopeOf(native: string, theirs: InterchangeAddress, ours: InterchangeAddress, usage: 'P' | 'T') {
  const [, version = '', set = ''] = native.split('/');
  return {
    interchange: { sender: theirs, receiver: ours, usage },
    group: { sender: theirs.groupId ?? theirs.id, receiver: ours.groupId ?? ours.id, version },
    set,
  };
}

/** The version of the profile that began last. */
function inForce(profiles: readonly PartnerProfile[], on: string): PartnerProfile | undefined {
  const held = profiles.filter(
    ({ effective }) => (effective?.from ?? '') <= on && on <= (effective?.until ?? '9999-12-31'),
  );
  return held.sort((a, b) => ((a.effective?.from ?? '') < (b.effective?.from ?? '') ? 1 : -1))[0];
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];
