import { add, subtract } from '../arithmetic/add.ts';
import { compare } from '../arithmetic/compare.ts';
import { convert } from '../arithmetic/convert.ts';
import { type PriceTolerance, priceWithin } from '../arithmetic/price-within.ts';
import { Invoice, type InvoiceLine } from '../document/invoice.ts';
import type { Item } from '../document/item.ts';
import { Order, type OrderLine } from '../document/order.ts';
import type { Issue } from '../issue.ts';
import type { DecimalString, Price } from '../value/value.ts';
import { orSchemaIssues } from './or-schema-issues.ts';
import type { LineBalance } from './order-balance.ts';

/** What an invoice is held against before it goes out (R23). */
export interface BillingFacts {
  order: Order;
  /** The order's account, of `orderBalance`: what was shipped on notices that were not rejected. */
  balance: readonly LineBalance[];
  /** Invoices of the order that have gone out, credits among them. */
  invoices?: readonly Invoice[] | undefined;
  /** The price that was acknowledged for a line; the ordered one when undefined. */
  agreedPrice?: ((lineId: string) => Price | undefined) | undefined;
  priceTolerance?: PriceTolerance | undefined;
  /** Codes of allowances and charges that the partner has agreed to; any when absent. */
  agreedCharges?: readonly string[] | undefined;
  itemOf?: ((lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined) | undefined;
}

type Fault = Omit<Issue, 'severity'>;

/**
 * Whether an invoice may go out: errors for what the partner would refuse or deduct. More billed than shipped
 * (`invoiced-exceeds-shipped`), another unit (`invoice-unit-differs`) or price than agreed (`invoice-price-differs`), a charge
 * that nobody agreed to (`charge-not-agreed`), a number used before (`invoice-number-used`), a line that was not ordered
 * (`line-unknown`). A credit memo is held against its number and charges alone.
 * Never throws for what the documents hold: what is wrong with one that is not of its type is said as `validate` says it, that of
 * facts at `order` and `invoices`.
 */
export function invoiceRelease(invoice: Invoice, facts: BillingFacts): readonly Issue[] {
  const given = [
    { schema: Invoice, value: invoice },
    { schema: Order, value: facts.order, at: ['order'] },
    ...Array.from(facts.invoices ?? [], (value, index) => ({ schema: Invoice, value, at: ['invoices', index] })),
  ];
  return orSchemaIssues<readonly Issue[]>(
    given,
    () => reasonsToHold(invoice, facts),
    (issues) => issues,
  );
}

function reasonsToHold(invoice: Invoice, facts: BillingFacts): Issue[] {
  const faults = [...usedNumber(invoice, facts), ...strangeCharges(invoice, facts)];
  if (invoice.type === 'invoice') {
    const accounts = accountsOf(facts);
    for (const [index, line] of invoice.lines.entries()) faults.push(...faultsOf(line, index, facts, accounts));
  }
  return faults.map((fault) => ({ ...fault, severity: 'error' }));
}

function usedNumber({ number }: Invoice, { invoices = [] }: BillingFacts): Fault[] {
  if (!invoices.some((one) => one.number === number)) return [];
  const message = `The number ${number} has been used`;
  return [{ code: 'invoice-number-used', message, path: ['number'], expected: 'a number of its own', found: number }];
}

function strangeCharges(invoice: Invoice, { agreedCharges }: BillingFacts): Fault[] {
  if (agreedCharges === undefined) return [];
  const owners = [[invoice, []] as const, ...invoice.lines.map((line, index) => [line, ['lines', index]] as const)];
  return owners.flatMap(([{ allowancesCharges = [] }, path]) =>
    allowancesCharges.flatMap(({ kind, code }, index): Fault[] => {
      if (agreedCharges.includes(code)) return [];
      const message = `The ${kind} ${code} is not agreed`;
      const at = [...path, 'allowancesCharges', index, 'code'];
      return [{ code: 'charge-not-agreed', message, path: at, expected: agreedCharges.join(', '), found: code }];
    }),
  );
}

/** An ordered line, what was shipped of it, and what is billed so far, in the unit that was ordered. */
interface Account {
  readonly line: OrderLine;
  readonly shipped: DecimalString;
  billed: DecimalString;
}

/** The accounts of all lines, with what earlier invoices have billed, less what credits have taken back. */
function accountsOf({ order, balance, invoices = [], itemOf }: BillingFacts): ReadonlyMap<string, Account> {
  const shipped = new Map(balance.map((line) => [line.lineId, line.shipped]));
  const accounts = new Map(
    order.lines.map((line): [string, Account] => [
      line.lineId,
      { line, shipped: shipped.get(line.lineId) ?? '0', billed: '0' },
    ]),
  );
  for (const { type, lines } of invoices) {
    for (const { lineId, quantity } of lines) {
      const account = accounts.get(lineId);
      if (account === undefined) continue;
      const { unit } = account.line.quantity;
      const value = convert(quantity, unit, itemOf?.(lineId) ?? { baseUnit: unit, conversions: [] })?.value ?? '0';
      account.billed = type === 'creditMemo' ? subtract(account.billed, value) : add(account.billed, value);
    }
  }
  return accounts;
}

function faultsOf(
  line: InvoiceLine,
  index: number,
  facts: BillingFacts,
  accounts: ReadonlyMap<string, Account>,
): Fault[] {
  const { lineId, quantity } = line;
  const account = accounts.get(lineId);
  const path = ['lines', index];
  if (account === undefined) {
    const message = `Line ${lineId} was not ordered`;
    return [
      { code: 'line-unknown', message, path: [...path, 'lineId'], expected: 'a line id of the order', found: lineId },
    ];
  }
  const ordered = account.line;
  if (quantity.unit !== ordered.quantity.unit) {
    const message = `Line ${lineId} is billed in ${quantity.unit}, ordered in ${ordered.quantity.unit}`;
    const expected = ordered.quantity.unit;
    return [
      { code: 'invoice-unit-differs', message, path: [...path, 'quantity', 'unit'], expected, found: quantity.unit },
    ];
  }
  account.billed = add(account.billed, quantity.value);
  return [...beyondShipped(account, path), ...otherPrice(line, ordered, path, facts)];
}

function beyondShipped({ line: { lineId }, billed, shipped }: Account, path: Issue['path']): Fault[] {
  if (compare(billed, shipped) <= 0) return [];
  const message = `Of line ${lineId} ${billed} are billed in all, and ${shipped} shipped`;
  const at = [...path, 'quantity', 'value'];
  return [{ code: 'invoiced-exceeds-shipped', message, path: at, expected: shipped, found: billed }];
}

function otherPrice(line: InvoiceLine, ordered: OrderLine, path: Issue['path'], facts: BillingFacts): Fault[] {
  const { lineId, price } = line;
  const agreed = facts.agreedPrice?.(lineId) ?? ordered.price;
  if (agreed === undefined) return [];
  const { unit } = ordered.quantity;
  // A price for none is a fault of its own, which `check` tells.
  if ([price, agreed].some(({ per = '1' }) => compare(per, '0') <= 0)) return [];
  if (priceWithin(price, agreed, facts.priceTolerance ?? {}, { unit, item: facts.itemOf?.(lineId) }) === true)
    return [];
  const message = `Line ${lineId} is billed at ${price.amount}, agreed is ${agreed.amount}`;
  const found = price.amount;
  return [{ code: 'invoice-price-differs', message, path: [...path, 'price'], expected: agreed.amount, found }];
}
