import type { Order } from '@dist/canonical';
import { compare } from '@dist/canonical/arithmetic';
import { replacementOf } from '../compose/replacement-of.ts';
import { canonicalText } from '../kernel/canonical-text.ts';
import type { Concern } from '../kernel/concern.ts';
import { differences } from '../kernel/differences.ts';
import type { Fact } from '../kernel/fact.ts';
import { contentOf, join } from '../kernel/join.ts';
import { inBaseUnit } from '../kernel/row.ts';
import { note, type Step } from '../kernel/step.ts';
import { stranger } from '../kernel/stranger.ts';
import { judgeEarly } from './judge-early.ts';

/** A purchase order arrives, for the first time or again. */
export const capture: Concern = {
  name: 'capture',
  absorb: {
    'order.captured': (view, fact, key) => {
      if (key.startsWith('order.again/')) view.again.push(fact);
    },
  },
  apply: { 'order.captured': takeOrder },
};

/**
 * The first that may create an order is the order, for ever: the outside acts on it, so this is the one fact that arrival
 * decides. What comes later under another key is judged by its purpose (R04). False when nothing changed.
 */
function takeOrder(step: Step, event: Fact<'order.captured'>): boolean {
  const known = step.view.captured;
  const rule = step.policy.duplicates.byPurpose[event.order.purpose];
  if (wasJudged(step, event.key)) return duplicate(step);
  const reason = stranger(step.view, event);
  if (reason !== undefined && event.key !== known?.key) return refuse(step, event, reason);
  if (known === undefined) {
    if (rule.whenNew === 'create') {
      join(step);
      judgeEarly(step);
      return true;
    }
    if (rule.whenNew === 'cancel') return cancel(step, event);
    return setAside(step, event, 'order.noted', `A purchase order with purpose ${event.order.purpose} creates nothing`);
  }
  if (event.key === known.key) return sameMessage(step, event, known);
  if (event.revision !== undefined && known.revision !== undefined) return takeRevision(step, event, known.revision);
  return takeAgain(step, event, known);
}

function takeAgain(step: Step, event: Fact<'order.captured'>, known: Fact<'order.captured'>): boolean {
  const { ignore, byPurpose } = step.policy.duplicates;
  const rule = byPurpose[event.order.purpose];
  const before = substance(known.order, ignore);
  const after = substance(event.order, ignore);
  const equal = canonicalText(before) === canonicalText(after);
  const { number } = event.order;
  switch (equal ? rule.whenEqual : rule.whenDifferent) {
    case 'cancel':
      return cancel(step, event);
    case 'acknowledge':
      note(step, 'duplicate', `Purchase order ${number} came again, equal: it is acknowledged again`);
      return join(step, event, `order.again/${event.key}`);
    case 'replace':
      return replace(step, event);
    case 'hold':
      return hold(step, event, equal ? [] : differences(before, after));
    default:
      return setAside(step, event, 'duplicate', `Purchase order ${number} came again${equal ? ', equal' : ''}`);
  }
}

function wasJudged({ facts }: Step, key: string): boolean {
  const names = [`order.noted/${key}`, `order.again/${key}`, `cancel.requested/${key}`, `change.requested/${key}`];
  return names.some((name) => facts.get(name) !== undefined);
}

function duplicate(step: Step): boolean {
  note(step, 'duplicate', 'This purchase order was judged before');
  return false;
}

function setAside(step: Step, event: Fact<'order.captured'>, type: string, message: string): boolean {
  note(step, type, message);
  return join(step, event, `order.noted/${event.key}`);
}

function cancel(step: Step, event: Fact<'order.captured'>): boolean {
  const { key, at, v, causation, trace } = event;
  const reason = `purchase order ${event.order.number} came with purpose cancellation`;
  const request = { key, at, v, causation, trace, type: 'cancel.requested', cancel: key, reason } as const;
  return join(step, request);
}

/** A shop counts its versions: an older one that comes late says nothing new (R03). */
function takeRevision(step: Step, event: Fact<'order.captured'>, known: number): boolean {
  const newest = Math.max(known, ...[...step.view.changes.values()].map(({ request }) => request.sequence ?? 0));
  if ((event.revision ?? 0) > newest) return replace(step, event);
  return setAside(
    step,
    event,
    'duplicate',
    `Version ${event.revision} of purchase order ${event.order.number} is not new`,
  );
}

/** What is open is replaced, as by a change order; what has shipped can not be (R04). */
function replace(step: Step, event: Fact<'order.captured'>): boolean {
  const { view } = step;
  const { key, at, v, causation, trace, partner, order, receivedAt, document } = event;
  const below = order.lines.find(({ lineId, quantity }) => {
    const row = view.rows.get(lineId);
    const base = row && inBaseUnit(row, quantity);
    return row !== undefined && base !== undefined && compare(base, row.shipped) < 0;
  });
  if (below !== undefined) return hold(step, event, [`line ${below.lineId}: replacement below shipped quantity`]);
  const content = replacementOf(order, view.order ?? order);
  const told = { key, at, v, causation, trace, type: 'change.requested', partner, change: key } as const;
  return join(step, { ...told, content, quantities: 'total', document, receivedAt });
}

/** A purchase order that was brought to another one, or to a load, is kept and shown: it neither cancels nor changes anything. */
function refuse(step: Step, event: Fact<'order.captured'>, reason: string): boolean {
  const { key, at, v, causation, trace } = event;
  join(step, event, `order.noted/${key}`);
  const told = { key, at, v, causation, trace, reason, class: 'partnerFormat' } as const;
  return join(step, { ...told, type: 'hold.placed', hold: `stranger/order.captured/${key}` });
}

function hold(step: Step, event: Fact<'order.captured'>, found: readonly string[]): boolean {
  const name = event.order.purpose === 'replace' ? 'replacement' : 'duplicate-order';
  const times = [...step.view.placed.keys()].filter((hold) => hold === name || hold.startsWith(`${name}/`)).length;
  const what = found.length === 0 ? 'equal' : `with other content: ${found.join('; ')}`;
  const reason = `Purchase order ${event.order.number} came again as ${event.order.purpose}, ${what}`;
  const { key, at, v, causation, trace } = event;
  const id = times === 0 ? name : `${name}/${times + 1}`;
  join(step, event, `order.noted/${key}`);
  join(step, { key, at, v, causation, trace, type: 'hold.placed', hold: id, reason });
  return true;
}

function sameMessage(step: Step, event: Fact<'order.captured'>, known: Fact<'order.captured'>): boolean {
  if (contentOf(event) === contentOf(known)) {
    note(step, 'duplicate', `Purchase order ${event.order.number} came again by the same message`);
    return false;
  }
  if (Object.hasOwn(step.conflicts, 'order.captured')) return false;
  step.conflicts = { ...step.conflicts, 'order.captured': true };
  note(step, 'conflict', `The same message says something else: ${differences(known.order, event.order).join('; ')}`);
  return true;
}

function substance(order: Order, ignore: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(order).filter(([name]) => !ignore.includes(name)));
}
