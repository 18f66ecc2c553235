import { add, compare, equals } from '@dist/canonical/arithmetic';
import {
  type Effect,
  lines,
  type OrderEvent,
  type OrderState,
  phase,
  terminalPhases,
  transition,
  waiting,
} from '@dist/orchestration';
import type { SmallOrder } from './small-orders.ts';

/** One step of the machine. */
export interface Taken {
  readonly before: OrderState;
  readonly event: OrderEvent;
  readonly after: OrderState;
  readonly effects: readonly Effect[];
}

/** What must hold of every step and does not, one sentence each. */
export function stepFaults(small: SmallOrder, taken: Taken): readonly string[] {
  return [...balance(taken), ...issues(taken), ...again(small, taken), ...waits(small, taken)];
}

function balance({ after }: Taken): string[] {
  return lines(after).flatMap((line) => {
    const gone = [line.rejected, line.cancelled, line.shipped, line.open].reduce(add);
    if (!equals(add(line.ordered, line.over), gone)) return [`line ${line.lineId} is out of balance`];
    return compare(line.open, '0') < 0 ? [`line ${line.lineId} has ${line.open} open`] : [];
  });
}

function issues({ before, event, after, effects }: Taken): string[] {
  return effects.flatMap((effect) => {
    const { key, attempt, body } = effect;
    const known = before.effects[key];
    const found: string[] = [];
    if (known !== undefined && attempt <= known.attempt && event.type !== 'operator.replayed')
      found.push(`${key} is issued again as attempt ${attempt}`);
    const asked = event.type === 'erp.notFound' || event.type === 'operator.replayed';
    if (body.type === 'erp.submit' && known?.status === 'inDoubt' && !asked) found.push(`${key} is submitted blindly`);
    if (body.type === 'erp.cancel' && !(`erp.accepted/${body.partId}` in after.facts))
      found.push(`${key} cancels what nobody has accepted`);
    if ('operator.abandoned' in before.facts) found.push(`${key} is issued for an order that was given up`);
    if (key.includes('#') && event.type !== 'operator.replayed') found.push(`${key} is sent again and nobody asked`);
    return [...found, ...documentFaults(after, effect)];
  });
}

function documentFaults(after: OrderState, { key, body }: Effect): string[] {
  if (body.type !== 'document.send' || body.document === '855') return [];
  if (!(`${after.id}/855` in after.effects)) return [`${key} goes before the 855`];
  if (body.document !== '810') return [];
  const billed = Object.values(after.effects).flatMap(({ effect }) =>
    effect.body.type === 'document.send' && effect.body.document === '810' && !effect.key.includes('#')
      ? effect.body.content.lines
      : [],
  );
  return lines(after).flatMap(({ lineId, shipped }) => {
    const rows = billed.filter((row) => row.lineId === lineId).map(({ quantity }) => quantity.value);
    return compare(rows.reduce(add, '0'), shipped) > 0 ? [`${key} bills more of line ${lineId} than has shipped`] : [];
  });
}

/** R03: told once more, it changes nothing. */
function again({ policy }: SmallOrder, { event, after }: Taken): string[] {
  const { state, effects } = transition(after, event, policy);
  return state === after && effects.length === 0 ? [] : [`${event.type} told twice is not the same`];
}

/** An order that has not ended waits for somebody, and says for whom. */
function waits({ policy }: SmallOrder, { after }: Taken): string[] {
  const where = phase(after);
  if (terminalPhases.includes(where)) return [];
  return waiting(after, policy).on === 'nothing' ? [`${where} waits for nothing`] : [];
}
