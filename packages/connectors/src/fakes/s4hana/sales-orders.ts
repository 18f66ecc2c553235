import { gatewayError } from './gateway-error.ts';
import type { FakeItem, FakeSalesOrder, S4hanaState } from './s4hana-state.ts';

/** What the fake looks at of a deep insert; every other field of the service is taken and forgotten. */
interface Posted {
  readonly PurchaseOrderByShipToParty?: string;
  readonly PurchaseOrderByCustomer?: string;
  readonly to_Item?: { readonly results: readonly PostedItem[] };
}

interface PostedItem extends Partial<FakeItem> {
  readonly to_PricingElement?: {
    readonly results: readonly { readonly ConditionRateValue?: string; readonly ConditionQuantity?: string }[];
  };
}

/** Makes an order, each time anew: SAP knows no repeat (KBA 2931385). */
export function insertOrder(state: S4hanaState, body: Posted): Response {
  const items = body.to_Item?.results ?? [];
  const unknown = items.find(({ Material }) => !state.products.some(({ Product }) => Product === Material));
  if (unknown !== undefined) {
    const text = `Material ${unknown.Material} is not defined for sales org.1710, distr.chan.10, language EN`;
    return gatewayError(400, 'V1/321', text);
  }
  const order: FakeSalesOrder = {
    SalesOrder: String(1000 + state.orders.length),
    PurchaseOrderByShipToParty: body.PurchaseOrderByShipToParty ?? '',
    PurchaseOrderByCustomer: body.PurchaseOrderByCustomer ?? '',
    status: 'A',
    version: 1,
    items: items.map((item, at) => ({
      SalesOrderItem: String((at + 1) * 10),
      UnderlyingPurchaseOrderItem: item.UnderlyingPurchaseOrderItem ?? '',
      Material: item.Material ?? '',
      RequestedQuantity: item.RequestedQuantity ?? '0',
      RequestedQuantityUnit: item.RequestedQuantityUnit ?? 'PC',
      SalesDocumentRjcnReason: '',
      delivered: '0',
      price: priceOf(item),
    })),
  };
  state.orders.push(order);
  return Response.json({ d: orderRecord(order, false) }, { status: 201 });
}

function priceOf({ to_PricingElement: pricing }: PostedItem): number | undefined {
  const [condition] = pricing?.results ?? [];
  if (condition?.ConditionRateValue === undefined) return undefined;
  return Number(condition.ConditionRateValue) / Number(condition.ConditionQuantity ?? 1);
}

/** Changes one item; `If-Match` must be there, and of the version that the order has. */
export function changeItem(
  state: S4hanaState,
  path: string,
  ifMatch: string | null,
  fields: Partial<FakeItem>,
): Response {
  const [, number, own] = /\(SalesOrder='(\d+)',SalesOrderItem='(\d+)'\)$/.exec(path) ?? [];
  const order = state.orders.find(({ SalesOrder }) => SalesOrder === number);
  const item = order?.items.find(({ SalesOrderItem }) => SalesOrderItem === own);
  if (order === undefined || item === undefined)
    return gatewayError(404, 'V1/302', `SD document ${number} is not in the database or has been archived`);
  if (ifMatch === null) return gatewayError(428, '/IWFND/CM_MGW/000', 'Precondition required');
  if (ifMatch !== etagOf(order)) return gatewayError(412, '/IWFND/CM_MGW/000', 'Precondition failed');
  Object.assign(item, fields);
  order.version++;
  return new Response(null, { status: 204 });
}

/** An order as the service answers it. */
export function orderRecord(order: FakeSalesOrder, whole = true): Record<string, unknown> {
  const rejected = order.items.filter(({ SalesDocumentRjcnReason: reason }) => reason !== '').length;
  return {
    __metadata: { etag: etagOf(order) },
    SalesOrder: order.SalesOrder,
    PurchaseOrderByShipToParty: order.PurchaseOrderByShipToParty,
    PurchaseOrderByCustomer: order.PurchaseOrderByCustomer,
    LastChangeDateTime: `/Date(${Date.UTC(2026, 2, 2, 8, 0, order.version)}+0000)/`,
    OverallSDProcessStatus: order.status,
    OverallDeliveryStatus: 'A',
    OverallOrdReltdBillgStatus: '',
    OverallSDDocumentRejectionSts: rejected === 0 ? 'A' : rejected === order.items.length ? 'C' : 'B',
    TotalCreditCheckStatus: '',
    DeliveryBlockReason: '',
    HeaderBillingBlockReason: '',
    to_Item: { results: order.items.map((item) => itemRecord(order, item, whole)) },
  };
}

/** An item as the service answers it. */
export function itemRecord(
  order: FakeSalesOrder,
  { delivered, price: _, ...item }: FakeItem,
  whole = true,
): Record<string, unknown> {
  return {
    __metadata: { etag: etagOf(order) },
    SalesOrder: order.SalesOrder,
    ...item,
    ...(whole && { to_ScheduleLine: { results: [{ DeliveredQtyInOrderQtyUnit: delivered }] } }),
  };
}

function etagOf({ version }: FakeSalesOrder): string {
  return `W/"datetimeoffset'2026-03-02T08%3A00%3A${String(version).padStart(2, '0')}Z'"`;
}
