import type { Call } from '../port/call.ts';
import type { AdminClient, LookedUp } from './admin-client.ts';
import { type InventoryItem, inventoryItems, inventoryLevels } from './inventory-queries.ts';
import { searchText } from './search-text.ts';

/** Items that are searched for in one query. */
const together = 8;
/** More pages than any shop has locations, or items of one number. */
const mostPages = 100;

/** The inventory items with these numbers, with their stock at every location. */
export async function readInventory(
  admin: AdminClient,
  skus: readonly string[],
  call: Call,
): Promise<LookedUp<readonly InventoryItem[]>> {
  const found: InventoryItem[] = [];
  const all = [...new Set(skus)];
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together);
    const items = await search(admin, some, call);
    if (!items.ok) return items;
    for (const item of items.data) {
      const whole = await withAllLevels(admin, item, call);
      if (!whole.ok) return whole;
      found.push(whole.data);
    }
  }
  return { ok: true, data: found };
}

async function search(
  admin: AdminClient,
  skus: readonly string[],
  call: Call,
): Promise<LookedUp<readonly InventoryItem[]>> {
  const text = skus.map((sku) => `sku:${searchText(sku)}`).join(' OR ');
  const found: InventoryItem[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await admin.run(inventoryItems, { search: text, after }, call);
    if (!answer.ok) return answer;
    const { nodes, pageInfo } = answer.data.inventoryItems;
    // The search takes words apart and knows no case: only what is equal counts.
    found.push(...nodes.filter(({ sku }) => sku !== undefined && skus.includes(sku)));
    if (!pageInfo.hasNextPage) return { ok: true, data: found };
    after = pageInfo.endCursor;
  }
  return endless(admin, skus.join(', '));
}

async function withAllLevels(admin: AdminClient, item: InventoryItem, call: Call): Promise<LookedUp<InventoryItem>> {
  const nodes = [...item.inventoryLevels.nodes];
  let { pageInfo } = item.inventoryLevels;
  for (let page = 0; pageInfo.hasNextPage; page++) {
    const answer = await admin.run(inventoryLevels, { id: item.id, after: pageInfo.endCursor }, call);
    if (!answer.ok) return answer;
    const more = answer.data.inventoryItem?.inventoryLevels;
    if (more === undefined || page >= mostPages) return endless(admin, item.id);
    nodes.push(...more.nodes);
    pageInfo = more.pageInfo;
  }
  return { ok: true, data: { ...item, inventoryLevels: { nodes, pageInfo } } };
}

function endless(admin: AdminClient, what: string): LookedUp<never> {
  return {
    ok: false,
    failure: admin.fail('contract-drift', `the stock of ${what} does not end`, { safeToReplay: true }),
  };
}
