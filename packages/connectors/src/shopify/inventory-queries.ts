import * as z from 'zod';
import { optionalText } from '../wire/optional-text.ts';
import type { Operation } from './admin-client.ts';
import { type PageInfo, pageInfo } from './page-info.ts';
import { type UserErrors, userErrors } from './user-errors.ts';

const levels = z.object({
  nodes: z.array(
    z.object({
      location: z.object({ id: z.string() }),
      quantities: z.array(z.object({ name: z.string(), quantity: z.int() })),
    }),
  ),
  pageInfo,
});

const item = z.object({ id: z.string(), sku: optionalText, inventoryLevels: levels });

/** The stock of an item, a page of its locations. */
export type InventoryLevels = z.output<typeof levels>;
/** An item with its stock. */
export type InventoryItem = z.output<typeof item>;

const levelSelection = `nodes {
          location { id }
          quantities(names: ["available", "on_hand", "committed", "reserved", "safety_stock", "incoming", "damaged", "quality_control"]) { name quantity }
        }
        pageInfo { hasNextPage endCursor }`;

/** Items of a search with their stock at the first locations. */
export const inventoryItems: Operation<{ inventoryItems: { nodes: InventoryItem[]; pageInfo: PageInfo } }> = {
  kind: 'read',
  name: 'InventoryItems',
  cost: 266,
  text: `query InventoryItems($search: String!, $after: String) {
  inventoryItems(first: 8, after: $after, query: $search) {
    nodes {
      id
      sku
      inventoryLevels(first: 10) {
        ${levelSelection}
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({ inventoryItems: z.object({ nodes: z.array(item), pageInfo }) }),
};

/** The stock of one item at further locations. */
export const inventoryLevels: Operation<{
  inventoryItem?: { inventoryLevels: InventoryLevels } | null | undefined;
}> = {
  kind: 'read',
  name: 'InventoryLevels',
  cost: 243,
  text: `query InventoryLevels($id: ID!, $after: String) {
  inventoryItem(id: $id) {
      inventoryLevels(first: 80, after: $after) {
        ${levelSelection}
      }
  }
}`,
  data: z.object({ inventoryItem: z.object({ inventoryLevels: levels }).nullish() }),
};

/** Sets quantities where they are still what was read. The key is mandatory from 2026-04 on, though no description says so. */
export const setQuantities: Operation<{
  inventorySetQuantities?:
    | { inventoryAdjustmentGroup?: { id: string } | null | undefined; userErrors: UserErrors }
    | null
    | undefined;
}> = {
  kind: 'write',
  name: 'SetQuantities',
  cost: 13,
  since: '2026-01',
  text: `mutation SetQuantities($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id }
    userErrors { field message code }
  }
}`,
  data: z.object({
    inventorySetQuantities: z
      .object({ inventoryAdjustmentGroup: z.object({ id: z.string() }).nullish(), userErrors })
      .nullish(),
  }),
};
