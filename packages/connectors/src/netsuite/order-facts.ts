import { type Order, validate } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import { sellerItem } from '../order/seller-item.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';
import { optionalText } from '../wire/optional-text.ts';
import { allRows } from './all-rows.ts';
import { suiteText } from './suite-text.ts';

const itemRows = z.array(z.object({ id: z.string(), itemid: z.string(), unit: optionalText }));
const currencyRows = z.array(z.object({ id: z.string(), symbol: z.string() }));

/** Facts of an order, or why they cannot be had. */
export type OrderFacts =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/**
 * NetSuite's ids of the items, their units and the currency of an order, by SuiteQL. An item is known in each unit of its
 * unit type; one that is not there is left out, so that the order is refused for it.
 */
export async function orderFacts(
  client: VendorClient,
  units: Readonly<Record<string, string>>,
  order: Order,
  call: Call,
): Promise<OrderFacts> {
  const skus = [...new Set(order.lines.map(sellerItem).filter((sku) => sku !== undefined))];
  const operation = 'orders.submit';
  const q = `SELECT item.id AS id, item.itemid AS itemid, uom.internalid AS unit FROM item LEFT JOIN unitstypeuom uom ON uom.unitstype = item.unitstype WHERE item.itemid IN (${skus.map(suiteText).join(', ')}) ORDER BY item.id, uom.internalid`;
  const items =
    skus.length === 0
      ? ({ ok: true, rows: [], hasMore: false } as const)
      : await allRows(client, { q, operation }, call);
  if (!items.ok) return items;
  const symbol = suiteText(order.currency);
  const currency = `SELECT currency.id AS id, currency.symbol AS symbol FROM currency WHERE currency.symbol = ${symbol} ORDER BY currency.id`;
  const currencies = await allRows(client, { q: currency, operation }, call);
  if (!currencies.ok) return currencies;
  const [itemsRead, currenciesRead] = [validate(itemRows, items.rows), validate(currencyRows, currencies.rows)];
  if (!itemsRead.ok || !currenciesRead.ok) {
    const reason = [...itemsRead.issues, ...currenciesRead.issues][0]?.message ?? 'it has another shape';
    const text = `the answer cannot be read: ${reason}`;
    return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
  }
  const itemUnit = itemsRead.value.flatMap(({ id, itemid, unit }): (readonly [string, string])[] => {
    const ours = unit === undefined || !Object.hasOwn(units, unit) ? undefined : units[unit];
    return ours === undefined ? [] : [[`${id}|${unit}`, `${itemid}|${ours}`]];
  });
  const facts = {
    itemUnit: Object.fromEntries(itemUnit),
    currency: Object.fromEntries(currenciesRead.value.map(({ id, symbol: iso }) => [id, iso])),
  };
  return { ok: true, facts };
}
