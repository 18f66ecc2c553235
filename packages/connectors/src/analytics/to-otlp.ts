import type { ExportedNote } from '../port/notes.ts';
import { present } from '../port/present.ts';

/** A value of OTLP in JSON: integers are texts, since they have 64 bits ("OTLP/HTTP", JSON Protobuf Encoding). */
export type OtlpValue =
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly intValue: string }
  | { readonly doubleValue: number };

/** `opentelemetry.proto.common.v1.KeyValue`. */
export interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}

/** `opentelemetry.proto.logs.v1.LogRecord`. */
export interface OtlpLogRecord {
  readonly timeUnixNano: string;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly eventName: string;
  readonly body?: OtlpValue | undefined;
  readonly attributes: readonly OtlpAttribute[];
  readonly traceId?: string | undefined;
  readonly spanId?: string | undefined;
  readonly flags?: number | undefined;
}

/** `opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest`. */
export interface OtlpLogs {
  readonly resourceLogs: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeLogs: readonly {
      readonly scope: { readonly name: string };
      readonly logRecords: readonly OtlpLogRecord[];
    }[];
  }[];
}

/** "Logs Data Model", Severity fields: the first of each range. */
const severities = {
  debug: [5, 'DEBUG'],
  information: [9, 'INFO'],
  warning: [13, 'WARN'],
  error: [17, 'ERROR'],
} as const;

/**
 * Notes as log records. `log.record.uid` has the id: records with the same one are duplicates and can be dropped
 * (semantic conventions, General Logs Attributes). `resource` says who tells: `{ 'service.name': 'orders' }`.
 */
export function toOtlp(
  notes: readonly ExportedNote[],
  resource: Readonly<Record<string, string | number | boolean>>,
): OtlpLogs {
  return {
    resourceLogs: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeLogs: [{ scope: { name: '@dist/connectors/analytics' }, logRecords: notes.map(recordOf) }],
      },
    ],
  };
}

function recordOf({ id, type, at, severity, traceparent, attributes }: ExportedNote): OtlpLogRecord {
  const [severityNumber, severityText] = severities[severity];
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  const { 'dist.note.message': message, ...others } = attributes;
  return present({
    timeUnixNano: nanoseconds(at),
    severityNumber,
    severityText,
    eventName: type,
    body: message === undefined ? undefined : otlpValue(message),
    attributes: attributesOf({ 'log.record.uid': id, ...others }),
    traceId,
    spanId,
    flags: flags === undefined ? undefined : Number.parseInt(flags, 16),
  });
}

function attributesOf(values: Readonly<Record<string, string | number | boolean>>): OtlpAttribute[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: otlpValue(value) }));
}

function otlpValue(value: string | number | boolean): OtlpValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

/** Milliseconds and nine digits would not fit a number: a text from the beginning. Throws a RangeError for no instant. */
function nanoseconds(at: string): string {
  const milliseconds = Date.parse(at);
  if (Number.isNaN(milliseconds)) throw new RangeError('a note happened at an instant');
  return `${milliseconds}000000`;
}
