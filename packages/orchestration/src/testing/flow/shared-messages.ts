import { loadId } from '../../identity/load-id.ts';
import { remittanceId } from '../../identity/remittance-id.ts';
import type { Story, StoryEvent } from '../given.ts';
import { remittanceOf } from './document/remittance-of.ts';
import type { FlowEvent } from './flow-event.ts';

/** What the event says to one aggregate. */
export interface Message {
  readonly id: string;
  readonly events: readonly StoryEvent[];
}

/** What an event says to a load or a remittance (R15): they tell the orders. Undefined for all that is of one order. */
export function sharedMessages(
  event: FlowEvent,
  { at, partner, key, orders }: Pick<Addressed, 'at' | 'partner' | 'key' | 'orders'>,
): readonly Message[] | undefined {
  if (event.event === 'load closed') {
    const { load, orders: count } = event;
    const about = { partner, load, closedAt: at, ...(count !== undefined && { orders: count }) };
    return [{ id: loadId(partner, load), events: [{ type: 'load.closed', ...about, key, at }] }];
  }
  if (event.event === '820 received') {
    const content = remittanceOf(event, partner);
    const owners = event.lines.flatMap(({ invoice }) => {
      const order = [...orders].find(([, { state }]) => `invoice.posted/${invoice}` in state.facts);
      return order === undefined ? [] : [{ invoice, order: order[0] }];
    });
    const told: StoryEvent = { type: 'remittance.received', partner, content, owners, key, at };
    return [{ id: remittanceId(partner, event.payment), events: [told] }];
  }
  return undefined;
}

interface Addressed {
  readonly at: string;
  readonly partner: string;
  readonly key: string;
  readonly orders: ReadonlyMap<string, Story>;
}

/** Whether an id is that of a load or a remittance: a colon is in no id of an order. */
export function isShared(id: string): boolean {
  return id.includes(':');
}
