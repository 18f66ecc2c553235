import type { DatedDocument } from './dated-document.ts';

/** The release of a native id: `004010` of `x12/004010/850`; undefined of a form without releases. */
export function nativeRelease(native: string): string | undefined {
  return /^x12\/(\d{6})[^/]*\//.exec(native)?.[1];
}

/** Of versions in several releases those of one: the release asked for, or the nearest where the partner allows it (R05). */
export function ofRelease(versions: readonly DatedDocument[], asked: string): readonly DatedDocument[] | undefined {
  const wanted = asked.slice(0, 6);
  const same = versions.filter(({ document }) => nativeRelease(document.native) === wanted);
  if (same.length > 0) return same;
  const lenient = versions.filter(({ files }) => files.profile.policy?.versions?.unknownRelease === 'nearest');
  const distances = lenient.map(({ document }) => distance(nativeRelease(document.native), wanted));
  const least = Math.min(...distances);
  return lenient.length === 0 ? undefined : lenient.filter((_, index) => distances[index] === least);
}

function distance(release: string | undefined, wanted: string): number {
  const apart = Math.abs(Number(release) - Number(wanted));
  return Number.isNaN(apart) ? Number.MAX_SAFE_INTEGER : apart;
}
