import { connection } from './connection.ts';
import type { Selection } from './parse-document.ts';
import { linesOf, type ShopOrder, type WebhookOrder } from './shop-state.ts';

/** An order as the type Order of the Admin API has it. */
export function orderView(order: ShopOrder): object {
  const { webhook } = order;
  const money = moneyOf(webhook);
  const company = partOf(webhook['company']);
  const customer = partOf(webhook['customer']);
  const terms = partOf(webhook['payment_terms']);
  const shipping = listOf(webhook['shipping_lines']);
  const total = money(webhook, 'total_price');
  return {
    __typename: 'Order',
    id: webhook['admin_graphql_api_id'],
    name: webhook['name'],
    test: webhook['test'] ?? false,
    createdAt: utc(Date.parse(String(webhook['created_at']))),
    updatedAt: utc(order.updatedAt),
    cancelledAt: order.cancelledAt === undefined ? null : utc(order.cancelledAt),
    closed: order.closed,
    displayFulfillmentStatus: order.fulfillmentStatus ?? fulfillmentStatusOf(order),
    displayFinancialStatus: String(webhook['financial_status'] ?? 'paid').toUpperCase(),
    currencyCode: webhook['currency'],
    presentmentCurrencyCode: webhook['presentment_currency'] ?? webhook['currency'],
    taxesIncluded: webhook['taxes_included'] ?? false,
    note: webhook['note'],
    poNumber: webhook['po_number'],
    totalPriceSet: total,
    currentTotalPriceSet: webhook['current_total_price'] === undefined ? total : money(webhook, 'current_total_price'),
    paymentTerms: terms && { dueInDays: terms['due_in_days'] ?? null, paymentTermsName: terms['payment_terms_name'] },
    customer: customer && { id: customer['admin_graphql_api_id'] },
    purchasingEntity: company
      ? {
          __typename: 'PurchasingCompany',
          company: { id: `gid://shopify/Company/${company['id']}` },
          location: { id: `gid://shopify/CompanyLocation/${company['location_id']}` },
        }
      : null,
    billingAddress: addressOf(webhook['billing_address']),
    shippingAddress: addressOf(webhook['shipping_address']),
    taxLines: listOf(webhook['tax_lines']).map((tax) => ({ title: tax['title'], priceSet: money(tax, 'price') })),
    shippingLines: (selection: Selection) =>
      connection(
        shipping
          .filter((line) => selection.args['includeRemovals'] === true || line['is_removed'] !== true)
          .map((line) => ({
            title: line['title'],
            code: line['code'],
            isRemoved: line['is_removed'] ?? false,
            discountedPriceSet: money(line, 'discounted_price'),
          })),
        selection,
      ),
    lineItems: (selection: Selection) => connection(lineViews(order, money), selection),
    metafield: ({ args }: Selection) => {
      const value = order.metafields.get(`${args['namespace']}.${args['key']}`);
      return value === undefined ? null : { value };
    },
    fulfillments: () => order.fulfillments.map(fulfillmentView),
    fulfillmentOrders: (selection: Selection) =>
      connection(order.fulfillmentOrders.map(fulfillmentOrderView), selection),
  };
}

/** A fulfillment as the type Fulfillment has it. */
export function fulfillmentView({ id, status, numbers, lines }: ShopOrder['fulfillments'][number]): object {
  return {
    id,
    status,
    totalQuantity: lines.reduce((total, { quantity }) => total + quantity, 0),
    trackingInfo: numbers.map((number) => ({ number })),
    fulfillmentLineItems: (selection: Selection) =>
      connection(
        lines.map(({ lineItem, quantity }) => ({ quantity, lineItem: { id: lineItem } })),
        selection,
      ),
  };
}

/** A fulfillment order as the type FulfillmentOrder has it. */
export function fulfillmentOrderView({ id, status, holds, lines }: ShopOrder['fulfillmentOrders'][number]): object {
  return {
    id,
    status,
    fulfillmentHolds: holds.map(({ reason, notes }) => ({ reason, displayReason: reason, reasonNotes: notes ?? null })),
    lineItems: (selection: Selection) =>
      connection(
        lines.map((line) => ({ id: line.id, remainingQuantity: line.remaining, lineItem: { id: line.lineItem } })),
        selection,
      ),
  };
}

/** How many pieces of a line are ordered now. */
export function quantityOf(order: ShopOrder, lineItem: string): number {
  const line = linesOf(order.webhook).find(({ id }) => id === lineItem);
  return order.quantities.get(lineItem) ?? line?.quantity ?? 0;
}

/** How many pieces of a line have left. */
export function shippedOf(order: ShopOrder, lineItem: string): number {
  return order.fulfillments
    .filter(({ status }) => status === 'SUCCESS')
    .flatMap(({ lines }) => lines)
    .reduce((total, line) => (line.lineItem === lineItem ? total + line.quantity : total), 0);
}

function fulfillmentStatusOf(order: ShopOrder): string {
  if (order.fulfillmentOrders.some(({ status }) => status === 'ON_HOLD')) return 'ON_HOLD';
  const lines = linesOf(order.webhook).filter(({ id }) => quantityOf(order, id) > 0);
  const shipped = lines.filter(({ id }) => shippedOf(order, id) >= quantityOf(order, id));
  if (lines.length > 0 && shipped.length === lines.length) return 'FULFILLED';
  return lines.some(({ id }) => shippedOf(order, id) > 0) ? 'PARTIALLY_FULFILLED' : 'UNFULFILLED';
}

type Money = (record: WebhookOrder, field: string) => object;

function lineViews(order: ShopOrder, money: Money): object[] {
  return linesOf(order.webhook).map(({ id, line }) => ({
    id,
    sku: line['sku'],
    name: line['name'],
    quantity: line['quantity'],
    currentQuantity: quantityOf(order, id),
    unfulfilledQuantity: Math.max(quantityOf(order, id) - shippedOf(order, id), 0),
    variant: line['variant_id'] ? { id: `gid://shopify/ProductVariant/${line['variant_id']}` } : null,
    originalUnitPriceSet: money(line, 'price'),
    discountAllocations: listOf(line['discount_allocations']).map((one) => ({
      allocatedAmountSet: money(one, 'amount'),
    })),
  }));
}

/** Amounts as MoneyBag: the webhook has the same in `…_set`, where it has both currencies. */
function moneyOf(webhook: WebhookOrder): Money {
  const shop = webhook['currency'];
  const presentment = webhook['presentment_currency'] ?? shop;
  return (record, field) => {
    const set = partOf(record[`${field}_set`]);
    const told = partOf(set?.['presentment_money'])?.['amount'];
    return {
      shopMoney: { amount: record[field], currencyCode: shop },
      presentmentMoney: { amount: told ?? record[field], currencyCode: presentment },
    };
  };
}

function addressOf(value: unknown): object | null {
  const address = partOf(value);
  if (address === undefined) return null;
  const { name, company, address1, address2, city, zip, phone } = address;
  return {
    name,
    company,
    address1,
    address2,
    city,
    provinceCode: address['province_code'],
    zip,
    countryCodeV2: address['country_code'],
    phone,
  };
}

function partOf(value: unknown): WebhookOrder | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function listOf(value: unknown): readonly WebhookOrder[] {
  return Array.isArray(value) ? value : [];
}

/** Shopify tells whole seconds. */
function utc(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
