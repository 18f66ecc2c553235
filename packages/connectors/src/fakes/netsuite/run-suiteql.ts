import type { FakeTransaction, NetsuiteState } from './netsuite-state.ts';

type SuiteRow = Readonly<Record<string, string>>;

/**
 * The rows of a query, as far as the adapter asks: tables by name, `=` and `IN` of texts, `>=` of the time of change. What
 * it does not know it refuses, as NetSuite does. Throws a SyntaxError for that.
 */
export function runSuiteql(state: NetsuiteState, q: string): readonly SuiteRow[] {
  const table = /\bFROM (\w+)/.exec(q)?.[1];
  switch (table) {
    case 'item':
      return items(state, q);
    case 'currency':
      return wanted(q, 'currency.symbol', ['USD']).map((symbol) => ({ id: '1', symbol }));
    case 'customer':
      return state.customers.filter((customer) => fits(q, 'customer', customer));
    case 'aggregateitemlocation':
      return stock(state, q);
    case 'transaction':
      return transactions(state, q);
    case 'transactionline':
      return lines(state, q);
    default:
      throw new SyntaxError(`Record '${table}' was not found.`);
  }
}

function items({ items: all }: NetsuiteState, q: string): readonly SuiteRow[] {
  if (q.includes('unitstypeuom')) {
    const skus = listOf(q, 'item.itemid');
    return all.filter(({ itemid }) => skus.includes(itemid));
  }
  const one = [
    ...new Map(
      all.map(({ id, itemid }) => [id, { id, itemid, displayname: itemid, stockunit: '1', isinactive: 'F' }]),
    ).values(),
  ];
  return one.filter((row) => fits(q, 'item', row));
}

function stock({ items: all }: NetsuiteState, q: string): readonly SuiteRow[] {
  const skus = listOf(q, 'item.itemid');
  const known = [...new Set(all.map(({ itemid }) => itemid))].filter((sku) => skus.includes(sku));
  return known.map((itemid) => ({
    itemid,
    location: '2',
    unit: '1',
    onhand: '120',
    available: '96',
    committed: '24',
    onorder: '0',
  }));
}

function transactions({ transactions: all, localTime }: NetsuiteState, q: string): readonly SuiteRow[] {
  const kind = q.includes("t.type = 'ItemShip'") ? 'ItemShip' : 'CustInvc';
  const since = /lastmodifieddate >= TO_DATE\('([^']+)'/.exec(q)?.[1];
  if (since === undefined || !q.includes('ORDER BY t.lastmodifieddate, t.id')) throw new SyntaxError('no order');
  return all
    .filter((one) => one.kind === kind && changed(one, localTime) >= since)
    .map((one) => ({ id: one.id, changed: changed(one, localTime), ...one.fields }))
    .sort((a, b) => (a.changed < b.changed ? -1 : a.changed > b.changed ? 1 : Number(a.id) - Number(b.id)));
}

function changed({ changedAt }: FakeTransaction, localTime: NetsuiteState['localTime']): string {
  return localTime(new Date(changedAt).toISOString());
}

function lines({ transactions: all }: NetsuiteState, q: string): readonly SuiteRow[] {
  const ids = listOf(q, 'line.transaction');
  const found = all.filter(({ id }) => ids.includes(id)).flatMap((one) => one.lines);
  // Sales are credits, below zero, unless the query takes the sign away.
  const isAbsolute = q.includes('ABS(line.foreignamount)');
  return found.map(({ net, ...line }) =>
    net === undefined ? line : { ...line, net: isAbsolute ? net.replace('-', '') : net },
  );
}

/** Texts of `<field> IN ('a', 'b')`. */
function listOf(q: string, field: string): readonly string[] {
  const list = new RegExp(`${field.replace('.', '\\.')} IN \\(((?:'(?:[^']|'')*'(?:, )?)*)\\)`).exec(q)?.[1] ?? '';
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"));
}

/** Of some texts those that `<field> = 'text'` leaves; all of them where it is not asked. */
function wanted(q: string, field: string, all: readonly string[]): readonly string[] {
  const text = equalTo(q, field);
  return text === undefined ? all : all.filter((one) => one === text);
}

function fits(q: string, table: string, row: Readonly<Record<string, string>>): boolean {
  const field = new RegExp(`WHERE ${table}\\.(\\w+) = `).exec(q)?.[1];
  return field === undefined || row[field] === equalTo(q, `${table}.${field}`);
}

function equalTo(q: string, field: string): string | undefined {
  const text = new RegExp(`${field.replace('.', '\\.')} = '((?:[^']|'')*)'`).exec(q)?.[1];
  return text?.replaceAll("''", "'");
}
