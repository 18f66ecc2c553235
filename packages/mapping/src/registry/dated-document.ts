import type { ProfileDocument } from '../profile/profile-document.ts';
import { daysAfter } from './days-after.ts';
import type { PartnerFiles } from './partner-files.ts';

/** A document of a partner and the days on which it counts: those of the document, within those of the profile. */
export interface DatedDocument {
  readonly files: PartnerFiles;
  readonly document: ProfileDocument;
  /** First day; the empty text where it has always counted. */
  readonly from: string;
  /** Last day. */
  readonly until: string;
}

/** What counts on a day: the version in force, and those before it that still may be meant, the newest first. */
export interface VersionsOn {
  readonly inForce: DatedDocument | undefined;
  readonly earlier: readonly DatedDocument[];
}

const always = '9999-12-31';

/** The documents of a partner with their days. */
export function datedDocuments(files: PartnerFiles): DatedDocument[] {
  const { profile } = files;
  return profile.documents.map((document) => ({
    files,
    document,
    from: [profile.effective?.from ?? '', document.effective?.from ?? ''].sort()[1] ?? '',
    until: [profile.effective?.until ?? always, document.effective?.until ?? always].sort()[0] ?? always,
  }));
}

/** The versions of a document in the order in which they are asked: what began last stands first; of equals the one given last. */
export function newestFirst(versions: readonly DatedDocument[]): DatedDocument[] {
  return [...versions].reverse().sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1));
}

/** Chooses by the day among versions of one document, the newest first (R27). An older one counts `overlapDays` beyond its last day. */
export function versionsOn(versions: readonly DatedDocument[], on: string): VersionsOn {
  const begun = versions.filter(({ from }) => from <= on);
  const inForce = begun.find(({ until }) => on <= until);
  const earlier = begun.filter((version, index) => {
    if (version === inForce) return false;
    const next = begun[index - 1];
    // What a newer version takes over ends on the day before, whatever it says itself.
    const end = next === undefined || next.from > version.until ? version.until : daysAfter(next.from, -1);
    const overlap = version.files.profile.policy?.versions?.overlapDays ?? 0;
    return end >= version.from && end < on && on <= daysAfter(end, overlap);
  });
  return { inForce, earlier };
}
