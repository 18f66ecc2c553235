/**
 * The position that a place of a journal with one writer names.
 *
 * @throws RangeError when it names none.
 */
export function positionOf(place: string): number {
  if (/^\d{0,15}$/.test(place)) return Number(place);
  throw new RangeError(
    `${JSON.stringify(place.slice(0, 100))} is no place of this journal: give the one that the last call has answered, or ''.`,
  );
}
