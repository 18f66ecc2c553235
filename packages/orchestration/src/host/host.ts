import type { OrderState, Policy } from '../index.ts';
import type { DeliveryEffect, Journal } from '../runtime/journal.ts';
import type { Performers } from '../runtime/performers.ts';
import type { OrderEvent } from '../word/event.ts';
import type { Note } from '../word/state.ts';

/**
 * An engine that keeps orders and moves them: it takes their events one at a time, performs what follows from them and
 * wakes them when they are due. Every host keeps this contract and passes its kit (`hostContract` of
 * `@dist/orchestration/testing`).
 */
export interface Host {
  /**
   * Brings events to one order, which is made when there is none. Resolves when they are durable, with the version of
   * the order after them: it counts the steps that changed something. The same events again change nothing. Rejects when
   * the engine cannot be reached or did not say that it has them: then they are brought again. Rejects with a `WrongEvent`
   * when one of them is none (`checkEvent`).
   */
  dispatch(orderId: string, events: readonly OrderEvent[]): Promise<{ readonly version: number }>;
  /** The state of an order after everything that is committed; undefined when there is no such order. */
  read(orderId: string): Promise<OrderState | undefined>;
  /** Carries stored bytes that belong to no order (a 997). A key that was delivered is not delivered again. */
  deliver(deliveries: readonly DeliveryEffect[]): Promise<void>;
}

/** What a host is made of besides its engine. */
export interface HostOptions {
  /** The policy of new orders, or how to find the one an order is pinned to (`undefined` for a new order). */
  readonly policy: Policy | ((version: string | undefined) => Policy);
  /** The performers of the runtime, as they are. */
  readonly performers: Performers;
  /**
   * Where control numbers, documents and marks are kept (R02, R12), and which effects were begun. A journal that all
   * workers reach; its orders and its outbox stay empty. Performers get it as `context.journal`.
   */
  readonly records: Journal;
  /** The instant it is now, ISO 8601 in UTC with milliseconds. */
  readonly clock: () => string;
  /**
   * Milliseconds that a performer may take, 10,000 when absent. No look-up may come before that
   * (`policy.retry.lookUpAfterSeconds`): what is still on its way could land after it.
   */
  readonly timeout?: number | undefined;
  /** Called for each note in order, once or, when a worker dies in between, again. What it throws is told to `onNoteLost`. */
  readonly onNote?: ((note: Note) => void) | undefined;
  /** Called when `onNote` has thrown, and what. Written to the console when absent. It must not throw. */
  readonly onNoteLost?: ((note: Note, error: unknown) => void) | undefined;
}
