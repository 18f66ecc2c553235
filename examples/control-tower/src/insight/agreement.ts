import type { PartnerDirectory } from '@dist/connectors/gateway';

/** The maps by which a partner's documents are read and made now. */
export interface Agreement {
  /** Release and industry suffix of what we send it: `004010VICS`. */
  readonly version: string;
  readonly maps: readonly MapInUse[];
}

export interface MapInUse {
  /** `850`. */
  readonly document: string;
  /** Id and version of the map; the hash is that of the map with the partner's overlays. */
  readonly map: string;
  readonly version: string;
  readonly hash: string;
  /** Version of the agreement that chose it; absent where there is only one. */
  readonly agreed?: string | undefined;
}

const documents = ['850', '855', '856', '810', '865', '940', '824'] as const;

/**
 * The agreement with a partner as its directory has it now. Notes do not say which map read or made a document, so that this
 * is the agreement of today, also beside figures of earlier days.
 */
export function agreements(directory: PartnerDirectory, clock: () => string) {
  return async (id: string): Promise<Agreement | undefined> => {
    const partner = await directory.byId(id, { at: clock() });
    if (partner === undefined) return undefined;
    const { profile, maps, versions = {} } = partner;
    const inUse = documents.flatMap((document): MapInUse[] => {
      const map = maps[document];
      if (map === undefined) return [];
      return [{ document, map: map.id, version: map.version, hash: map.hash, agreed: versions[document] }];
    });
    return { version: profile.version, maps: inUse };
  };
}
