import type { OutboxEffect } from '../runtime/journal.ts';
import { tellNotes } from '../runtime/tell-notes.ts';
import type { Timer } from '../word/state.ts';
import { advance, type Told } from './advance.ts';
import type { HostOptions } from './host.ts';
import type { HostedOrder } from './hosted-order.ts';
import { policyFrom } from './policy-from.ts';

/** One step of an order, as what an engine has to do: waits, not instants, because its clock is not ours. JSON. */
export interface Prepared {
  /** Absent when nothing changed. */
  readonly hosted?: HostedOrder | undefined;
  readonly version: number;
  readonly send: readonly { readonly effect: OutboxEffect; readonly wait: number }[];
  readonly arm: readonly (Timer & { readonly wait: number })[];
}

/**
 * Makes one step of an order and tells its notes through `tell`, which is the caller's to call: after the commit where
 * there is one.
 */
export function prepare(
  options: HostOptions,
  before: HostedOrder,
  told: Told,
): { readonly prepared: Prepared; tell(): void } {
  const { hosted, send, arm, notes } = advance(before, told, (state) => policyFrom(options, state.policy));
  const now = options.clock();
  const prepared: Prepared = {
    ...(hosted !== before && { hosted }),
    version: hosted.version,
    send: send.map((effect) => ({ effect, wait: waitUntil(effect.notBefore, now) })),
    arm: arm.map((timer) => ({ ...timer, wait: waitUntil(timer.due, now) })),
  };
  return {
    prepared,
    tell: () => tellNotes(options, notes),
  };
}

/** Milliseconds from one instant to another; 0 when it has passed. */
export function waitUntil(due: string, now: string): number {
  return Math.max(0, Date.parse(due) - Date.parse(now));
}
