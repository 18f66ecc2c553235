import { minorUnit } from '@dist/canonical';
import { compare, isDecimal, isNegative, isZero, normalize } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import type { Master } from './master.ts';

/** The body of `POST /orders`: quantities in the item's base unit, prices per base unit. */
export type OrderRequest = z.infer<typeof OrderRequest>;

const text = (length: number) => z.string().min(1).max(length);

// Twelve digits either side of the point are far beyond any order and keep the arithmetic short.
const decimal = z
  .string()
  .max(26)
  .refine(isDecimal, 'expected a decimal number as a string')
  .refine(
    (value) => /^[^.]{0,13}(?:\.\d{0,12})?$/.test(value),
    'expected at most 12 digits on either side of the point',
  )
  .transform(normalize);

const OrderRequest = z.strictObject({
  externalReference: text(35),
  purchaseOrder: text(50),
  partner: text(80).optional(),
  customer: text(80),
  shipTo: text(80),
  currency: z.string().refine((code) => minorUnit(code) !== undefined, 'expected a currency of ISO 4217'),
  requestedShipOn: z.iso.date().optional(),
  lines: z
    .array(
      z.strictObject({
        line: text(80),
        item: text(80),
        quantity: decimal.refine((value) => !isDecimal(value) || compare(value, '0') > 0, 'expected more than 0'),
        unit: text(3),
        price: decimal.refine((value) => !isDecimal(value) || !isNegative(value), 'expected 0 or more').optional(),
      }),
    )
    .min(1)
    .max(1000),
});

/** The request with its decimals in canonical text, or in one sentence what is wrong with it. */
export function readOrderRequest(body: unknown, master: Master): { value: OrderRequest } | { fault: string } {
  const { data, error } = OrderRequest.safeParse(body);
  if (data === undefined) return { fault: sentence(error.issues[0]) };
  const fault = faultOfPlace(data, master) ?? faultOfLines(data, master);
  return fault === undefined ? { value: data } : { fault };
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path.map(String).join('.') ?? '';
  return `${path === '' ? 'body' : path}: ${issue?.message ?? 'not an order'}`.slice(0, 300);
}

function faultOfPlace({ customer, shipTo }: OrderRequest, master: Master): string | undefined {
  const known = master.customers.get(customer);
  if (known === undefined) return `customer: ${customer} is unknown`;
  if (known.shipTo.some((place) => place.shipToNumber === shipTo)) return undefined;
  return `shipTo: ${shipTo} is no place of customer ${customer}`;
}

function faultOfLines({ lines }: OrderRequest, master: Master): string | undefined {
  const seen = new Set<string>();
  for (const { line, item, unit, price } of lines) {
    const known = master.items.get(item);
    if (seen.has(line)) return `lines: line ${line} stands there twice`;
    seen.add(line);
    if (known === undefined) return `lines: line ${line}: item ${item} is unknown`;
    if (known.baseUnit !== unit) return `lines: line ${line}: ${item} is counted in ${known.baseUnit}, found ${unit}`;
    if (price === undefined && (known.price === undefined || isZero(known.price)))
      return `lines: line ${line}: ${item} has no price`;
  }
  return undefined;
}
