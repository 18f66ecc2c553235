import type { OutboxEffect } from './journal.ts';
import type { RuntimeOptions } from './runtime-options.ts';

/** Milliseconds that the performer of a type may take. */
export function timeoutOf({ timeout = 10_000, timeouts }: RuntimeOptions, type: OutboxEffect['body']['type']): number {
  return type === 'order.tell' ? timeout : (timeouts?.[type] ?? timeout);
}
