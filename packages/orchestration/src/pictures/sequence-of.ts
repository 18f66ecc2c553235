import { type Actor, actorOf } from '../telemetry/actor-of.ts';
import { subjectOf } from '../telemetry/subject-of.ts';
import type { Effect } from '../word/effect.ts';
import type { OrderEvent } from '../word/event.ts';

/** Who told whom what, in the order that it happened: plain data, for `toMermaid` and `toSvg`. */
export interface Sequence {
  readonly kind: 'sequence';
  /** From left to right: the trading partner, us, and then as they come. */
  readonly participants: readonly string[];
  readonly messages: readonly SequenceMessage[];
}

/** One message; one of us to ourselves is something that happened here. */
export interface SequenceMessage {
  /** ISO instant. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** It failed, or nobody knows whether it arrived. */
  readonly failed: boolean;
}

/**
 * The sequence of an order from its events and the effects that were issued (all attempts, as the log has them): each
 * event comes from whoever told it, each effect goes to whoever it was meant for, when it was let go. People are not
 * named. Events are given in the order of the log.
 */
export function sequenceOf(events: readonly OrderEvent[], effects: readonly Effect[]): Sequence {
  const story = storyOf(events, effects);
  const waiting = [...effects].sort((one, other) => (one.notBefore < other.notBefore ? -1 : 1));
  const messages: SequenceMessage[] = [];
  const send = (isDue: (effect: Effect) => boolean): void => {
    for (const effect of waiting.filter(isDue)) {
      waiting.splice(waiting.indexOf(effect), 1);
      messages.push(story.sent(effect));
    }
  };
  for (const [index, event] of events.entries()) {
    send((effect) => effect.notBefore < event.at || isAbout(event, effect));
    messages.push(...story.told(event));
    // Events of one instant came in one batch: what they ask for goes out after the last of them.
    if (events[index + 1]?.at !== event.at) send(({ notBefore }) => notBefore <= event.at);
  }
  send(() => true);
  const among = messages.flatMap(({ from, to }) => [from, to]);
  return { kind: 'sequence', participants: [...new Set([story.partner, us, ...among])], messages };
}

const us = 'us';

/** Whether an event reports on an attempt, or answers it: then it went out before. */
function isAbout(event: OrderEvent, effect: Effect): boolean {
  const { key, attempt, notBefore } = effect;
  if (event.type === 'effect.done' || event.type === 'effect.failed')
    return event.effect === key && event.attempt === attempt;
  const document = event.type === 'acknowledgment.received' ? event.document : event.causation;
  return notBefore <= event.at && (document === key || isAnswer(event, effect));
}

function isAnswer(event: OrderEvent, { body }: Effect): boolean {
  switch (event.type) {
    case 'order.enriched':
    case 'order.unresolved':
    case 'order.invalid':
      return body.type === 'order.enrich';
    case 'erp.accepted':
    case 'erp.rejected':
    case 'erp.notFound':
      if (body.type === 'erp.submit') return body.request.part.partId === event.partId;
      return body.type === 'erp.find' && body.partId === event.partId;
    case 'cancel.result':
      return body.type === 'erp.cancel' && body.cancel === event.cancel;
    case 'change.result':
      return body.type === 'erp.change' && body.change === event.change;
    default:
      return false;
  }
}

function storyOf(events: readonly OrderEvent[], effects: readonly Effect[]) {
  const captured = events.find((event) => event.type === 'order.captured');
  const parts = events.flatMap((event) => (event.type === 'order.enriched' ? event.parts : []));
  const order = `${effects[0]?.order}/`;
  const warehouses = new Map(
    effects.flatMap(({ body }) => (body.type === 'warehouse.release' ? [[body.partId, body.warehouse] as const] : [])),
  );
  const hints = {
    partner: captured?.partner ?? effects[0]?.partner,
    erpOf: (partId: string) => parts.find((part) => part.partId === partId)?.erp,
    warehouseOf: (partId: string) => warehouses.get(partId),
  };
  const short = (key: string): string => (key.startsWith(order) ? key.slice(order.length) : key);
  return {
    partner: hints.partner ?? nameless.partner,
    /** What an event tells; nothing when it only reports that an effect was done, whose arrow shows it. */
    told: (event: OrderEvent): readonly SequenceMessage[] => {
      if (event.type === 'effect.done') return [];
      const from = placeOf(actorOf(event, hints));
      const text = [event.type, short(subjectOf(event)), outcomeOf(event)].filter((word) => word !== '').join(' ');
      return [{ at: event.at, from, to: us, text, failed: event.type === 'effect.failed' }];
    },
    sent: (effect: Effect): SequenceMessage => {
      const { key, attempt, notBefore } = effect;
      const failed = events.some(
        (event) => event.type === 'effect.failed' && event.effect === key && event.attempt === attempt,
      );
      const text = attempt > 1 ? `${short(key)} (attempt ${attempt})` : short(key);
      return { at: notBefore, from: us, to: receiverOf(effect), text, failed };
    },
  };
}

/** People are told by what they do, not by name. */
function placeOf({ kind, name }: Actor): string {
  return kind === 'person' || name === undefined ? nameless[kind] : name;
}

const nameless: Readonly<Record<Actor['kind'], string>> = {
  partner: 'trading partner',
  erp: 'ERP',
  warehouse: 'warehouse',
  carrier: 'carrier',
  bank: 'bank',
  masterData: 'master data',
  person: 'a person',
  machine: us,
};

function outcomeOf(event: OrderEvent): string {
  if (event.type === 'effect.failed') return `(${event.failure.class})`;
  if ('status' in event) return `(${event.status})`;
  if ('accepted' in event) return event.accepted ? '(accepted)' : '(refused)';
  return 'approved' in event && !event.approved ? '(refused)' : '';
}

/** A lane is named for whom it leads to: `erp:main`, `partner:northfield`; what is local goes to our own desks. */
function receiverOf({ body, lane }: Effect): string {
  const [, receiver] = /^[^:]+:(.+)$/s.exec(lane) ?? [];
  if (receiver !== undefined) return receiver;
  if (body.type === 'order.enrich') return nameless.masterData;
  return body.type === 'credit.check' ? 'credit desk' : us;
}
