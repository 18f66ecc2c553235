import { amazonRefusal } from './amazon-refusal.ts';
import type { AmazonVendorState, FakePurchaseOrder, FakePurchaseOrderItem } from './amazon-vendor-state.ts';

const longestRange = 7 * 86_400_000;

/** `getPurchaseOrders`: one range of at most seven days, by creation or by change, page by page. */
export function purchaseOrders({ orders }: AmazonVendorState, query: URLSearchParams): Response {
  const by = query.has('changedAfter') ? 'changed' : 'created';
  const from = Date.parse(query.get(`${by}After`) ?? '');
  const to = Date.parse(query.get(`${by}Before`) ?? '');
  const limit = Number(query.get('limit') ?? 100);
  if (Number.isNaN(from) || Number.isNaN(to) || to - from > longestRange || limit > 100) {
    return amazonRefusal(400, 'InvalidRequest', 'The request is invalid.');
  }
  const at = by === 'changed' ? 'changedAt' : 'createdAt';
  const found = orders
    .filter((order) => order[at] >= from && order[at] <= to)
    .filter((order) => by === 'created' || order.changedAt > order.createdAt)
    .sort((a, b) => a.createdAt - b.createdAt);
  const skip = Number(atob(query.get('nextToken') ?? btoa('0')));
  const page = found.slice(skip, skip + limit);
  const pagination = skip + limit < found.length ? { nextToken: btoa(String(skip + limit)) } : undefined;
  return Response.json({ payload: { ...(pagination && { pagination }), orders: page.map(orderRecord) } });
}

function orderRecord({ number, createdAt, changedAt, status, details, items }: FakePurchaseOrder): object {
  const answered = items.every(({ ordered, accepted, rejected }) => accepted + rejected === ordered);
  return {
    purchaseOrderNumber: number,
    purchaseOrderState: status === 'CLOSED' ? 'Closed' : answered ? 'Acknowledged' : 'New',
    orderDetails: {
      purchaseOrderDate: instant(createdAt),
      ...(changedAt > createdAt && { purchaseOrderChangedDate: instant(changedAt) }),
      purchaseOrderStateChangedDate: instant(createdAt),
      items: items.map(({ itemSequenceNumber, asin, vendorItem, ordered }) => ({
        itemSequenceNumber,
        amazonProductIdentifier: asin,
        vendorProductIdentifier: vendorItem,
        orderedQuantity: eaches(ordered),
        isBackOrderAllowed: false,
        netCost: { amount: '3.25', currencyCode: 'USD' },
      })),
      ...details,
    },
  };
}

/** `getPurchaseOrdersStatus`: one order, or those of a range. */
export function purchaseOrdersStatus({ orders }: AmazonVendorState, query: URLSearchParams): Response {
  const number = query.get('purchaseOrderNumber');
  const after = Date.parse(query.get('createdAfter') ?? '');
  if (number === null && Number.isNaN(after)) return amazonRefusal(400, 'InvalidRequest', 'The request is invalid.');
  const found = orders.filter((order) => (number === null ? order.createdAt >= after : order.number === number));
  return Response.json({ payload: { ordersStatus: found.slice(0, 100).map(statusRecord) } });
}

function statusRecord({ number, createdAt, changedAt, status, details, items }: FakePurchaseOrder): object {
  return {
    purchaseOrderNumber: number,
    purchaseOrderStatus: status,
    purchaseOrderDate: instant(createdAt),
    lastUpdatedDate: instant(changedAt),
    sellingParty: details['sellingParty'],
    shipToParty: details['shipToParty'],
    itemStatus: items.map(itemStatus),
  };
}

function itemStatus(item: FakePurchaseOrderItem): object {
  const { ordered, accepted, rejected, received } = item;
  const confirmationStatus =
    accepted + rejected === 0
      ? 'UNCONFIRMED'
      : accepted === 0
        ? 'REJECTED'
        : accepted < ordered
          ? 'PARTIALLY_ACCEPTED'
          : 'ACCEPTED';
  return {
    itemSequenceNumber: item.itemSequenceNumber,
    buyerProductIdentifier: item.asin,
    vendorProductIdentifier: item.vendorItem,
    orderedQuantity: { orderedQuantity: eaches(ordered) },
    acknowledgementStatus: {
      confirmationStatus,
      acceptedQuantity: eaches(accepted),
      rejectedQuantity: eaches(rejected),
    },
    receivingStatus: {
      receiveStatus: received === 0 ? 'NOT_RECEIVED' : received < accepted ? 'PARTIALLY_RECEIVED' : 'RECEIVED',
      receivedQuantity: eaches(received),
    },
  };
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const eaches = (amount: number): object => ({ amount, unitOfMeasure: 'Eaches', unitSize: 1 });
