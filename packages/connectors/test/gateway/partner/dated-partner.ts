import { type PartnerDirectory, registryDirectory } from '@dist/connectors/gateway';
import type { Overlay, PartnerMap } from '@dist/mapping';
import type { PartnerFiles, ProfileDocument } from '@dist/mapping/registry';
import { standardMaps } from '../sample-gateway.ts';

/** A version of the sample partner's profile. */
export interface DatedVersion {
  readonly version: string;
  readonly from?: string;
  /** Days after its last in which it is still read. */
  readonly overlapDays?: number;
  /** Documents that go out by the version of the order's day. */
  readonly pinned?: readonly string[];
  /** The department (REF*DP) is required of an 850. */
  readonly needsDepartment?: boolean;
}

/** Ship notices of a version have no CTT but in the first, so that their bytes say which version made them. */
const withoutTotal: Overlay = {
  id: 'sample/856',
  version: '2',
  base: 'x12/004010/856',
  patch: { 'level-count': null },
};

const documents: readonly [string, 'in' | 'out'][] = [
  ['850', 'in'],
  ['860', 'in'],
  ['855', 'out'],
  ['856', 'out'],
  ['810', 'out'],
  ['824', 'out'],
];

/** Northfield, in New York, in some versions: the number of each is in GS08 of what it is sent (`004010V2`). */
export function datedFiles({ version, from, overlapDays, pinned = [], needsDepartment }: DatedVersion): PartnerFiles {
  const exchanged = documents.map(
    ([document, direction]): ProfileDocument => ({
      document,
      direction,
      native: `x12/004010/${document}`,
      map: `x12/004010/${document}`,
      ...(document === '850' && { guide: '850' }),
      ...(document === '856' && version !== '1' && { overlays: ['856'] }),
      ...(pinned.includes(document) && { pin: 'order' as const }),
    }),
  );
  const guide = {
    name: `Northfield 850 version ${version}`,
    set: '850',
    release: '004010',
    places: needsDepartment === true ? [{ path: 'REF[01=DP]', usage: 'required' }] : [],
    violations: { 'guide-*': 'reject' },
  };
  return {
    profile: {
      id: 'northfield',
      version,
      name: 'Northfield (sample)',
      ...(from !== undefined && { effective: { from } }),
      identity: {
        timeZone: 'America/New_York',
        interchanges: [
          { usage: 'production', qualifier: '08', id: 'THEIRID', groupId: 'THEIRS', releases: [`004010V${version}`] },
        ],
      },
      documents: exchanged,
      policy: { versions: { overlapDays: overlapDays ?? 0 } },
    },
    overlays: { '856': withoutTotal },
    guides: { '850': guide },
  };
}

const directories = new Map<string, PartnerDirectory>();

/** A directory of the versions; the same versions again are the same directory, whose maps are compiled once. */
export function datedDirectory(...versions: readonly DatedVersion[]): PartnerDirectory {
  const name = JSON.stringify(versions);
  const directory = directories.get(name) ?? made(versions);
  directories.set(name, directory);
  return directory;
}

function made(versions: readonly DatedVersion[]): PartnerDirectory {
  const result = registryDirectory(versions.map(datedFiles), {
    usage: 'P',
    maps: Object.values(standardMaps) as readonly PartnerMap[],
    ours: [
      {
        id: 'ours',
        name: 'Ours (sample)',
        identity: { interchanges: [{ usage: 'production', qualifier: 'ZZ', id: 'OURID', groupId: 'OURS' }] },
      },
    ],
  });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.value;
}
