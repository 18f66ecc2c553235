import type { Definition } from './definition.ts';

/**
 * Of the definitions of one transaction set the one whose release was published nearest to a release (`004030`), counted
 * in releases; of two as near the earlier. Undefined when there is none, or when the text is no release.
 */
export function nearestRelease(release: string, definitions: readonly Definition[]): Definition | undefined {
  const wanted = ordinalOf(release);
  if (wanted === undefined) return undefined;
  let nearest: { readonly definition: Definition; readonly ordinal: number; readonly distance: number } | undefined;
  for (const definition of definitions) {
    const ordinal = ordinalOf(definition.release);
    if (ordinal === undefined) continue;
    const distance = Math.abs(ordinal - wanted);
    const isNearer = nearest === undefined || distance < nearest.distance;
    if (isNearer || (distance === nearest?.distance && ordinal < nearest.ordinal))
      nearest = { definition, ordinal, distance };
  }
  return nearest?.definition;
}

/**
 * Releases before the first of each version. A version had five to seven: after 004060 comes 005010, which is why the
 * difference of the numbers does not tell the nearest. From 007 on the counts are from working knowledge.
 */
const BEFORE: Readonly<Record<string, number>> = {
  '002': 0,
  '003': 4,
  '004': 11,
  '005': 17,
  '006': 22,
  '007': 27,
  '008': 33,
};

function ordinalOf(release: string): number | undefined {
  const [, version = '', number = '', subrelease = ''] = /^(\d{3})(\d{2})(\d)$/.exec(release) ?? [];
  const before = BEFORE[version];
  return before === undefined ? undefined : before + Number(number) + Number(subrelease) / 10;
}
