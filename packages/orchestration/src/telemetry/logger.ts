import type { Note } from '../word/state.ts';
import { noteAttributes } from './note-attributes.ts';
import { detailOf } from './note-detail.ts';
import { parseTraceparent } from './parse-traceparent.ts';
import { type RedactionRules, redactor } from './redaction.ts';
import type { Attributes } from './tracer-and-meter.ts';

/** One structured record, by the names of OpenTelemetry's data model of logs. */
export interface LogRecord {
  readonly timestamp: string;
  readonly severityText: 'INFO' | 'WARN' | 'ERROR';
  /** 9, 13 or 17. */
  readonly severityNumber: number;
  /** Type of the note: `effect.issued`. */
  readonly eventName: string;
  /** In words. */
  readonly body: string;
  readonly attributes: Attributes;
  readonly traceId?: string | undefined;
  readonly spanId?: string | undefined;
}

/**
 * Writes each note as one record, for instance `logger((record) => log.info(record))`. Texts are redacted as in the audit
 * trail. An error is what waits for a person or is lost: parked, a missed deadline, a contradiction.
 */
export function logger(write: (record: LogRecord) => void, rules: RedactionRules = {}): (note: Note) => void {
  const redact = redactor(rules);
  return (note) => write({ ...logRecord(note), body: redact.text(note.message) });
}

function logRecord(note: Note): LogRecord {
  const place = note.trace && parseTraceparent(note.trace.traceparent);
  const severityText = severityOf(note);
  return {
    timestamp: note.at,
    severityText,
    severityNumber: severityNumbers[severityText],
    eventName: note.type,
    body: note.message,
    attributes: noteAttributes(note),
    ...(place && { traceId: place.traceId, spanId: place.spanId }),
  };
}

const severityNumbers = { INFO: 9, WARN: 13, ERROR: 17 } as const;

function severityOf(note: Note): LogRecord['severityText'] {
  if (errors.has(note.type)) return 'ERROR';
  return warnings.has(note.type) || detailOf(note).status === 'rejected' ? 'WARN' : 'INFO';
}

const errors: ReadonlySet<string> = new Set(['parked', 'sla.breached', 'conflict']);
const warnings: ReadonlySet<string> = new Set([
  'held',
  'effect.inDoubt',
  'effect.retry',
  'cancel.refused',
  'replay.refused',
  'dismiss.refused',
  'payment.unmatched',
  'order.invalid',
  'order.unresolved',
  'erp.rejected',
]);
