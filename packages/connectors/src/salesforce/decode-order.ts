import {
  type AllowanceCharge,
  type Issue,
  Order,
  type OrderLine,
  type Party,
  type Result,
  validate,
} from '@dist/canonical';
import { isNegative, isZero, subtract } from '@dist/canonical/arithmetic';
import * as z from 'zod';
import { present } from '../port/present.ts';
import { numberOrDecimal } from '../wire/number-or-decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import type { SalesforceRecord } from './query.ts';
import { type SalesObject, salesObjects } from './sales-object.ts';

const amount = numberOrDecimal.nullish();
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'expected an instant');

const recordWire = z.object({
  Id: z.string().min(15),
  Status: z.string().min(1),
  CreatedDate: instant,
  Name: optionalText,
  Email: optionalText,
  PoNumber: optionalText,
  EffectiveDate: optionalText,
  CurrencyIsoCode: optionalText,
  Account: z.object({ Name: optionalText, AccountNumber: optionalText }).nullish(),
  AccountId: optionalText,
  ShippingName: optionalText,
  ShippingStreet: optionalText,
  ShippingCity: optionalText,
  ShippingState: optionalText,
  ShippingPostalCode: optionalText,
  ShippingCountry: optionalText,
  ShippingHandling: amount,
  Tax: amount,
  GrandTotal: amount,
  TotalAmount: amount,
});

const lineWire = z.object({
  Id: z.string().min(15),
  Quantity: numberOrDecimal,
  UnitPrice: numberOrDecimal,
  Subtotal: amount,
  TotalPrice: amount,
  Description: optionalText,
  Product2: z.object({
    ProductCode: optionalText,
    StockKeepingUnit: optionalText,
    Name: optionalText,
    QuantityUnitOfMeasure: optionalText,
  }),
});

type RecordWire = z.output<typeof recordWire>;
type LineWire = z.output<typeof lineWire>;

export interface DecodeOptions {
  readonly object: SalesObject;
  /** The currency of an organization that has one; where it has several, the record says it. */
  readonly currency?: string | undefined;
  readonly itemField: 'ProductCode' | 'StockKeepingUnit';
  /** Units of UN/ECE Recommendation 20 by the words of `QuantityUnitOfMeasure`. */
  readonly units: Readonly<Record<string, string>>;
}

/** A quote or order of Salesforce, with its lines, as a canonical Order. Code and not a map: JSON numbers are amounts here. */
export function decodeOrder(
  record: SalesforceRecord,
  lines: readonly SalesforceRecord[],
  options: DecodeOptions,
): Result<Order> {
  const read = validate(recordWire, record);
  if (!read.ok) return { ok: false, issues: read.issues };
  const { object, currency } = options;
  const issues: Issue[] = [];
  const decoded = lines.flatMap((line, at) => {
    const one = lineOf(line, at, options);
    if (one.ok) return [one.value];
    issues.push(...one.issues);
    return [];
  });
  if (issues.length > 0) return { ok: false, issues };
  const { Id, PoNumber, CreatedDate, Status, EffectiveDate, Tax, GrandTotal } = read.value;
  return validate(
    Order,
    present<Order>({
      kind: 'order',
      version: '1',
      purpose: 'original',
      number: numberOf(record, object) ?? '',
      channel: 'shop',
      currency: read.value.CurrencyIsoCode ?? currency ?? '',
      placedAt: new Date(CreatedDate).toISOString(),
      dates: present({ ordered: EffectiveDate }),
      parties: partiesOf(read.value),
      references: [
        { type: 'salesforceId', value: Id },
        ...(PoNumber === undefined ? [] : [{ type: 'purchaseOrder', value: PoNumber }]),
      ],
      lines: decoded,
      allowancesCharges: handlingOf(read.value),
      taxes: hasAmount(Tax) ? [{ category: 'TAX', amount: Tax }] : undefined,
      ext: { salesforce: present({ object, status: Status, grandTotal: GrandTotal ?? undefined }) },
    }),
  );
}

/** The number that people use for a record. */
export function numberOf(record: SalesforceRecord, object: SalesObject): string | undefined {
  const number = record[salesObjects[object].number];
  return typeof number === 'string' && number !== '' ? number : undefined;
}

function hasAmount(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && !isZero(value);
}

function partiesOf(record: RecordWire): Order['parties'] {
  const { Account, AccountId, Email, ShippingName, ShippingStreet, ShippingCountry } = record;
  const number = Account?.AccountNumber;
  const lines = ShippingStreet?.split(/\r?\n/).filter((line) => line !== '') ?? [];
  const isCode = ShippingCountry !== undefined && /^[A-Z]{2}$/.test(ShippingCountry);
  const place = {
    lines,
    city: record.ShippingCity,
    region: record.ShippingState,
    postalCode: record.ShippingPostalCode,
    // A text of up to 80 signs: a code only where the organization keeps codes in it.
    country: isCode ? ShippingCountry : undefined,
  };
  return present({
    buyer: present<Party>({
      name: Account?.Name,
      ids: [
        ...(number === undefined ? [] : [{ scheme: 'seller' as const, value: number }]),
        ...(AccountId === undefined ? [] : [{ scheme: 'channel' as const, value: AccountId }]),
      ],
      contacts: Email === undefined ? undefined : [{ email: Email }],
    }),
    shipTo:
      lines.length === 0 && ShippingName === undefined
        ? undefined
        : present<Party>({ name: ShippingName ?? Account?.Name, ids: [], address: present(place) }),
  });
}

function lineOf(json: SalesforceRecord, at: number, { itemField, units }: DecodeOptions): Result<OrderLine> {
  const read = validate(lineWire, json);
  if (!read.ok) return { ok: false, issues: read.issues.map((one) => ({ ...one, path: ['lines', at, ...one.path] })) };
  const line = read.value;
  const { Product2: product } = line;
  const word = product.QuantityUnitOfMeasure;
  const unit = word === undefined ? 'C62' : Object.hasOwn(units, word) ? units[word] : undefined;
  const item = product[itemField];
  const path = ['lines', at, 'Product2'];
  const issues: Issue[] = [];
  if (item === undefined) {
    issues.push({ code: 'item', severity: 'error', path: [...path, itemField], message: `it has no ${itemField}` });
  }
  if (unit === undefined) {
    const message = `"${word}" is no known unit: say it by units`;
    issues.push({ code: 'unit', severity: 'error', path: [...path, 'QuantityUnitOfMeasure'], message });
  }
  if (item === undefined || unit === undefined) return { ok: false, issues };
  const value = present<OrderLine>({
    lineId: line.Id,
    ids: [{ scheme: 'seller', value: item }],
    description: line.Description ?? product.Name,
    quantity: { value: line.Quantity, unit },
    price: { amount: line.UnitPrice },
    allowancesCharges: discountOf(line),
  });
  return { ok: true, value, issues: [] };
}

/** What a line's discount (a percentage) takes off, as Salesforce has rounded it: subtotal less total price. */
function discountOf({ Subtotal, TotalPrice }: LineWire): AllowanceCharge[] | undefined {
  if (!hasAmount(Subtotal) || TotalPrice === null || TotalPrice === undefined) return undefined;
  const taken = subtract(Subtotal, TotalPrice);
  if (isZero(taken) || isNegative(taken)) return undefined;
  return [{ kind: 'allowance', code: 'C310', amount: taken }];
}

function handlingOf({ ShippingHandling }: RecordWire): AllowanceCharge[] | undefined {
  return hasAmount(ShippingHandling) ? [{ kind: 'charge', code: 'D240', amount: ShippingHandling }] : undefined;
}
