import type { OrderEvent } from '../word/event.ts';
import type { Note } from '../word/state.ts';
import { actorOf } from './actor-of.ts';
import { detailOf } from './note-detail.ts';
import { type RedactionRules, type Redactor, redactor } from './redaction.ts';
import { subjectOf } from './subject-of.ts';

/** Events and notes of one order, each in the order of the journal (`journal.events(id)`, `journal.notes(id)`). */
export interface AuditSource {
  readonly order: string;
  readonly events: AsyncIterable<OrderEvent> | Iterable<OrderEvent>;
  readonly notes: AsyncIterable<Note> | Iterable<Note>;
}

/** What an audit trail tells and hides. */
export interface AuditOptions extends RedactionRules {
  /** Whole documents in `data`, redacted; only their kind and numbers when absent. */
  readonly contents?: boolean | undefined;
}

/** One line of an audit trail: when, whose, who, what, why, and what brought it. */
export interface AuditRow {
  /** ISO instant in UTC. */
  readonly at: string;
  readonly order: string;
  readonly partner: string;
  /** `event`: what came. `note`: what the machine made of it. */
  readonly source: 'event' | 'note';
  /** A person by name, `partner:northfield`, `erp:main`, `machine`. */
  readonly who: string;
  /** Type of the event or note. */
  readonly what: string;
  /** Key of the effect, number of the shipment or invoice, name of the hold or deadline. */
  readonly subject: string;
  readonly why: string;
  /** Key of the event or effect that led to it. */
  readonly causation: string;
  /** Key of the event. */
  readonly key: string;
  readonly traceparent: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The audit trail of one order: each event, and after it what the machine noted of it. Rows come as the source is read;
 * nothing is kept but one note. Nothing secret is in them (`redactor`); names in `by` stay, because they are the answer.
 */
export async function* auditTrail(source: AuditSource, options: AuditOptions = {}): AsyncIterable<AuditRow> {
  const writer = rowWriter(source.order, options);
  const notes = peekable(source.notes);
  for await (const event of source.events) {
    for (let note = await notes.peek(); note !== undefined && isBefore(note, event); note = await notes.next())
      yield writer.ofNote(note);
    yield writer.ofEvent(event);
    for (let note = await notes.peek(); note !== undefined && isOf(note, event); note = await notes.next())
      yield writer.ofNote(note);
  }
  for (let note = await notes.peek(); note !== undefined; note = await notes.next()) yield writer.ofNote(note);
}

function isOf(note: Note, event: OrderEvent): boolean {
  const cause = detailOf(note).event ?? note.causation;
  return cause === undefined ? note.at === event.at : cause === event.key || cause === event.causation;
}

/** A note of something that is no event, such as a delivery that failed. */
function isBefore(note: Note, event: OrderEvent): boolean {
  return note.at < event.at && !isOf(note, event);
}

/** `next` takes what `peek` showed, and shows the one after it. */
function peekable<Value>(values: AsyncIterable<Value> | Iterable<Value>) {
  const iterator = (async function* () {
    yield* values;
  })();
  let shown: Promise<IteratorResult<Value, void>> | undefined;
  const peek = async (): Promise<Value | undefined> => {
    shown ??= iterator.next();
    const { done, value } = await shown;
    return done === true ? undefined : (value ?? undefined);
  };
  return {
    peek,
    next: (): Promise<Value | undefined> => {
      shown = undefined;
      return peek();
    },
  };
}

function rowWriter(order: string, options: AuditOptions) {
  const redact = redactor(options);
  const keep = redactor({ ...options, keepContacts: true });
  let partner = '';
  const row = (values: Omit<AuditRow, 'order' | 'partner'>): AuditRow => ({
    ...values,
    order,
    partner,
    who: keep.text(values.who),
    subject: keep.text(values.subject),
    why: redact.text(values.why),
    causation: keep.text(values.causation),
    key: keep.text(values.key),
  });
  return {
    ofEvent(event: OrderEvent): AuditRow {
      if (event.type === 'order.captured') partner = event.partner;
      const { kind, name } = actorOf(event, { partner: partner === '' ? undefined : partner });
      const named = kind === 'person' ? name : name && `${kind}:${name}`;
      return row({
        at: event.at,
        source: 'event',
        who: named ?? kind,
        what: event.type,
        subject: subjectOf(event),
        why: reasonOf(event),
        causation: event.causation ?? '',
        key: event.key,
        traceparent: event.trace?.traceparent ?? '',
        data: dataOf(event, options.contents === true, redact),
      });
    },
    ofNote(note: Note): AuditRow {
      partner = note.partner ?? partner;
      const { event, hold, timer } = detailOf(note);
      const { names: _, event: __, ...data } = note.data ?? {};
      return row({
        at: note.at,
        source: 'note',
        who: 'machine',
        what: note.type,
        subject: note.effect ?? hold ?? timer ?? '',
        why: note.message,
        causation: note.causation ?? event ?? '',
        key: event ?? '',
        traceparent: note.trace?.traceparent ?? '',
        data: record(redact.data(note.phase === undefined ? data : { ...data, phase: note.phase })),
      });
    },
  };
}

/** Why, in the words of whoever told it. */
function reasonOf(event: OrderEvent): string {
  if ('reason' in event && event.reason !== undefined) return event.reason;
  if (event.type === 'effect.failed') return event.failure.message;
  if ('failures' in event) return event.failures.map(({ message }) => message).join('; ');
  if ('message' in event && event.message !== undefined) return event.message;
  return event.type === 'acknowledgment.received' ? (event.faults ?? event.codes).join('; ') : '';
}

/** What an event tells beside the columns. */
function dataOf(event: OrderEvent, contents: boolean, redact: Redactor): Readonly<Record<string, unknown>> {
  const { key: _, at: __, v: ___, type: ____, causation: _____, trace: ______, ...fields } = event;
  const told = Object.entries(fields).filter(([name]) => name !== 'by' && name !== 'reason');
  const short = told.map(([name, value]) => [name, contents ? value : shortened(value)]);
  return record(redact.data(Object.fromEntries(short)));
}

/** A document by its kind and numbers; an event within an event, or the body of an effect, by its type. */
function shortened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value);
  const isDocument = fields.some(([name]) => name === 'kind' || name === 'type');
  if (!isDocument) return value;
  return Object.fromEntries(fields.filter(([name]) => told.has(name)));
}

const told: ReadonlySet<string> = new Set([
  'kind',
  'type',
  'key',
  'number',
  'release',
  'purpose',
  'shipmentId',
  'orderNumber',
  'total',
  'status',
]);

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
