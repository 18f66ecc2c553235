import { checkEvent } from '../word/check-event.ts';
import { eventVersion, type OrderEvent } from '../word/event.ts';
import { WrongEvent } from './wrong-event.ts';

/**
 * Events for an order, when the machine can take all of them: once stored, a wrong one would stand in its order's way for ever.
 *
 * @throws WrongEvent for the first one that is wrong.
 */
export function checkedEvents(order: string, events: readonly OrderEvent[]): readonly OrderEvent[] {
  return events.map((event) => {
    const read = checkEvent(event);
    if ('code' in read) throw new WrongEvent(order, read);
    return event.v === eventVersion ? event : read;
  });
}
