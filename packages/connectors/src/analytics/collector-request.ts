import type { VendorRequest } from '../http/vendor-client.ts';
import type { ExportedNote } from '../port/notes.ts';
import { type CloudEventNames, cloudEventHeaders, toCloudEvent } from './to-cloud-event.ts';
import { toOtlp } from './to-otlp.ts';

/** In which form a collector takes notes. */
export type CollectorForm =
  /** Logs of OpenTelemetry, to `/v1/logs` of the collector. */
  | { readonly kind: 'otlp'; readonly resource: Readonly<Record<string, string | number | boolean>> }
  /**
   * Events by CloudEvents 1.0: many in one body (`batch`), one in one body (`structured`), or one whose attributes are
   * headers (`binary`).
   */
  | ({ readonly kind: 'cloudEvents'; readonly mode: 'batch' | 'structured' | 'binary' } & CloudEventNames);

/** Notes that one request of a form carries at most. */
export function mostNotes(form: CollectorForm, most: number): number {
  return form.kind === 'cloudEvents' && form.mode !== 'batch' ? 1 : most;
}

/** The request for some notes; modes of one event take one. */
export function collectorRequest(form: CollectorForm, path: string, notes: readonly ExportedNote[]): VendorRequest {
  const base = { method: 'POST', path, operation: 'notes.export' } as const;
  // A collector of OTLP answers JSON; what one of events answers has no form.
  if (form.kind === 'otlp') return { ...base, body: toOtlp(notes, form.resource) };
  const events = notes.map((note) => toCloudEvent(note, form));
  const [event] = events;
  if (form.mode === 'batch' || event === undefined)
    return { ...base, answer: 'text', text: json('application/cloudevents-batch+json', events) };
  if (form.mode === 'structured') return { ...base, answer: 'text', text: json('application/cloudevents+json', event) };
  const { 'content-type': type = 'application/json', ...headers } = cloudEventHeaders(event);
  return { ...base, answer: 'text', headers, text: json(type, event.data) };
}

function json(type: string, content: unknown): { readonly type: string; readonly content: string } {
  return { type: `${type}; charset=utf-8`, content: JSON.stringify(content) };
}
