import type { OrderEvent } from '../word/event.ts';

/** The event of one type. */
export type Fact<Type extends OrderEvent['type']> = Extract<OrderEvent, { readonly type: Type }>;

/** Names of the types of events. */
export type EventType = OrderEvent['type'];
