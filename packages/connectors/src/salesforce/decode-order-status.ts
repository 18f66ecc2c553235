import { type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import { type DecodeOptions, numberOf } from './decode-order.ts';
import type { SalesforceRecord } from './query.ts';

const recordWire = z.object({ Status: z.string().min(1), SystemModstamp: z.string(), IsDeleted: z.boolean() });

const lineWire = z.object({
  Id: z.string().min(1),
  Quantity: numberOrDecimal,
  Product2: z.object({
    ProductCode: optionalText,
    StockKeepingUnit: optionalText,
    QuantityUnitOfMeasure: optionalText,
  }),
});

/** The standard values of the status of quotes and of orders. An organization may have others: see `phases`. */
const standard: Readonly<Record<string, OrderPhase>> = {
  Draft: 'pending',
  'Needs Review': 'pending',
  'In Review': 'pending',
  Approved: 'pending',
  Presented: 'pending',
  Accepted: 'open',
  Activated: 'open',
  Rejected: 'rejected',
  Denied: 'rejected',
};

/** How Salesforce holds a quote or an order. One in the recycle bin is cancelled, whatever its status says. */
export function decodeOrderStatus(
  record: SalesforceRecord,
  lines: readonly SalesforceRecord[],
  { object, itemField, units, phases }: DecodeOptions & { readonly phases: Readonly<Record<string, OrderPhase>> },
): Result<ErpOrderStatus> {
  const read = validate(recordWire, record);
  if (!read.ok) return { ok: false, issues: read.issues };
  const items = validate(z.array(lineWire), lines);
  if (!items.ok) return { ok: false, issues: items.issues };
  const { Status: status, SystemModstamp, IsDeleted } = read.value;
  const known = { ...standard, ...phases };
  const phase = Object.hasOwn(known, status) ? (known[status] ?? 'unknown') : 'unknown';
  const number = numberOf(record, object) ?? '';
  return {
    ok: true,
    issues: [],
    value: {
      number,
      externalReference: number,
      status: IsDeleted ? 'deleted' : status,
      phase: IsDeleted ? 'cancelled' : phase,
      changedAt: new Date(SystemModstamp).toISOString(),
      lines: items.value.map(({ Id, Quantity, Product2: product }) => ({
        lineId: Id,
        item: product[itemField] ?? '',
        quantity: { value: Quantity, unit: unitOfWord(units, product.QuantityUnitOfMeasure) },
        status: 'accepted',
      })),
    },
  };
}

/** Pieces where there is no word, or one that the table does not have. */
function unitOfWord(units: Readonly<Record<string, string>>, word: string | null | undefined): string {
  return (typeof word === 'string' && Object.hasOwn(units, word) ? units[word] : undefined) ?? 'C62';
}
