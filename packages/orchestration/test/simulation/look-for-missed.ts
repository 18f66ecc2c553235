import { defaultPolicy } from '@dist/orchestration';
import { type Observed, orderReferences, reconcile } from '@dist/orchestration/reconcile';
import { type Journal, loadOrder } from '@dist/orchestration/runtime';
import type { Delivery, World } from './world.ts';

/** R28: each hour the ERP is asked what changed there; the first cycle after it must find what nobody was told. */
export function lookForMissed(world: World, store: Journal, observed: Observed): void {
  const { time, inbox, missed } = world;
  const eachHour = (hour: number): void =>
    time.after(3600, async () => {
      inbox.push(lookOnce(world, store, observed));
      const isOver = hour >= 6 && [...missed.values()].every(({ isFound }) => isFound !== undefined);
      if (!isOver) eachHour(hour + 1);
    });
  eachHour(1);
}

function lookOnce({ id, time, missed, tell }: World, store: Journal, observed: Observed): Delivery {
  return async ({ runtime, life: { journal } }) => {
    const now = [...missed.values()].filter(({ at, isFound }) => isFound === undefined && at < time.now());
    const { locate } = orderReferences(journal);
    tell(`${time.clock()} reconciliation looks`);
    await reconcile({ runtime, journal, policy: defaultPolicy, observed, locate, clock: time.clock });
    const facts = now.length === 0 ? {} : ((await loadOrder(store, id, defaultPolicy))?.state.facts ?? {});
    for (const one of now) one.isFound = one.isKnown(facts);
  };
}
