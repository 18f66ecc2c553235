import { type Issue, type Result, validate } from '@dist/canonical';
import * as z from 'zod';
import type { ErpOrderStatus, OrderPhase } from '../port/orders.ts';
import { present } from '../port/present.ts';
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
  const issues = items.value.flatMap(({ Product2: { QuantityUnitOfMeasure: word } }, at): Issue[] => {
    if (unitOfWord(units, word) !== undefined) return [];
    const path = ['lines', at, 'Product2', 'QuantityUnitOfMeasure'];
    return [{ code: 'unit', severity: 'error', path, message: `"${word}" is no known unit: say it by units` }];
  });
  if (issues.length > 0) return { ok: false, issues };
  const { Status: status, SystemModstamp, IsDeleted } = read.value;
  const changedAt = Date.parse(SystemModstamp);
  const known = { ...standard, ...phases };
  const phase = Object.hasOwn(known, status) ? (known[status] ?? 'unknown') : 'unknown';
  const number = numberOf(record, object) ?? '';
  return {
    ok: true,
    issues: [],
    value: present({
      number,
      externalReference: number,
      status: IsDeleted ? 'deleted' : status,
      phase: IsDeleted ? 'cancelled' : phase,
      changedAt: Number.isNaN(changedAt) ? undefined : new Date(changedAt).toISOString(),
      lines: items.value.map(({ Id, Quantity, Product2: product }) => ({
        lineId: Id,
        item: product[itemField] ?? '',
        quantity: { value: Quantity, unit: unitOfWord(units, product.QuantityUnitOfMeasure) ?? '' },
        status: 'accepted' as const,
      })),
    }),
  };
}

/** Pieces where there is no word. */
function unitOfWord(units: DecodeOptions['units'], word: string | undefined): string | undefined {
  if (word === undefined) return 'C62';
  return Object.hasOwn(units, word) ? units[word] : undefined;
}
