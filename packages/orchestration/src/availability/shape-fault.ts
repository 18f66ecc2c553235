import * as z from 'zod';

const text = z.string();
const quantity = z.looseObject({ value: text, unit: text });
const report = { source: text, location: text, sequence: z.number(), asOf: text };
const reservation = { reservation: text };

/** What the fields of each type of event are; what they may say is looked at afterwards. Fields that are not known are passed by. */
const shapes: ReadonlyMap<string, z.ZodRawShape> = new Map<string, z.ZodRawShape>([
  [
    'stock.reported',
    {
      ...report,
      report: z.enum(['snapshot', 'delta']),
      quantity,
      reflects: z.array(z.looseObject({ externalReference: text, quantity })).optional(),
      received: z.array(z.looseObject({ receipt: text, quantity })).optional(),
    },
  ],
  [
    'allocation.reported',
    {
      ...report,
      report: z.enum(['complete', 'partial']),
      allocations: z.array(
        z.looseObject({
          externalReference: text.optional(),
          quantity,
          shipped: quantity.optional(),
          closed: z.boolean().optional(),
        }),
      ),
    },
  ],
  ['receipt.expected', { ...report, receipt: text, quantity, on: text }],
  [
    'reservation.requested',
    {
      ...reservation,
      channel: text,
      location: text.optional(),
      quantity,
      on: text.optional(),
      expiresAt: text.optional(),
    },
  ],
  ['reservation.confirmed', { ...reservation, externalReference: text }],
  ['reservation.released', { ...reservation, remaining: quantity.optional() }],
  ['reservation.expired', reservation],
  ['timer.fired', { timer: text }],
]);

const base = { key: text, at: text };
const schemas = new Map([...shapes].map(([type, fields]) => [type, z.looseObject({ ...base, ...fields })]));

/** Which field of an event from outside is of another kind than it has to be, in one sentence; undefined when none is. */
export function shapeFault(event: unknown): string | undefined {
  if (typeof event !== 'object' || event === null) return 'an event is an object';
  const type = 'type' in event ? event.type : undefined;
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (schema === undefined) return 'no event has this type';
  const found = schema.safeParse(event).error?.issues[0];
  return found === undefined ? undefined : `${found.path.join('.')}: ${found.message}`;
}
