import type { Order } from '@dist/canonical';
import { canonicalText } from './canonical-text.ts';
import { differences } from './differences.ts';
import { contentOf, recordFact } from './record-fact.ts';
import { note, type Step } from './step.ts';
import type { Fact } from './view.ts';

/**
 * A purchase order arrives. The first that may create an order is the order, for ever: the outside acts on it, so this
 * is the one fact that arrival decides. What comes later under another key is judged by its purpose (R04).
 * False when nothing changed.
 */
export function recordCapture(step: Step, event: Fact<'order.captured'>): boolean {
  const known = step.facts['order.captured'];
  const rule = step.policy.duplicates.byPurpose[event.order.purpose];
  if (wasJudged(step, event.key)) return duplicate(step);
  if (known === undefined || known.type !== 'order.captured') {
    if (rule.whenNew === 'create') return recordFact(step);
    if (rule.whenNew === 'cancel') return cancel(step, event);
    return setAside(step, event, 'order.noted', `A purchase order with purpose ${event.order.purpose} creates nothing`);
  }
  if (event.key === known.key) return sameMessage(step, event, known);
  const before = substance(known.order, step.policy.duplicates.ignore);
  const after = substance(event.order, step.policy.duplicates.ignore);
  const equal = canonicalText(before) === canonicalText(after);
  switch (equal ? rule.whenEqual : rule.whenDifferent) {
    case 'cancel':
      return cancel(step, event);
    case 'acknowledge':
      note(step, 'duplicate', `Purchase order ${event.order.number} came again, equal: it is acknowledged again`);
      return recordFact(step, `order.again/${event.key}`);
    case 'hold':
      return hold(step, event, equal ? [] : differences(before, after));
    default:
      return setAside(
        step,
        event,
        'duplicate',
        `Purchase order ${event.order.number} came again${equal ? ', equal' : ''}`,
      );
  }
}

function wasJudged(step: Step, key: string): boolean {
  return [`order.noted/${key}`, `order.again/${key}`, `cancel.requested/${key}`].some((name) => name in step.facts);
}

function duplicate(step: Step): boolean {
  note(step, 'duplicate', 'This purchase order was judged before');
  return false;
}

function setAside(step: Step, event: Fact<'order.captured'>, type: string, message: string): boolean {
  note(step, type, message);
  return recordFact(step, `order.noted/${event.key}`);
}

function cancel(step: Step, event: Fact<'order.captured'>): boolean {
  const { key, at, v, causation, trace } = event;
  const reason = `purchase order ${event.order.number} came with purpose cancellation`;
  const request = { key, at, v, causation, trace, type: 'cancel.requested', cancel: key, reason } as const;
  return recordFact(step, `cancel.requested/${key}`, request);
}

function hold(step: Step, event: Fact<'order.captured'>, found: readonly string[]): boolean {
  const name = event.order.purpose === 'replace' ? 'replacement' : 'duplicate-order';
  const times = Object.keys(step.facts).filter((key) => key.startsWith(`hold.placed/${name}`)).length;
  const what = found.length === 0 ? 'equal' : `with other content: ${found.join('; ')}`;
  const reason = `Purchase order ${event.order.number} came again as ${event.order.purpose}, ${what}`;
  const { key, at, v, causation, trace } = event;
  const id = times === 0 ? name : `${name}/${times + 1}`;
  recordFact(step, `order.noted/${key}`);
  recordFact(step, `hold.placed/${id}`, { key, at, v, causation, trace, type: 'hold.placed', hold: id, reason });
  return true;
}

function sameMessage(step: Step, event: Fact<'order.captured'>, known: Fact<'order.captured'>): boolean {
  if (contentOf(event) === contentOf(known)) {
    note(step, 'duplicate', `Purchase order ${event.order.number} came again by the same message`);
    return false;
  }
  if (step.conflicts['order.captured']) return false;
  step.conflicts = { ...step.conflicts, 'order.captured': true };
  note(step, 'conflict', `The same message says something else: ${differences(known.order, event.order).join('; ')}`);
  return true;
}

function substance(order: Order, ignore: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(order).filter(([name]) => !ignore.includes(name)));
}
