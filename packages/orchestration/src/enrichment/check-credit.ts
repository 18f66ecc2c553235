import { add, compare, divide, multiply } from '@dist/canonical/arithmetic';
import type { EnrichedLine, OrderPart, Provenance } from '../word/event.ts';
import type { Failure } from '../word/failure.ts';
import type { Context } from './context.ts';
import type { CreditAccount } from './table/credit-account.ts';

/**
 * Whether each customer may owe this order too. A customer without account is not asked about; a value that is not
 * known, or is in another currency than the limit, is a question for a person and never a yes.
 */
export function checkCredit(
  context: Context,
  parts: readonly OrderPart[],
  lines: readonly EnrichedLine[],
): { readonly used: readonly Provenance[]; readonly failures: readonly Failure[] } {
  const accounts = new Map<string, { account: CreditAccount; parts: OrderPart[] }>();
  for (const part of parts) {
    const account = accountOf(context, part.customerNumber);
    if (account === undefined) continue;
    const known = accounts.get(account.customerNumber) ?? { account, parts: [] };
    accounts.set(account.customerNumber, { account, parts: [...known.parts, part] });
  }
  const used = [...accounts.values()].map(({ account }) =>
    context.tables.use('creditAccount', account.customerNumber, account),
  );
  const failures = [...accounts.values()].flatMap(({ account, parts: owed }) => {
    const failure = overLimit(context, account, owed, lines);
    return failure === undefined ? [] : [failure];
  });
  return { used, failures };
}

/** The customer's own account, else that of the company it belongs to. Of several, the one with the least room. */
function accountOf({ tables }: Context, customerNumber: string): CreditAccount | undefined {
  const passed = new Set<string>();
  for (let number: string | undefined = customerNumber; number !== undefined && !passed.has(number); ) {
    passed.add(number);
    const own: string = number;
    const [account] = tables
      .rows('creditAccounts')
      .filter((row) => row.customerNumber === own)
      .sort((a, b) => compare(add(a.limit.amount, b.openBalance), add(b.limit.amount, a.openBalance)));
    if (account !== undefined) return account;
    number = tables.masterData.customers.find((customer) => customer.customerNumber === own)?.parentNumber;
  }
  return undefined;
}

function overLimit(
  { order }: Context,
  { customerNumber, limit, openBalance }: CreditAccount,
  parts: readonly OrderPart[],
  lines: readonly EnrichedLine[],
): Failure | undefined {
  const fault = (code: string, message: string): Failure => ({
    class: 'credit',
    code,
    message: `customer ${customerNumber}: ${message}`,
  });
  if (limit.currency !== order.currency) {
    return fault('credit-currency', `the limit is in ${limit.currency}, the order is in ${order.currency}`);
  }
  const values = parts.map((part) => worthOf(part, lines));
  if (values.includes(undefined)) {
    return fault('credit-value-unknown', 'the order has lines without price, and the customer has a limit');
  }
  const value = values.reduce<string>((sum, one) => add(sum, one ?? '0'), '0');
  const owed = add(openBalance, value);
  if (compare(owed, limit.amount) <= 0) return undefined;
  const found = `open ${openBalance} and this order ${value} make ${owed} ${order.currency}`;
  return fault('credit-limit', `${found}, the limit is ${limit.amount} ${limit.currency}`);
}

/** Goods at their prices; undefined where one is not known. */
function worthOf(part: OrderPart, lines: readonly EnrichedLine[]): string | undefined {
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  let sum = '0';
  for (const { lineId, quantity } of part.lines) {
    const line = byId.get(lineId);
    if (line?.price === undefined) return undefined;
    // A part's quantity is in the ordered unit, or in the base unit where the ordered one would not be whole.
    const one =
      quantity.unit === line.ordered.unit
        ? line.price
        : divide(multiply(line.price, line.ordered.value), line.base.value, 6);
    sum = add(sum, multiply(quantity.value, one));
  }
  return sum;
}
