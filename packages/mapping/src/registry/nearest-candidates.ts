import { editDistance } from './edit-distance.ts';

/** Something that may have been meant: its name, how it is addressed, and what differs. */
export interface Candidate {
  readonly id: string;
  readonly address: string;
  readonly why: string;
}

/** An address that is known, and whose it is. */
export interface KnownAddress {
  readonly id: string;
  readonly qualifier: string;
  readonly address: string;
}

/**
 * At most three known addresses that are most like one that is not known: the same under another qualifier, the same but
 * for blanks, case, hyphens or leading zeros, or with few other characters. This walks all of them; it is for faults.
 */
export function nearestCandidates(
  asked: { readonly qualifier: string; readonly id: string },
  known: Iterable<KnownAddress>,
): Candidate[] {
  const near: { candidate: Candidate; distance: number }[] = [];
  const seen = new Set<string>();
  for (const { id, qualifier, address } of known) {
    const shown = qualifier === '' ? address : `${qualifier}:${address}`;
    const found = compareAddresses(asked, { qualifier, address });
    if (found === undefined || seen.has(`${id} ${shown}`)) continue;
    seen.add(`${id} ${shown}`);
    near.push({ candidate: { id, address: shown, why: found.why }, distance: found.distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate.address < b.candidate.address ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function compareAddresses(
  asked: { readonly qualifier: string; readonly id: string },
  known: { readonly qualifier: string; readonly address: string },
): { distance: number; why: string } | undefined {
  if (asked.id === known.address) return { distance: 0, why: 'another qualifier' };
  const plain = plainOf(known.address);
  const distance = editDistance(plainOf(asked.id), plain);
  if (distance === 0) return { distance: 0.5, why: 'blanks, case, hyphens or leading zeros differ' };
  if (distance > Math.min(3, plain.length / 3)) return undefined;
  const qualified = asked.qualifier === known.qualifier ? 0 : 1;
  const characters = distance === 1 ? '1 character differs' : `${distance} characters differ`;
  return { distance: distance + qualified, why: qualified === 0 ? characters : `${characters}, and the qualifier` };
}

function plainOf(id: string): string {
  return id
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replace(/^0+(?=.)/, '');
}
