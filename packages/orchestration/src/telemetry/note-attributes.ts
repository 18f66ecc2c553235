import type { Note } from '../word/state.ts';
import { detailOf } from './note-detail.ts';
import type { Attributes } from './tracer-and-meter.ts';

/**
 * A note as attributes of spans and log records. `messaging.message.*` and `error.type` are OpenTelemetry's semantic
 * conventions (the conversation is the order, the message an event or effect); workflows have none there, so that the
 * rest stands under `dist.*`. What the note does not tell is left out.
 */
export function noteAttributes(note: Note): Attributes {
  const {
    event,
    effectType,
    document,
    lane,
    attempt,
    class: errorClass,
    timer,
    owner,
    breachCost,
    currency,
    controlNumber,
    policy,
  } = detailOf(note);
  return present({
    'messaging.message.conversation_id': note.order,
    'messaging.message.id': note.effect ?? event ?? note.causation,
    'error.type': errorClass,
    'dist.order.id': note.order,
    'dist.partner.id': note.partner,
    'dist.phase': note.phase,
    'dist.effect.key': note.effect,
    'dist.effect.type': effectType,
    'dist.effect.attempt': attempt,
    'dist.lane': lane,
    'dist.doc.type': document,
    'dist.doc.control_number': controlNumber,
    'dist.sla.name': timer,
    'dist.owner': owner,
    'dist.sla.breach_cost': breachCost,
    'dist.sla.breach_currency': currency,
    'dist.policy.version': policy,
  });
}

/** What labels a metric, and nothing else: partner, document, class of failure, lane, phase. Few values each, no keys. */
export interface Labels {
  readonly partner?: string | undefined;
  readonly document?: string | undefined;
  readonly class?: string | undefined;
  readonly lane?: string | undefined;
  readonly phase?: string | undefined;
}

/** The labels of a metric under the names that spans use. */
export function labelAttributes(labels: Labels): Attributes {
  return present({
    'dist.partner.id': labels.partner,
    'dist.doc.type': labels.document,
    'error.type': labels.class,
    'dist.lane': labels.lane,
    'dist.phase': labels.phase,
  });
}

function present(values: Readonly<Record<string, string | number | undefined>>): Attributes {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) attributes[name] = value;
  return attributes;
}
