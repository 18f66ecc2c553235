import type { ExportedNote } from '../port/notes.ts';
import { present } from '../port/present.ts';

/** A note of the order machine, as far as it is read: every `Note` of `@dist/orchestration` is one. */
export interface OrderNote {
  readonly at: string;
  readonly order: string;
  readonly type: string;
  readonly message: string;
  readonly phase?: string | undefined;
  readonly effect?: string | undefined;
  readonly partner?: string | undefined;
  readonly causation?: string | undefined;
  readonly trace?: { readonly traceparent: string } | undefined;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What leaves of a note, and under which name: those of OpenTelemetry's semantic conventions and of
 * `@dist/orchestration/telemetry`. None of it is about a person.
 */
export const exportedFields: Readonly<Record<string, string>> = {
  order: 'dist.order.id',
  partner: 'dist.partner.id',
  phase: 'dist.phase',
  policy: 'dist.policy.version',
  effect: 'dist.effect.key',
  effectType: 'dist.effect.type',
  attempt: 'dist.effect.attempt',
  lane: 'dist.lane',
  document: 'dist.doc.type',
  controlNumber: 'dist.doc.control_number',
  class: 'error.type',
  timer: 'dist.sla.name',
  due: 'dist.sla.due',
  met: 'dist.sla.met',
  owner: 'dist.owner',
  breachCost: 'dist.sla.breach_cost',
  currency: 'dist.sla.breach_currency',
};

/** As `logger` of `@dist/orchestration/telemetry` says: an error is what waits for a person, or is lost. */
const severities: Readonly<Record<string, ExportedNote['severity']>> = {
  parked: 'error',
  'sla.breached': 'error',
  conflict: 'error',
  held: 'warning',
  'effect.inDoubt': 'warning',
  'effect.retry': 'warning',
  'cancel.refused': 'warning',
  'replay.refused': 'warning',
  'dismiss.refused': 'warning',
  'payment.unmatched': 'warning',
  'order.invalid': 'warning',
  'order.unresolved': 'warning',
  'erp.rejected': 'warning',
};

export interface ExportRules {
  /**
   * Fields of the note or of its data that leave beside {@link exportedFields}, by name: `message`, `reason`, `hold`,
   * `lineId`. A sentence may name a person; whoever asks for it answers for that.
   */
  readonly fields?: readonly string[] | undefined;
}

/**
 * A note of the order machine for a collector. Its id is made of what the note says, so that a note that is read from the
 * journal again has the same. Values that are no text, number or truth value stay here.
 */
export function exportedNote(note: OrderNote, { fields = [] }: ExportRules = {}): ExportedNote {
  const { message, causation, order, partner, phase, effect } = note;
  const known: Readonly<Record<string, unknown>> = { ...note.data, message, causation, order, partner, phase, effect };
  const attributes: Record<string, string | number | boolean> = {};
  for (const name of [...Object.keys(exportedFields), ...fields]) {
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    if (isPlain && value !== '')
      attributes[exportedFields[name] ?? `dist.note.${name}`] = value as string | number | boolean;
  }
  return present({
    id: idOf(note),
    type: note.type,
    subject: order,
    at: note.at,
    severity: severities[note.type] ?? 'information',
    traceparent: note.trace?.traceparent,
    attributes,
  });
}

/** Two notes of one step differ in type, effect, sentence or data. A journal may give the names of data in any order. */
function idOf({ order, at, type, causation = '', effect = '', message, data = {} }: OrderNote): string {
  const said = fingerprint(JSON.stringify([effect, message, sorted(data, 0)]));
  return [order, at, type, causation, said].map(encodeURIComponent).join('/');
}

/** More levels than a note has. */
const deepest = 20;

function sorted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((inner) => sorted(inner, depth + 1));
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner, depth + 1)]));
}

/** FNV-1a over UTF-16 units, twice with different beginnings: 64 bits that tell texts apart, and hide nothing. */
function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ unit, 0x01000193) >>> 0;
    b = (b ^ (b >>> 13)) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}
