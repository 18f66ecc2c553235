import type { OrderState } from '@dist/orchestration';
import type { OrderAct } from './act.ts';

/** From so many orders on, another operator has to look. */
const mostAlone = 20;

/** Why an act of one operator waits for another (R29); undefined where it does not. */
export function needsFourEyes(orders: number, overridesPrice: boolean): string | undefined {
  if (orders > mostAlone) return `It is for ${orders} orders, and more than ${mostAlone} need two people`;
  return overridesPrice ? 'It overrides a price, which needs two people' : undefined;
}

/** Whether an act lets a price pass that was stopped, or changes one. */
export function overridesPrice(act: OrderAct, item: string | undefined, state: OrderState): boolean {
  if (item === undefined) return false;
  if (act.verb === 'release') {
    const hold = Object.hasOwn(state.holds, item) ? state.holds[item] : undefined;
    return hold?.class === 'pricing' || /^(?:pricing|invoice|deduction)(?:\/|$)/.test(item);
  }
  const entry = Object.hasOwn(state.effects, item) ? state.effects[item] : undefined;
  if (act.verb !== 'correct' || entry === undefined) return false;
  const { body } = entry.effect;
  return pricesIn('content' in body ? body.content : body) !== pricesIn(act.content);
}

const isPrice = /price|amount|total|tax|charge|allowance|discount|rate/i;

/** All that a content says of money, as a text to compare. */
function pricesIn(content: unknown): string {
  const found: unknown[] = [];
  JSON.stringify(content, (name, value: unknown) => {
    if (isPrice.test(name)) found.push([name, value]);
    return value;
  });
  return JSON.stringify(found);
}
