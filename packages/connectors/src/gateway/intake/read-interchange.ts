import { read } from '@dist/x12';
import type { GatewayOptions } from '../gateway-options.ts';
import { receivedSets } from '../partner/received-sets.ts';
import type { ReceivedVersion } from '../partner/received-version.ts';
import { versionsOf } from '../partner/versions-of.ts';
import type { GatewayPartner } from '../partner-directory.ts';
import { allIssues, type Interchange } from '../received.ts';

/**
 * An interchange as its partner's profile reads it: with the companion guides in force, the sets that it may send, the
 * nearest release where that is agreed. What the standard alone reads the same is not read twice. A document that the
 * guide in force faults is read by an earlier one inside its overlap where that one has nothing against it (R27). What is
 * read again counts its places from the beginning of the interchange.
 */
export function readInterchange(
  gateway: Pick<GatewayOptions, 'usage' | 'limits'>,
  plain: Interchange,
  bytes: Uint8Array,
  partner: GatewayPartner,
): Interchange {
  const versions = versionsOf(partner);
  const { receives, nearestRelease = false } = partner.profile;
  const isPlain = receives === undefined && !nearestRelease && versions.every(({ guide }) => guide === undefined);
  if (isPlain || plain.status === 'rejected') return plain;
  const again = (chosen: readonly ReceivedVersion[]) => readAgain(gateway, plain, bytes, partner, chosen);
  const inForce = again(versions);
  if (!isFaultedByGuide(inForce)) return inForce;
  for (const earlier of earlierVersions(versions)) {
    const other = again(earlier);
    if (!isFaultedByGuide(other)) return other;
  }
  return inForce;
}

function readAgain(
  { usage, limits }: Pick<GatewayOptions, 'usage' | 'limits'>,
  plain: Interchange,
  bytes: Uint8Array,
  { profile }: GatewayPartner,
  versions: readonly ReceivedVersion[],
): Interchange {
  const sets = receivedSets(profile, versions);
  const { nearestRelease } = profile;
  const file = read(bytes, { sets, receiver: { usage }, nearestRelease, limits });
  const [interchange] = file.interchanges;
  return interchange ?? plain;
}

function isFaultedByGuide(interchange: Interchange): boolean {
  return allIssues(interchange).some(({ guide, severity }) => guide !== undefined && severity !== 'information');
}

/** The versions as they were one, two, … steps before, each format as far back as it goes. */
function earlierVersions(versions: readonly ReceivedVersion[]): readonly (readonly ReceivedVersion[])[] {
  const byFormat = new Map<string, ReceivedVersion[]>();
  for (const version of versions) byFormat.set(version.native, [...(byFormat.get(version.native) ?? []), version]);
  const most = Math.max(0, ...[...byFormat.values()].map(({ length }) => length - 1));
  return Array.from({ length: most }, (_, step) =>
    [...byFormat.values()].flatMap((all) => all[Math.min(step + 1, all.length - 1)] ?? []),
  );
}
