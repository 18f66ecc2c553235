import { empty } from '../../order/empty.ts';
import type {
  Claimed,
  DeliveryEffect,
  Journal,
  LoggedEvent,
  StoredDocument,
  StreamAppend,
} from '../../runtime/journal.ts';
import type { Effect } from '../../word/effect.ts';
import type { OrderEvent } from '../../word/event.ts';
import type { Note, OrderState } from '../../word/state.ts';

export const now = '2026-03-02T08:00:00.000Z';

/** An instant so many seconds after `now`. */
export function after(seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}

/** What one step does to an order; everything may be given. */
export function stream(id: string, expectedVersion: number, more: Partial<StreamAppend> = {}): StreamAppend {
  return { id, expectedVersion, log: [], timers: [], notes: [], ...more };
}

/** An entry of a log: an event, and what was put in the outbox because of it. */
export function logged(key: string, ...issued: readonly Effect[]): LoggedEvent {
  return { event: event(key), issued };
}

/** A state that can be told from others. */
export function stateOf(id: string, policy: string): OrderState {
  return { ...empty(id), policy };
}

export function event(key: string): OrderEvent {
  return { type: 'hold.placed', hold: key, reason: 'a ü “sign” that is not ASCII', key, at: now, v: 2 };
}

export function note(order: string, message: string): Note {
  return { at: now, order, type: 'phase', message };
}

export function delivery(key: string, more: Partial<DeliveryEffect> = {}): DeliveryEffect {
  const body = { type: 'document.deliver', partner: 'northfield', document: `document/${key}` } as const;
  const rest = { lane: 'partner:northfield', priority: 5, notBefore: now, attempt: 1, safety: 'idempotent' } as const;
  return { key, order: '', body, ...rest, ...more };
}

export function lookUp(order: string, more: Partial<Effect> = {}): Effect {
  const reference = { partId: '1', externalReference: 'R-1', submit: `${order}/erp.submit/1`, attempt: 1 };
  const body = { type: 'erp.find', erp: 'erp', ...reference } as const;
  const queue = { partner: 'northfield', lane: 'erp:erp', class: 'realTime', priority: 5 } as const;
  const rest = { ...queue, notBefore: now, attempt: 1, safety: 'idempotent' } as const;
  return { key: `${order}/erp.find/1/1`, order, body, ...rest, ...more };
}

export function document(key: string, hash: string, more: Partial<StoredDocument> = {}): StoredDocument {
  const bytes = Uint8Array.from([0, 65, 13, 10, 128, 255]);
  const about = { direction: 'in', partner: 'northfield', type: '850', name: 'po.edi' } as const;
  return { key, ...about, bytes, hash, controlNumbers: ['000000101', '501'], at: now, ...more };
}

/** Claims by a worker called `w`, for a minute, from `now` on. */
export function claim(
  journal: Journal,
  more: Partial<Parameters<Journal['claim']>[0]> = {},
): Promise<readonly Claimed[]> {
  return journal.claim({ now, worker: 'w', limit: 100, lease: 60_000, ...more });
}

export function keysOf(claims: readonly Claimed[]): readonly string[] {
  return claims.map(({ effect }) => effect.key);
}

/** What ends a claim. */
export function settlementOf({ effect, lease }: Claimed): { readonly key: string; readonly lease: string } {
  return { key: effect.key, lease };
}
