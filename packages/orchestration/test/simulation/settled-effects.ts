import type { Effect, OrderState } from '@dist/orchestration';
import type { Batch } from '@dist/orchestration/runtime';

/** What the orders have no use for any more, as it was committed. */
export interface SettledEffects {
  /** A batch that was appended. */
  committed(batch: Batch): void;
  /** An effect is about to be performed. */
  performed(effect: Effect): void;
  /** What was performed although it was settled before. */
  readonly faults: readonly string[];
}

const endings: ReadonlySet<string> = new Set(['effect.done', 'effect.withdrawn', 'effect.inDoubt', 'parked']);

/**
 * Sees whether anything is done that was answered, withdrawn or given up at an earlier instant. At the same instant the
 * two may cross.
 */
export function settledEffects(now: () => number): SettledEffects {
  const settled = new Map<string, { readonly at: number; readonly how: string }>();
  const abandoned = new Map<OrderState['id'], number>();
  const faults: string[] = [];
  return {
    faults,
    committed: ({ streams = [] }) => {
      for (const { id, log, notes } of streams) {
        for (const { effect, type } of notes)
          if (effect !== undefined && endings.has(type)) settled.set(effect, { at: now(), how: type });
        for (const { event, issued } of log) {
          for (const { key } of issued) settled.delete(key);
          if (event.type === 'operator.abandoned') abandoned.set(id, now());
        }
      }
    },
    performed: ({ key, order }) => {
      const ending = settled.get(key);
      if (ending !== undefined && ending.at < now()) faults.push(`${key} was performed after ${ending.how}`);
      if ((abandoned.get(order) ?? now()) < now()) faults.push(`${key} was performed although ${order} was abandoned`);
    },
  };
}
