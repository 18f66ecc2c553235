import type { MappingIssue } from '../issue.ts';
import { effectiveOn } from '../map/effective-on.ts';
import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Result } from '../result.ts';
import { own } from '../run/own.ts';
import type { DatedDocument } from './dated-document.ts';
import type { DocumentVersion } from './document-version.ts';
import { fault } from './fault.ts';

/** Puts the map in effect on a day, the overlays and the guide to a document of a profile. */
export function makeVersion(
  { files, document }: DatedDocument,
  maps: ReadonlyMap<string, readonly PartnerMap[]>,
  on: string,
): Result<DocumentVersion> {
  const { profile } = files;
  const known = files.maps?.filter(({ id }) => id === document.map) ?? [];
  const map = effectiveOn(known.length > 0 ? known : (maps.get(document.map) ?? []), on);
  if (map === undefined) {
    const message = `No version of the map ${document.map} of ${profile.id} is effective on ${on}`;
    return fault('map-not-effective', message, { expected: document.map, found: on });
  }
  const overlays = (document.overlays ?? []).map((name) => own(files.overlays, name) as Overlay);
  const guide = document.guide === undefined ? undefined : own(files.guides, document.guide);
  return { ok: true, value: { partner: profile, document, map, overlays, guide }, issues: [] };
}

/** What the documents of a partner name and nobody has: maps, overlays, guides. */
export function missingParts(
  { files, document }: DatedDocument,
  maps: ReadonlyMap<string, readonly PartnerMap[]>,
): MappingIssue[] {
  const { profile } = files;
  const where = `${profile.id}, document ${document.document} ${document.direction}`;
  const missing = (kind: string, name: string): MappingIssue => ({
    code: `${kind}-unknown`,
    severity: 'error',
    message: `${where}: there is no ${kind} ${name}`,
    path: [],
    found: name,
  });
  const hasMap = maps.has(document.map) || (files.maps?.some(({ id }) => id === document.map) ?? false);
  const overlays = (document.overlays ?? []).filter((name) => own(files.overlays, name) === undefined);
  const guides = [document.guide ?? []].flat().filter((name) => own(files.guides, name) === undefined);
  return [
    ...(hasMap ? [] : [missing('map', document.map)]),
    ...overlays.map((name) => missing('overlay', name)),
    ...guides.map((name) => missing('guide', name)),
  ];
}
