import type { AvailabilityCommit, AvailabilityEvent } from '@dist/orchestration/availability';

/**
 * Keeps its own books from what was answered and committed, without a look at the machine's sums: what is promised at any
 * time must never be more than there is.
 */
export function createAccountant(supply: number) {
  const held = new Map<string, { readonly count: number; readonly until: string }>();
  const sold = new Map<string, number>();
  let now = '';
  let granted = 0;
  let refused = 0;
  let oversold = 0;
  const look = () => {
    let promised = 0;
    for (const [key, { count, until }] of held) if (until > now && !sold.has(key)) promised += count;
    for (const count of sold.values()) promised += count;
    oversold = Math.max(oversold, promised - supply);
  };
  return {
    committed: (event: AvailabilityEvent, { effects }: AvailabilityCommit) => {
      if (event.at > now) now = event.at;
      for (const { body } of effects) {
        if (body.type === 'reservation.granted')
          held.set(body.reservation, { count: Number(body.quantity.value), until: body.expiresAt });
      }
      if (event.type === 'reservation.released') held.delete(event.reservation);
      look();
    },
    answered: (key: string, count: number, answer: string) => {
      if (answer === 'held') granted++;
      else refused++;
      // Told that it is held, whether or not anything was committed.
      if (answer === 'held' && !held.has(key)) sold.set(key, count);
      look();
    },
    confirmed: (key: string, count: number) => {
      sold.set(key, count);
      look();
    },
    totals: () => ({ granted, refused, oversold }),
  };
}
