/**
 * Remembers which webhooks were processed. Its three operations are atomic, each for itself; the caller decides how long a
 * key is remembered: longer than the sender tries again, and as long as somebody could replay.
 *
 * A claim is a lease and no promise: a receiver that dies leaves it behind, and when it has run out the next delivery is
 * processed again. What makes "once" true is `commit`, which writes the work and the key in **one** transaction.
 */
export interface WebhookStore<Work> {
  /**
   * Takes a lease on a key until an instant, in milliseconds since 1970. `done`: it was committed, now or ever. `busy`:
   * another lease on it still runs at `now`. A lease that has run out is taken over.
   */
  claim(key: string, lease: { readonly now: number; readonly until: number }): Promise<'claimed' | 'done' | 'busy'>;
  /**
   * Writes the work and remembers the key, both or neither. `done`, and nothing is written, when the key was committed
   * before: two receivers may have worked on it, one after its lease had run out.
   */
  commit(key: string, work: Work): Promise<'committed' | 'done'>;
  /**
   * Gives back the lease that ends at `until`, so that the next delivery need not wait. A lease that another receiver has
   * taken over meanwhile stays, and so does a key that was committed.
   */
  release(key: string, lease: { readonly until: number }): Promise<void>;
}
