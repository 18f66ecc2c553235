import { createHash } from 'node:crypto';
import type { OrderState } from '@dist/orchestration';

/** Where an order stands, as a text that is another one once anything has happened to it: what is known, issued, held, owed. */
export function positionOf({ facts, effects, holds, timers, breaches, conflicts }: OrderState): string {
  const told = {
    facts: listed(facts, ({ key }) => key),
    effects: listed(effects, ({ status, attempt, since }) => [status, attempt, since]),
    holds: listed(holds, ({ since, about }) => [since, about]),
    timers: listed(timers, (due) => due),
    breaches: listed(breaches, (at) => at),
    conflicts: listed(conflicts, () => true),
  };
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

/** By name, since a state that was read anew has its entries in another order. */
function listed<Value>(record: Readonly<Record<string, Value>>, shown: (value: Value) => unknown): unknown {
  return Object.entries(record)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, shown(value)]);
}
