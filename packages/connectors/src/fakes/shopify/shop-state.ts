/** A part of an order in the words of the webhook `orders/create`. */
export type WebhookOrder = Readonly<Record<string, unknown>>;

/** A line of a fulfillment order. */
export interface WaitingLine {
  readonly id: string;
  readonly lineItem: string;
  remaining: number;
}

export interface ShopOrder {
  /** As its webhook tells it; quantities and states of now are beside it. */
  webhook: WebhookOrder;
  updatedAt: number;
  cancelledAt?: number | undefined;
  closed: boolean;
  /** Current quantities by line, where they differ from the webhook's. */
  readonly quantities: Map<string, number>;
  readonly fulfillmentOrders: {
    readonly id: string;
    status: string;
    holds: { readonly reason: string; readonly notes?: string | undefined }[];
    readonly lines: WaitingLine[];
  }[];
  readonly fulfillments: {
    readonly id: string;
    status: string;
    readonly numbers: readonly string[];
    readonly lines: readonly { readonly lineItem: string; readonly quantity: number }[];
  }[];
  readonly metafields: Map<string, string>;
  /** In place of what its fulfillments say. */
  fulfillmentStatus?: string | undefined;
}

export interface ShopItem {
  readonly id: number;
  sku: string;
  readonly barcode: string;
  readonly name: string;
  readonly price: string;
  /** Quantities by the number of the location. */
  readonly stock: Map<string, Record<string, number>>;
}

export interface ShopCompany {
  readonly id: number;
  readonly name: string;
  readonly externalId?: string | undefined;
  readonly locations: readonly {
    readonly id: number;
    readonly name: string;
    readonly externalId?: string | undefined;
  }[];
}

/** What a shop holds. */
export interface ShopifyState {
  readonly orders: ShopOrder[];
  readonly items: ShopItem[];
  readonly companies: ShopCompany[];
  readonly people: { readonly id: number; readonly name: string; readonly email: string }[];
  /** Edits that were begun: id of the calculated order, the order, and the new totals. */
  readonly edits: Map<string, { readonly order: ShopOrder; readonly totals: Map<string, number> }>;
  /** How often a job is asked after before it ends; what it does then. */
  readonly jobs: Map<string, { asks: number; readonly end: () => void }>;
  /** What was answered under an idempotency key, and to which variables. */
  readonly keys: Map<string, { readonly input: string; readonly answer: unknown }>;
  readonly versions: { readonly handle: string; readonly supported: boolean }[];
  /** Asks that a job takes. */
  jobAsks: number;
  /** Milliseconds since 1970. */
  now: number;
  /** Points of the bucket that are left; a document that costs more is throttled. */
  points: number;
  token: string;
}

/** An order, as the webhook tells it, that waits in one fulfillment order. */
export function shopOrder(webhook: WebhookOrder, updatedAt: number): ShopOrder {
  const id = numberOf(webhook);
  const lines = linesOf(webhook).map(({ id: lineItem, quantity }, index) => ({
    id: `gid://shopify/FulfillmentOrderLineItem/${id}${index + 1}`,
    lineItem,
    remaining: quantity,
  }));
  return {
    webhook,
    updatedAt,
    closed: false,
    quantities: new Map(),
    fulfillmentOrders: [{ id: `gid://shopify/FulfillmentOrder/${id}`, status: 'OPEN', holds: [], lines }],
    fulfillments: [],
    metafields: new Map(),
  };
}

function numberOf(webhook: WebhookOrder): string {
  return String(webhook['admin_graphql_api_id']).replace(/^.*\//, '');
}

/** The lines of an order by their global ids. */
export function linesOf(webhook: WebhookOrder): readonly { id: string; quantity: number; line: WebhookOrder }[] {
  const lines = webhook['line_items'];
  if (!Array.isArray(lines)) return [];
  return lines.map((line: WebhookOrder) => ({
    id: String(line['admin_graphql_api_id']),
    quantity: Number(line['current_quantity'] ?? line['quantity']),
    line,
  }));
}
