import type { OrderEvent } from '../word/event.ts';
import { canonicalText } from './canonical-text.ts';
import { differences } from './differences.ts';
import { factKey } from './fact-key.ts';
import { messageOf } from './message-of.ts';
import { note, type Step, writeFact } from './step.ts';

/**
 * Joins one fact with those known: the same again changes nothing; another content under the same name is a conflict,
 * which is flagged and decided by content, so that any order of arrival ends the same. False when nothing changed.
 */
export function join(step: Step, event: OrderEvent = step.event, key = factKey(event)): boolean {
  if (key === undefined) throw new TypeError(`${event.type} is no fact`);
  const known = step.facts.get(key);
  if (known === undefined) {
    writeFact(step, key, event);
    note(step, event.type, messageOf(event));
    return true;
  }
  if (known === event) return duplicate(step, key, event);
  // What an operator has put right is not undone by the report that was wrong.
  if (step.view.corrected.has(key)) return duplicate(step, key, event);
  const [before, after] = [contentOf(known), contentOf(event)];
  if (before === after) return keepEarliest(step, key, known, event);
  return decide(step, key, { known, event, wins: after < before });
}

/** What a fact says, without how it came. */
export function contentOf(event: OrderEvent): string {
  const { key: _key, at: _at, v: _v, causation: _causation, trace: _trace, ...content } = event;
  if (content.type !== 'shipment.posted') return canonicalText(content);
  // When the notice was made differs each time an ERP is asked; what was shipped does not.
  const { createdAt: _createdAt, ...shipment } = content.shipment;
  return canonicalText({ ...content, shipment });
}

function duplicate(step: Step, key: string, event: OrderEvent): boolean {
  note(step, 'duplicate', `${event.type} came again and says the same`, { data: { fact: key } });
  return false;
}

function keepEarliest(step: Step, key: string, known: OrderEvent, event: OrderEvent): boolean {
  // Deadlines start at the earliest report of a fact, so that they do not depend on which copy came first.
  const earlier = event.at < known.at || (event.at === known.at && event.key < known.key);
  if (!earlier) return duplicate(step, key, event);
  writeFact(step, key, event);
  return true;
}

function decide(step: Step, key: string, found: { known: OrderEvent; event: OrderEvent; wins: boolean }): boolean {
  const { known, event, wins } = found;
  const isKnown = Object.hasOwn(step.conflicts, key);
  if (wins) writeFact(step, key, event);
  if (!isKnown) step.conflicts = { ...step.conflicts, [key]: true };
  const [kept, dropped] = wins ? [event, known] : [known, event];
  const what = differences(kept, dropped).join('; ');
  note(step, 'conflict', `${event.type} came again and says something else: ${what}`, { data: { fact: key } });
  return wins || !isKnown;
}
