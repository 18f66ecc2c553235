import type { Note } from '../word/state.ts';
import { detailOf } from './note-detail.ts';
import { Remembered } from './remembered.ts';
import type { SpanPlace } from './tracer-and-meter.ts';

/** One attempt of an effect, from when it was let go until its outcome was known. */
export interface EndedAttempt {
  /** The note that ended it. */
  readonly note: Note;
  readonly attempt: number | undefined;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Class of the failure; undefined when it was done, or withdrawn. */
  readonly failed: string | undefined;
  /** What the note that issued it came from. */
  readonly origin: AttemptOrigin | undefined;
}

/** Where an attempt came from: the span of its step, and the trace of the event that asked for it. */
export interface AttemptOrigin {
  readonly span: SpanPlace | undefined;
  readonly traceparent: string | undefined;
}

/**
 * Follows the attempts of effects through notes: each note gives the attempt that it ended, if any. An attempt whose
 * beginning is not known (issued before a restart, and a note without `since`) is passed by.
 */
export function endedAttempts(remember: number): (note: Note, span?: SpanPlace) => EndedAttempt | undefined {
  const open = new Remembered<OpenAttempt>(remember);
  return (note, span) => {
    const { effect, type, at, trace } = note;
    if (effect === undefined) return undefined;
    const detail = detailOf(note);
    const ended = ending.has(type) ? endedBy(note, open.take(effect)) : undefined;
    if (type === 'effect.issued' || type === 'effect.retry') {
      const startedAt = detail.notBefore !== undefined && detail.notBefore > at ? detail.notBefore : at;
      const origin = { span, traceparent: trace?.traceparent };
      open.set(effect, { attempt: detail.attempt ?? 1, startedAt, origin });
    }
    return ended;
  };
}

const ending: ReadonlySet<string> = new Set([
  'effect.done',
  'effect.inDoubt',
  'effect.retry',
  'effect.withdrawn',
  'parked',
]);

type OpenAttempt = Omit<EndedAttempt, 'note' | 'endedAt' | 'failed'>;

function endedBy(note: Note, known: OpenAttempt | undefined): EndedAttempt | undefined {
  const { since, attempt, class: errorClass } = detailOf(note);
  const startedAt = since ?? known?.startedAt;
  if (startedAt === undefined) return undefined;
  const told = note.type === 'effect.retry' && attempt !== undefined ? attempt - 1 : attempt;
  const fine = note.type === 'effect.done' || note.type === 'effect.withdrawn';
  return {
    note,
    attempt: known?.attempt ?? told,
    startedAt: earlier(startedAt, note.at),
    endedAt: note.at,
    failed: fine ? undefined : (errorClass ?? (note.type === 'effect.inDoubt' ? 'inDoubt' : 'system')),
    origin: known?.origin,
  };
}

function earlier(one: string, other: string): string {
  return other < one ? other : one;
}
