import type { ExportedNote } from '../port/notes.ts';
import { present } from '../port/present.ts';

/** An event by CloudEvents 1.0.2, with JSON for data, and the extension Distributed Tracing. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string | undefined;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly traceparent?: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CloudEventNames {
  /** URI-reference of who tells: `/orders/production`. With the id it is the identity of an event. */
  readonly source: string;
  /** What goes before the note's type; `dist.` when absent. A name of one's own domain, reversed: `com.example.orders.`. */
  readonly typePrefix?: string | undefined;
}

/** A note as an event. Source and id are its identity: a collector drops what it has ("id", CloudEvents 1.0.2). */
export function toCloudEvent(note: ExportedNote, { source, typePrefix = 'dist.' }: CloudEventNames): CloudEvent {
  const { id, type, subject, at, severity, traceparent, attributes } = note;
  return present({
    specversion: '1.0',
    id,
    source,
    type: `${typePrefix}${type}`,
    subject: subject || undefined,
    time: at,
    datacontenttype: 'application/json',
    traceparent,
    data: { severity, ...attributes },
  });
}

/** The headers of binary mode ("HTTP Protocol Binding" 3.1): `ce-id`, `ce-source`, …; the data is the body. */
export function cloudEventHeaders({ data: _, datacontenttype, ...attributes }: CloudEvent): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': datacontenttype };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) headers[`ce-${name}`] = encoded(value);
  }
  return headers;
}

/** "HTTP Protocol Binding" 3.1.3.2: space, quotation mark, per cent and what is no printable ASCII, as UTF-8 in per cent. */
function encoded(value: string): string {
  return value.replace(/[^\x21\x23\x24\x26-\x7e]/gu, (sign) =>
    [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
