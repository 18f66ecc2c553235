import type { Note } from '../word/state.ts';
import { documentOf } from './document-of.ts';
import type { OrderName } from './names-of.ts';

/**
 * What a note's `data` may tell, by name. All of it is optional: the machine writes some of it, `completeNotes` the rest,
 * and what is absent is left out of spans, metrics and rows.
 */
export interface NoteDetail {
  /** Key of the event of the step. */
  readonly event?: string | undefined;
  readonly effectType?: string | undefined;
  readonly document?: string | undefined;
  readonly lane?: string | undefined;
  readonly attempt?: number | undefined;
  readonly class?: string | undefined;
  readonly owner?: string | undefined;
  /** Since when: an attempt was out, a phase lasted. */
  readonly since?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly controlNumber?: string | undefined;
  readonly file?: string | undefined;
  readonly status?: string | undefined;
  readonly timer?: string | undefined;
  readonly due?: string | undefined;
  readonly met?: boolean | undefined;
  /** What missing the deadline costs, and in which currency. */
  readonly breachCost?: string | undefined;
  readonly currency?: string | undefined;
  readonly hold?: string | undefined;
  readonly reason?: string | undefined;
  readonly lineId?: string | undefined;
  readonly expiresAt?: string | undefined;
  /** The phase before. */
  readonly from?: string | undefined;
  /** Version of the policy that the order is pinned to. */
  readonly policy?: string | undefined;
  readonly names: readonly OrderName[];
}

/** Reads a note's `data`; what has another type than it should is passed by. */
export function detailOf(note: Note): NoteDetail {
  const data = note.data ?? {};
  const text = (name: string): string | undefined => (typeof data[name] === 'string' ? data[name] : undefined);
  const document = note.effect === undefined ? undefined : documentOf(note.effect, note.order);
  return {
    event: text('event'),
    effectType: text('effectType'),
    document: text('document') ?? document,
    lane: text('lane'),
    attempt: typeof data['attempt'] === 'number' ? data['attempt'] : undefined,
    class: text('class'),
    owner: text('owner'),
    since: text('since'),
    notBefore: text('notBefore'),
    controlNumber: text('controlNumber'),
    file: text('file'),
    status: text('status'),
    timer: text('timer'),
    due: text('due'),
    met: typeof data['met'] === 'boolean' ? data['met'] : undefined,
    breachCost: text('breachCost'),
    currency: text('currency'),
    hold: text('hold'),
    reason: text('reason'),
    lineId: text('lineId'),
    expiresAt: text('expiresAt'),
    from: text('from'),
    policy: text('policy'),
    names: Array.isArray(data['names']) ? data['names'].filter(isName) : [],
  };
}

function isName(value: unknown): value is OrderName {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('value' in value)) return false;
  return typeof value.kind === 'string' && typeof value.value === 'string';
}
