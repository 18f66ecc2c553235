import { connection } from './connection.ts';
import { matchesSearch } from './matches-search.ts';
import { fulfillmentOrderView, fulfillmentView, orderView } from './order-view.ts';
import type { Selection } from './parse-document.ts';
import type { ShopCompany, ShopItem, ShopifyState, ShopOrder } from './shop-state.ts';

/** The fields of QueryRoot that there are. */
export function shopQueries(state: ShopifyState): object {
  const { orders } = state;
  return {
    ...masterQueries(state),
    shop: { name: 'A shop (sample)' },
    publicApiVersions: state.versions,
    order: (selection: Selection) =>
      viewOf(
        orders.find((order) => idOf(order) === byId(selection)),
        orderView,
      ),
    orders: (selection: Selection) => connection(searched(state, selection), selection),
    orderByIdentifier: ({ args }: Selection) => {
      const { namespace, key, value } = customIdOf(args['identifier']);
      const found = orders.find(({ metafields }) => metafields.get(`${namespace}.${key}`) === value);
      return viewOf(found, orderView);
    },
    fulfillment: (selection: Selection) =>
      viewOf(
        orders.flatMap(({ fulfillments }) => fulfillments).find(({ id }) => id === byId(selection)),
        fulfillmentView,
      ),
    fulfillmentOrder: (selection: Selection) =>
      viewOf(
        orders.flatMap(({ fulfillmentOrders }) => fulfillmentOrders).find(({ id }) => id === byId(selection)),
        fulfillmentOrderView,
      ),
    job: ({ args }: Selection) => {
      const job = state.jobs.get(String(args['id']));
      if (job === undefined) return null;
      job.asks -= 1;
      if (job.asks === 0) job.end();
      return { id: args['id'], done: job.asks <= 0 };
    },
  };
}

function byId({ args }: Selection): unknown {
  return args['id'];
}

/** Items, companies and persons. */
function masterQueries({ items, companies, people }: ShopifyState): object {
  return {
    inventoryItems: (selection: Selection) => {
      const found = items.filter(({ sku }) => matchesSearch(searchOf(selection), { sku }));
      return connection(found.map(inventoryItemView), selection);
    },
    inventoryItem: (selection: Selection) =>
      viewOf(
        items.find(({ id }) => `gid://shopify/InventoryItem/${id}` === byId(selection)),
        inventoryItemView,
      ),
    productVariants: (selection: Selection) => {
      const found = items.filter(({ sku, barcode }) => matchesSearch(searchOf(selection), { sku, barcode }));
      return connection(found.map(variantView), selection);
    },
    productVariant: (selection: Selection) =>
      viewOf(
        items.find(({ id }) => `gid://shopify/ProductVariant/${id}` === byId(selection)),
        variantView,
      ),
    companies: (selection: Selection) => {
      const found = companies.filter(({ name, externalId }) =>
        matchesSearch(searchOf(selection), { name, external_id: externalId }),
      );
      return connection(found.map(companyView), selection);
    },
    company: (selection: Selection) =>
      viewOf(
        companies.find(({ id }) => `gid://shopify/Company/${id}` === byId(selection)),
        companyView,
      ),
    customers: (selection: Selection) => {
      const found = people.filter(({ email }) => matchesSearch(searchOf(selection), { email }));
      return connection(found.map(personView), selection);
    },
    customer: (selection: Selection) =>
      viewOf(
        people.find(({ id }) => `gid://shopify/Customer/${id}` === byId(selection)),
        personView,
      ),
  };
}

/** The global id of an order. */
export function idOf({ webhook }: ShopOrder): string {
  return String(webhook['admin_graphql_api_id']);
}

function viewOf<Kept>(found: Kept | undefined, view: (kept: Kept) => object): object | null {
  return found === undefined ? null : view(found);
}

function searchOf({ args }: Selection): string {
  return String(args['query'] ?? '');
}

/** By time of change where that is asked for, else by id. */
function searched({ orders }: ShopifyState, selection: Selection): object[] {
  const search = searchOf(selection);
  const found = orders.filter(({ webhook, updatedAt }) =>
    matchesSearch(search, {
      name: String(webhook['name']),
      po_number: webhook['po_number'] === undefined ? undefined : String(webhook['po_number']),
      updated_at: new Date(updatedAt).toISOString(),
    }),
  );
  const byChange = selection.args['sortKey'] === 'UPDATED_AT';
  const sorted = [...found].sort((a, b) => (byChange ? a.updatedAt - b.updatedAt : 0) || (idOf(a) < idOf(b) ? -1 : 1));
  return sorted.map(orderView);
}

function customIdOf(identifier: unknown): { namespace?: unknown; key?: unknown; value?: unknown } {
  if (typeof identifier !== 'object' || identifier === null || !('customId' in identifier)) return {};
  return typeof identifier.customId === 'object' && identifier.customId !== null ? identifier.customId : {};
}

function inventoryItemView({ id, sku, stock }: ShopItem): object {
  return {
    id: `gid://shopify/InventoryItem/${id}`,
    sku,
    inventoryLevels: (selection: Selection) =>
      connection(
        [...stock].map(([location, quantities]) => ({
          location: { id: `gid://shopify/Location/${location}` },
          quantities: ({ args }: Selection) =>
            (Array.isArray(args['names']) ? args['names'] : []).map((name: string) => ({
              name,
              quantity: quantities[name] ?? 0,
            })),
        })),
        selection,
      ),
  };
}

function variantView({ id, sku, barcode, name, price }: ShopItem): object {
  return {
    id: `gid://shopify/ProductVariant/${id}`,
    sku,
    barcode,
    displayName: name,
    price,
    product: { status: 'ACTIVE' },
    inventoryItem: { id: `gid://shopify/InventoryItem/${id}`, countryCodeOfOrigin: null },
  };
}

function companyView({ id, name, externalId, locations }: ShopCompany): object {
  return {
    id: `gid://shopify/Company/${id}`,
    name,
    externalId: externalId ?? null,
    locations: (selection: Selection) =>
      connection(
        locations.map((place) => ({
          id: `gid://shopify/CompanyLocation/${place.id}`,
          name: place.name,
          externalId: place.externalId ?? null,
          shippingAddress: null,
        })),
        selection,
      ),
  };
}

function personView({ id, name, email }: ShopifyState['people'][number]): object {
  return {
    id: `gid://shopify/Customer/${id}`,
    displayName: name,
    defaultEmailAddress: { emailAddress: email },
  };
}
