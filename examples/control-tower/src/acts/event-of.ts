import { checkEvent, type EffectBody, type OrderEvent, type OrderState } from '@dist/orchestration';
import type { OrderAct } from './act.ts';

/** Who acts, when, why, and under which key. */
export interface Author {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly key: string;
}

/** The event that an act is for one item of an order, or why there is none, in a sentence. */
export function eventOf(
  act: OrderAct,
  item: string | undefined,
  state: OrderState,
  { by, reason, at, key }: Author,
): OrderEvent | string {
  const told = { by, reason, at, key, v: 2 as const };
  if (act.verb === 'abandon') return { type: 'operator.abandoned', ...told };
  if (item === undefined) return 'It is not said what of the order is meant';
  if (act.verb === 'release') return released(state, item, told);
  const entry = Object.hasOwn(state.effects, item) ? state.effects[item] : undefined;
  if (entry === undefined) return 'The order has issued nothing of that name';
  const { status, effect } = entry;
  if (act.verb === 'dismiss')
    return status === 'parked'
      ? { type: 'operator.dismissed', effect: item, ...told }
      : `It is ${status}, not parked: there is nothing to give up`;
  const isSent = effect.body.type === 'document.send' && status === 'done';
  if (act.verb === 'resend' && !isSent) return `It is ${status}: only a document that went out is sent again`;
  if (act.verb === 'replay' && isSent) return 'It went out: to send it once more is an act of its own';
  const replayed: OrderEvent = { type: 'operator.replayed', effect: item, ...told };
  return act.verb === 'correct' ? corrected({ ...replayed, correction: bodyWith(effect.body, act.content) }) : replayed;
}

function released(
  { holds }: OrderState,
  hold: string,
  told: Author & { readonly v: 2 },
): Extract<OrderEvent, { readonly type: 'hold.released' }> | string {
  const open = Object.hasOwn(holds, hold) ? holds[hold] : undefined;
  if (open === undefined) return 'The order has no such hold';
  const { about } = open;
  return { type: 'hold.released', hold, ...told, ...(about !== undefined && { about }) };
}

/** A correction changes the content of a document; where there is none, the fields that it names. */
function bodyWith(body: EffectBody, content: Readonly<Record<string, unknown>>): EffectBody {
  // Whether it is one is asked of the event that it comes to.
  return ('content' in body ? { ...body, content } : { ...body, ...content }) as EffectBody;
}

function corrected(event: OrderEvent): OrderEvent | string {
  const checked = checkEvent(event);
  return 'type' in checked ? checked : checked.message;
}
