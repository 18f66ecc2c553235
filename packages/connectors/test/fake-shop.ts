import type { Fetch } from '@dist/connectors';

export interface ShopLine {
  readonly id: string;
  readonly remainingQuantity: number;
  readonly lineItem: string;
}

export interface ShopState {
  fulfillmentOrders: { id: string; status: string; lines: ShopLine[] }[];
  fulfillments: { id: string; status: string; numbers: string[]; lines: { lineItem: string; quantity: number }[] }[];
  metafields: Map<string, string>;
  /** Names of the operations in the order they came. */
  readonly asked: string[];
  readonly variables: unknown[];
}

interface Body {
  readonly operationName: string;
  readonly variables: {
    readonly id?: string;
    readonly after?: string;
    readonly fulfillment?: {
      readonly lineItemsByFulfillmentOrder: {
        readonly fulfillmentOrderId: string;
        readonly fulfillmentOrderLineItems: { readonly id: string; readonly quantity: number }[];
      }[];
      readonly trackingInfo: { readonly numbers: string[] };
    };
    readonly metafields?: {
      readonly ownerId: string;
      readonly namespace: string;
      readonly key: string;
      readonly value: string;
    }[];
  };
}

export const orderGid = 'gid://shopify/Order/450789469';
export const lineGid = (number: number) => `gid://shopify/LineItem/${number}`;

/** One order of a Shopify shop in memory, as far as the adapter asks; `page` makes its pages small. */
export function fakeShop(state: Partial<ShopState> = {}, page = 100): ShopState & { readonly fetch: Fetch } {
  const shop: ShopState = {
    fulfillmentOrders: [],
    fulfillments: [],
    metafields: new Map(),
    asked: [],
    variables: [],
    ...state,
  };
  const fetch: Fetch = async (_, { body }) => {
    const request: Body = JSON.parse(String(body));
    shop.asked.push(request.operationName);
    shop.variables.push(request.variables);
    return Response.json({ data: answer(shop, request, page) });
  };
  return Object.assign(shop, { fetch });
}

function answer(shop: ShopState, { operationName, variables }: Body, page: number): unknown {
  const { id, after, fulfillment, metafields = [] } = variables;
  switch (operationName) {
    case 'OrderFulfillments':
      return { order: id === orderGid ? orderOf(shop, after, page) : null };
    case 'FulfillmentOrderLines': {
      const order = shop.fulfillmentOrders.find((candidate) => candidate.id === id);
      return { fulfillmentOrder: order ? { lineItems: linesOf(order.lines, after, page) } : null };
    }
    case 'FulfillmentLines': {
      const found = shop.fulfillments.find((candidate) => candidate.id === id);
      const nodes = found?.lines.map(({ lineItem, quantity }) => ({ quantity, lineItem: { id: lineItem } }));
      return { fulfillment: { fulfillmentLineItems: paged(nodes ?? [], after, page) } };
    }
    case 'CreateFulfillment':
      return { fulfillmentCreate: create(shop, fulfillment) };
    case 'SetMetafields':
      return {
        metafieldsSet: {
          userErrors: [],
          metafields: metafields.map(({ ownerId, namespace, key, value }) => {
            shop.metafields.set(`${ownerId} ${namespace}.${key}`, value);
            return { id: `gid://shopify/Metafield/${key}` };
          }),
        },
      };
    default:
      throw new Error(`no such operation: ${operationName}`);
  }
}

function orderOf(shop: ShopState, after: string | undefined, page: number): unknown {
  return {
    id: orderGid,
    fulfillments: shop.fulfillments.map(({ id, status, numbers, lines }) => ({
      id,
      status,
      totalQuantity: lines.reduce((total, { quantity }) => total + quantity, 0),
      trackingInfo: numbers.map((number) => ({ number })),
    })),
    fulfillmentOrders: paged(
      shop.fulfillmentOrders.map(({ id, status, lines }) => ({
        id,
        status,
        lineItems: linesOf(lines, undefined, page),
      })),
      after,
      page,
    ),
  };
}

function linesOf(lines: readonly ShopLine[], after: string | undefined, page: number): unknown {
  const nodes = lines.map(({ id, remainingQuantity, lineItem }) => ({
    id,
    remainingQuantity,
    lineItem: { id: lineItem },
  }));
  return paged(nodes, after, page);
}

function paged(nodes: readonly unknown[], after: string | undefined, page: number): unknown {
  const from = after === undefined ? 0 : Number(after);
  const end = Math.min(from + page, nodes.length);
  return { nodes: nodes.slice(from, end), pageInfo: { hasNextPage: end < nodes.length, endCursor: String(end) } };
}

function create(shop: ShopState, input: Body['variables']['fulfillment']): unknown {
  if (input === undefined) throw new Error('no input');
  const lines: { lineItem: string; quantity: number }[] = [];
  for (const { fulfillmentOrderId, fulfillmentOrderLineItems } of input.lineItemsByFulfillmentOrder) {
    const order = shop.fulfillmentOrders.find((candidate) => candidate.id === fulfillmentOrderId);
    for (const { id, quantity } of fulfillmentOrderLineItems) {
      const line = order?.lines.find((candidate) => candidate.id === id);
      if (order === undefined || line === undefined || line.remainingQuantity < quantity) {
        const message = 'Fulfillment order line item quantity is too high';
        return { fulfillment: null, userErrors: [{ field: ['fulfillment'], message }] };
      }
      const rest = { ...line, remainingQuantity: line.remainingQuantity - quantity };
      order.lines = order.lines.map((candidate) => (candidate === line ? rest : candidate));
      lines.push({ lineItem: line.lineItem, quantity });
    }
  }
  const id = `gid://shopify/Fulfillment/${shop.fulfillments.length + 1}`;
  shop.fulfillments.push({ id, status: 'SUCCESS', numbers: [...input.trackingInfo.numbers], lines });
  return { fulfillment: { id }, userErrors: [] };
}
