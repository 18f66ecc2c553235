import {
  type AllowanceCharge,
  type Issue,
  Order,
  type OrderLine,
  type Party,
  type Result,
  validate,
} from '@dist/canonical';
import { isNegative, negate } from '@dist/canonical/arithmetic';
import { dayInZone } from '../amazon/day-in-zone.ts';
import { issueOf } from '../amazon/issue-of.ts';
import { present } from '../port/present.ts';
import { type AddressWire, orderWire, type SellerItemWire, type SellerOrderWire } from './order-wire.ts';

/**
 * An order of a marketplace as a canonical Order. Lines that are cancelled have the quantity 0 and are left out. The buyer's
 * name and address are there where the application may see them. Code and not a map: the currency stands at each amount,
 * and days are told by a zone.
 */
export function decodeOrder(json: unknown, timeZone: string): Result<Order> {
  const read = validate(orderWire, json);
  if (!read.ok) return { ok: false, issues: read.issues };
  const order = read.value;
  const issues: Issue[] = [];
  const currency = currencyOf(order, issues);
  const live = order.orderItems.filter(({ quantityOrdered }) => quantityOrdered > 0);
  if (live.length === 0) {
    issues.push(issueOf('order-cancelled', ['orderItems'], `nothing of ${order.orderId} is ordered any more`));
  }
  if (issues.length > 0) return { ok: false, issues };
  const { fulfillment } = order;
  return validate(
    Order,
    present<Order>({
      kind: 'order',
      version: '1',
      purpose: fulfillment?.fulfillmentStatus === 'CANCELLED' ? 'cancellation' : 'original',
      number: order.orderId,
      channel: 'shop',
      currency,
      placedAt: order.createdTime,
      dates: datesOf(order, timeZone),
      parties: partiesOf(order),
      routing:
        fulfillment?.fulfillmentServiceLevel === undefined
          ? undefined
          : { service: fulfillment.fulfillmentServiceLevel },
      references: referencesOf(order),
      lines: live.map(lineOf),
      allowancesCharges: chargesOf(order),
      taxes: taxesOf(order),
      ext: {
        'amazon-seller': present({
          marketplaceId: order.salesChannel.marketplaceId,
          fulfillmentStatus: fulfillment?.fulfillmentStatus,
          fulfilledBy: fulfillment?.fulfilledBy,
          programs: order.programs,
          grandTotal: order.proceeds?.grandTotal?.amount,
        }),
      },
    }),
  );
}

function currencyOf({ proceeds, orderItems }: SellerOrderWire, issues: Issue[]): string {
  const all = [proceeds?.grandTotal, ...orderItems.map(({ product }) => product.price?.unitPrice)];
  const [first, second] = new Set(all.flatMap((money) => (money === undefined ? [] : [money.currencyCode])));
  if (first === undefined)
    issues.push(issueOf('currency', ['proceeds'], 'no amount: an order that is pending has none'));
  if (second !== undefined) issues.push(issueOf('currency', ['proceeds'], `amounts are in ${first} and in ${second}`));
  return first ?? '';
}

function datesOf({ fulfillment, createdTime }: SellerOrderWire, timeZone: string): Order['dates'] {
  const dayOf = dayInZone(timeZone);
  const day = (instant: string | undefined) =>
    instant === undefined || Number.isNaN(Date.parse(instant)) ? undefined : dayOf(instant);
  return present({
    ordered: day(createdTime),
    shipNotAfter: day(fulfillment?.shipByWindow?.latestDateTime),
    deliverBy: day(fulfillment?.deliverByWindow?.latestDateTime),
  });
}

function partiesOf({ buyer, recipient }: SellerOrderWire): Order['parties'] {
  const email = buyer?.buyerEmail;
  return present({
    buyer:
      buyer &&
      present<Party>({
        name: buyer.buyerCompanyName ?? buyer.buyerName,
        ids: [],
        contacts: email === undefined ? undefined : [{ role: 'buyer', email }],
      }),
    shipTo: recipient?.deliveryAddress && placeOf(recipient.deliveryAddress),
  });
}

function placeOf(address: AddressWire): Party {
  const { addressLine1, addressLine2, addressLine3, city, stateOrRegion, postalCode, countryCode, phone } = address;
  const lines = [addressLine1, addressLine2, addressLine3].filter((line) => line !== undefined);
  return present<Party>({
    name: address.name,
    additionalName: address.companyName,
    ids: [],
    address: present({ lines, city, region: stateOrRegion, postalCode, country: countryCode }),
    contacts: phone === undefined ? undefined : [{ phone }],
  });
}

function referencesOf({ orderAliases, buyer }: SellerOrderWire): Order['references'] {
  const own = orderAliases?.find(({ aliasType }) => aliasType === 'SELLER_ORDER_ID')?.aliasId;
  const bought = buyer?.buyerPurchaseOrderNumber;
  return [
    ...(own === undefined || own === '' ? [] : [{ type: 'sellerOrderNumber', value: own }]),
    ...(bought === undefined ? [] : [{ type: 'purchaseOrder', value: bought }]),
  ];
}

function lineOf({ orderItemId, quantityOrdered, product }: SellerItemWire): OrderLine {
  const { asin, sellerSku, title, price } = product;
  return present<OrderLine>({
    lineId: orderItemId,
    ids: [
      ...(sellerSku === undefined ? [] : [{ scheme: 'seller' as const, value: sellerSku }]),
      ...(asin === undefined ? [] : [{ scheme: 'channel' as const, value: asin }]),
    ],
    description: title,
    quantity: { value: String(quantityOrdered), unit: 'C62' },
    price: price?.unitPrice && { amount: price.unitPrice.amount },
  });
}

/** X12 1300 for freight and discount; the rest in Amazon's word. */
const codes: Readonly<Record<string, string>> = { SHIPPING: 'D240', DISCOUNT: 'C310' };

function chargesOf({ proceeds }: SellerOrderWire): AllowanceCharge[] | undefined {
  const all = (proceeds?.breakdowns ?? []).filter(({ type }) => type !== 'ITEM' && type !== 'TAX');
  const charges = all.map(({ type, subtotal }): AllowanceCharge => {
    const below = isNegative(subtotal.amount);
    return {
      kind: below || type === 'DISCOUNT' ? 'allowance' : 'charge',
      code: codes[type] ?? type,
      amount: below ? negate(subtotal.amount) : subtotal.amount,
      description: type,
    };
  });
  return charges.length === 0 ? undefined : charges;
}

function taxesOf({ proceeds }: SellerOrderWire): Order['taxes'] {
  const all = (proceeds?.breakdowns ?? []).filter(({ type }) => type === 'TAX');
  return all.length === 0 ? undefined : all.map(({ subtotal }) => ({ category: 'TAX', amount: subtotal.amount }));
}
