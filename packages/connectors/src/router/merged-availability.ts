import type { AvailabilityOutcome } from '../port/inventory.ts';

/** One answer of several: a part that failed fails all of it, since a missing number is not none. */
export function mergedAvailability(answers: readonly AvailabilityOutcome[]): AvailabilityOutcome {
  const failed = answers.find((answer) => answer.status === 'failed');
  if (failed !== undefined) return failed;
  const found = answers.filter((answer) => answer.status === 'found');
  const [first] = found;
  if (first === undefined) return { status: 'notFound' };
  const items = found.flatMap(({ availability }) => availability.items);
  const told = new Set(
    items.flatMap(({ ids }) => ids.filter(({ scheme }) => scheme === 'seller').map(({ value }) => value)),
  );
  const missing = [...new Set(found.flatMap((answer) => answer.missing))].filter((item) => !told.has(item));
  return { status: 'found', availability: { ...first.availability, items }, missing };
}
