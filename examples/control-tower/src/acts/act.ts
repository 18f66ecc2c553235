import { z } from 'zod';

/** A text that any database takes. */
const whole = z.string().regex(/^[^\0\p{Cs}]*$/u, 'it has a NUL or half of a surrogate pair in it: take that out');
const name = whole.min(1).max(1000);

/** So many items are tried and done in one go. */
export const mostItems = 1000;

/** Something of an order: the key of an effect or the name of a hold; none where the whole order is meant. */
export const Item = z.strictObject({ order: name, item: name.optional() });
export type Item = z.infer<typeof Item>;

/** What of the worklist is meant: all of a cause, of an owner, of a partner. */
export const ItemFilter = z.strictObject({
  cause: name.optional(),
  owner: whole.max(1000).optional(),
  partner: name.optional(),
});
export type ItemFilter = z.infer<typeof ItemFilter>;

/** What is done with items of orders. */
export const OrderAct = z.discriminatedUnion('verb', [
  /** A parked effect is tried again. */
  z.strictObject({ verb: z.literal('replay') }),
  /** A parked effect, or a document that went out, goes with another content. */
  z.strictObject({ verb: z.literal('correct'), content: z.record(z.string(), z.unknown()) }),
  /** A parked effect is given up. */
  z.strictObject({ verb: z.literal('dismiss') }),
  /** A hold is let go. */
  z.strictObject({ verb: z.literal('release') }),
  /** A document that went out goes once more, under new numbers. */
  z.strictObject({ verb: z.literal('resend') }),
  /** The order is given up. */
  z.strictObject({ verb: z.literal('abandon') }),
]);
export type OrderAct = z.infer<typeof OrderAct>;

/** A text that people read: one line, and nothing in it that is not seen or turns around what follows. */
const oneLine = z
  .string()
  .trim()
  .regex(
    /^[^\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$/u,
    'one line of plain text is needed',
  );
/** What a partner, a lane or an ERP is called. */
const switched = oneLine.min(1).max(200);

/** What is switched for all orders. */
export const SwitchAct = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('flow'),
    what: z.enum(['partner', 'lane', 'erp']),
    id: switched,
    flow: z.enum(['running', 'paused', 'draining']),
  }),
  z.strictObject({
    verb: z.literal('partnerState'),
    partner: switched,
    state: z.enum(['draft', 'testing', 'certified', 'live', 'suspended']),
  }),
]);
export type SwitchAct = z.infer<typeof SwitchAct>;

export type Act = OrderAct | SwitchAct;

const reason = oneLine.regex(/[\p{L}\p{N}\p{S}]/u, 'a reason is needed').max(500);

/** What is asked before an act: what would it do? The reason may follow with the act itself. */
export const TryRequest = z.union([
  z.strictObject({
    act: OrderAct,
    items: z.array(Item).min(1).max(mostItems),
    reason: reason.optional(),
  }),
  z.strictObject({ act: OrderAct, filter: ItemFilter, reason: reason.optional() }),
  z.strictObject({ act: SwitchAct, reason: reason.optional() }),
]);
export type TryRequest = z.infer<typeof TryRequest>;

/** What was tried is to be done. */
export const DoRequest = z.strictObject({ token: z.uuid(), reason });
/** Another operator's word on an act that needs one. */
export const DecideRequest = z.strictObject({ id: z.uuid(), decision: z.enum(['approve', 'decline']) });
