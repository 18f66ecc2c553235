import { empty } from '../order/empty.ts';
import type { OrderState } from '../word/state.ts';
import { ofOrder } from './order-fault.ts';
import { restore } from './restore.ts';
import { policyOf, type RuntimeOptions } from './runtime-options.ts';

/** One order as this process knows it. */
export interface KnownOrder {
  readonly version: number;
  readonly state: OrderState;
  /** Entries of its log since its last snapshot. */
  readonly unsnapped: number;
}

/** Orders kept between their events, the least used ones forgotten. The journal is the truth: it refuses what is old. */
export interface KnownOrders {
  /** The order at that version or a later one, from memory when it is there. */
  open(id: string, atLeast?: number): Promise<KnownOrder>;
  /** What was committed. */
  keep(id: string, order: KnownOrder): void;
  /** Another has appended to what was known at that version. */
  forget(id: string, version: number): void;
}

export function knownOrders(options: RuntimeOptions): KnownOrders {
  const { cache: most = 1000 } = options;
  const known = new Map<string, KnownOrder>();
  const keep = (id: string, order: KnownOrder): void => {
    // A slower load of an older version does not replace what was committed meanwhile.
    if ((known.get(id)?.version ?? 0) > order.version) return;
    known.delete(id);
    known.set(id, order);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
  };
  return {
    keep,
    open: async (id, atLeast = 0) => {
      const here = known.get(id);
      const order = here !== undefined && here.version >= atLeast ? here : await load(options, id);
      if (order.version > 0) keep(id, order);
      return order;
    },
    forget: (id, version) => {
      if ((known.get(id)?.version ?? 0) <= version) known.delete(id);
    },
  };
}

async function load(options: RuntimeOptions, id: string): Promise<KnownOrder> {
  const stored = await options.journal.load(id);
  if (stored === undefined) return { version: 0, state: empty(id), unsnapped: 0 };
  const state = ofOrder(id, () => restore(id, stored, (pinned) => policyOf(options, pinned)));
  return { version: stored.version, state, unsnapped: stored.log.length };
}
