import type { MappingIssue } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Result } from '../result.ts';
import { type DatedDocument, versionsOn } from './dated-document.ts';
import type { DocumentVersion } from './document-version.ts';
import { fault } from './fault.ts';
import { makeVersion } from './make-version.ts';

/** A version of a document, and those before it that may still be meant (R27). */
export interface ChosenVersion extends DocumentVersion {
  /** Older versions inside their overlap, the newest first; to try where a document does not fit. */
  readonly earlier: readonly DocumentVersion[];
}

/**
 * The version of a document in effect on a day. Where none is, but one inside its overlap, that one with a warning; where
 * there is none at all an issue that says which there are.
 */
export function chooseVersion(
  versions: readonly DatedDocument[],
  maps: ReadonlyMap<string, readonly PartnerMap[]>,
  on: string,
): Result<ChosenVersion> {
  const { inForce, earlier } = versionsOn(versions, on);
  const chosen = inForce ?? earlier[0];
  if (chosen === undefined) {
    const { files, document } = versions[0] as DatedDocument;
    const ranges = versions.map(({ from, until }) => `${from === '' ? 'ever' : from} to ${until}`).join(', ');
    const message = `${files.profile.id} has no version of ${document.document} that is effective on ${on}: ${ranges}`;
    return fault('version-not-effective', message, { expected: ranges, found: on });
  }
  const made = makeVersion(chosen, maps, on);
  if (!made.ok) return made;
  const others = earlier.filter((version) => version !== chosen).map((version) => makeVersion(version, maps, on));
  const issues: MappingIssue[] = inForce === undefined ? [overlapIssue(chosen, on)] : [];
  return { ok: true, value: { ...made.value, earlier: others.flatMap(({ value }) => value ?? []) }, issues };
}

function overlapIssue({ files, document, until }: DatedDocument, on: string): MappingIssue {
  const message = `${files.profile.id} ${document.document}: the last version ended on ${until}, and is read within its overlap`;
  return { code: 'version-overlap', severity: 'warning', message, path: [], expected: `until ${until}`, found: on };
}
