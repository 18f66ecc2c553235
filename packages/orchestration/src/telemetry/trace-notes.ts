import type { Note } from '../word/state.ts';
import { type EndedAttempt, endedAttempts } from './ended-attempts.ts';
import { noteAttributes } from './note-attributes.ts';
import { detailOf } from './note-detail.ts';
import { parseTraceparent } from './parse-traceparent.ts';
import type { Attributes, Span, SpanLink, SpanPlace, Tracer } from './tracer-and-meter.ts';

/** How notes become spans. */
export interface TraceSettings {
  readonly tracer: Tracer;
  /** Traceparents of more spans that have to do with a note, such as the call of a performer. */
  readonly links: (note: Note) => readonly string[];
  /** How many effects are followed at once, so that an attempt that never ends takes no memory for ever. */
  readonly remember: number;
}

/**
 * Writes the notes of one step as a span, and a span for each attempt of an effect that the step ended. Each is the root
 * of its own trace: what caused it may be days ago, so that it is linked, not its parent. Times are those of the notes.
 */
export function traceNotes({ tracer, links, remember }: TraceSettings): (step: readonly Note[]) => void {
  const attempts = endedAttempts(remember);
  return (step) => {
    const span = startStep(tracer, step, linksTo(step.flatMap((note) => [tracedBy(note), ...links(note)])));
    for (const note of step) {
      const ended = attempts(note, span?.spanContext());
      if (ended !== undefined) writeAttempt(tracer, ended, span?.spanContext(), links);
    }
    span?.end(instant(step.at(-1)?.at ?? ''));
  };
}

function startStep(tracer: Tracer, step: readonly Note[], links: SpanLink[]): Span | undefined {
  const [first] = step;
  if (first === undefined) return undefined;
  const span = tracer.startSpan(`transition ${first.type}`, {
    root: true,
    startTime: instant(first.at),
    attributes: stepAttributes(step),
    links,
  });
  for (const note of step) span.addEvent(note.type, noteAttributes(note), instant(note.at));
  return span;
}

/** What all notes of the step are of; what one effect or deadline is called stands at the span's events. */
function stepAttributes(step: readonly Note[]): Attributes {
  const shared: Attributes = {};
  for (const note of step) {
    const { event } = detailOf(note);
    const own = noteAttributes(note);
    const message = event ?? note.causation;
    for (const name of ofStep) if (own[name] !== undefined) shared[name] ??= own[name];
    if (message !== undefined) shared['messaging.message.id'] ??= message;
  }
  return shared;
}

const ofStep = [
  'messaging.message.conversation_id',
  'dist.order.id',
  'dist.partner.id',
  'dist.phase',
  'dist.policy.version',
] as const;

function writeAttempt(
  tracer: Tracer,
  ended: EndedAttempt,
  step: SpanPlace | undefined,
  links: TraceSettings['links'],
): void {
  const { note, attempt, origin, failed } = ended;
  const attributes = noteAttributes(note);
  if (attempt !== undefined) attributes['dist.effect.attempt'] = attempt;
  if (failed === undefined) delete attributes['error.type'];
  else attributes['error.type'] = failed;
  const places = [origin?.span, step].flatMap((context) => (context ? [{ context, attributes: {} }] : []));
  const span = tracer.startSpan(
    `effect ${attributes['dist.effect.type'] ?? attributes['dist.doc.type'] ?? 'attempt'}`,
    {
      root: true,
      startTime: instant(ended.startedAt),
      attributes,
      links: [...places, ...linksTo([origin?.traceparent, tracedBy(note), ...links(note)])],
    },
  );
  if (failed !== undefined) span.setStatus({ code: 2, message: failed });
  span.end(instant(ended.endedAt));
}

function tracedBy({ trace }: Note): string | undefined {
  return trace?.traceparent;
}

/** One link for each place, however often it is named; what is no traceparent is passed by. */
function linksTo(traceparents: readonly (string | undefined)[]): SpanLink[] {
  return [...new Set(traceparents)].flatMap((traceparent) => {
    const context = traceparent === undefined ? undefined : parseTraceparent(traceparent);
    return context === undefined ? [] : [{ context, attributes: {} }];
  });
}

function instant(at: string): Date {
  return new Date(at);
}
