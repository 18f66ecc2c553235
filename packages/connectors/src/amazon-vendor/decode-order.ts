import { type Freight, type Issue, Order, type OrderLine, type Party, type Result, validate } from '@dist/canonical';
import { dayInZone } from '../amazon/day-in-zone.ts';
import { issueOf } from '../amazon/issue-of.ts';
import { present } from '../port/present.ts';
import { decodeQuantity } from './item-quantity.ts';
import { type MoneyWire, type OrderDetailsWire, type OrderItemWire, orderWire, type PartyWire } from './order-wire.ts';

/**
 * A purchase order of Amazon as a canonical Order: what an 850 says, in the JSON of the model vendorOrders. Days are those
 * of the zone of the warehouses, since Amazon sends them as instants. Lines that Amazon has cancelled have the quantity 0
 * and are left out; an order of nothing else is no order any more, and told as the issue `order-cancelled`.
 * Code and not a map: windows of two instants in one text, days by a zone, and units by the size of a case have no rule in
 * maps.
 */
export function decodeOrder(json: unknown, timeZone: string): Result<Order> {
  const read = validate(orderWire, json);
  if (!read.ok) return { ok: false, issues: read.issues };
  const { purchaseOrderNumber: number, purchaseOrderState: state, orderDetails: details } = read.value;
  const issues: Issue[] = [];
  const currency = currencyOf(details.items, issues);
  if (details.items.every(({ orderedQuantity }) => orderedQuantity.amount === 0)) {
    issues.push(issueOf('order-cancelled', ['orderDetails', 'items'], `Amazon has cancelled all of ${number}`));
  }
  const lines = details.items.flatMap((item, at) => {
    if (item.orderedQuantity.amount === 0) return [];
    const line = lineOf(item, ['orderDetails', 'items', at], issues);
    return line === undefined ? [] : [line];
  });
  if (issues.length > 0) return { ok: false, issues };
  const { sellingParty, dealCode } = details;
  return validate(
    Order,
    present<Order>({
      kind: 'order',
      version: '1',
      purpose: 'original',
      number,
      type: details.purchaseOrderType,
      channel: 'edi',
      currency,
      placedAt: details.purchaseOrderDate,
      dates: datesOf(details, timeZone),
      parties: partiesOf(details),
      freight: freightOf(details),
      references: [
        ...(sellingParty === undefined ? [] : [{ type: 'vendorNumber', value: sellingParty.partyId }]),
        ...(dealCode === undefined ? [] : [{ type: 'promotion', value: dealCode }]),
      ],
      lines,
      notes: notesOf(details),
      ext: { 'amazon-vendor': present({ state, paymentMethod: details.paymentMethod, ...importOf(details) }) },
    }),
  );
}

/** A canonical order has one currency; Amazon says it for each price. */
function currencyOf(items: readonly OrderItemWire[], issues: Issue[]): string {
  const all = items.map(({ netCost, listPrice }) => netCost?.currencyCode ?? listPrice?.currencyCode);
  const [first, second] = new Set(all.filter((one) => one !== undefined));
  if (first === undefined) issues.push(issueOf('currency', ['orderDetails', 'items'], 'no item has a price'));
  if (second !== undefined) {
    issues.push(issueOf('currency', ['orderDetails', 'items'], `the prices are in ${first} and in ${second}`));
  }
  return first ?? '';
}

function lineOf(item: OrderItemWire, path: Issue['path'], issues: Issue[]): OrderLine | undefined {
  const quantity = decodeQuantity(item.orderedQuantity);
  if (quantity === undefined) {
    const { unitOfMeasure } = item.orderedQuantity;
    issues.push(issueOf('unit', [...path, 'orderedQuantity', 'unitOfMeasure'], `${unitOfMeasure} is no known unit`));
    return undefined;
  }
  const { unitSize } = item.orderedQuantity;
  const { amazonProductIdentifier: asin, vendorProductIdentifier: own, netCost, listPrice } = item;
  return present<OrderLine>({
    lineId: item.itemSequenceNumber,
    ids: [
      ...(asin === undefined ? [] : [{ scheme: 'buyer' as const, value: asin }]),
      ...(own === undefined ? [] : [{ scheme: 'seller' as const, value: own }]),
    ],
    quantity,
    price: netCost && priceOf(netCost, quantity.unit),
    packSize: quantity.unit === 'XCS' && unitSize !== undefined ? String(unitSize) : undefined,
    ext: { 'amazon-vendor': present({ isBackOrderAllowed: item.isBackOrderAllowed, listPrice: listPrice?.amount }) },
  });
}

const weightUnits: Readonly<Record<string, string>> = {
  POUNDS: 'LBR',
  OUNCES: 'ONZ',
  GRAMS: 'GRM',
  KILOGRAMS: 'KGM',
};

/** "The net cost of an item per each or weight unit", also where cases are ordered. */
function priceOf({ amount, unitOfMeasure }: MoneyWire, ordered: string): OrderLine['price'] {
  if (amount === undefined) return undefined;
  const unit = unitOfMeasure === undefined ? 'C62' : weightUnits[unitOfMeasure.toUpperCase()];
  return present({ amount, unit: unit === ordered ? undefined : unit });
}

function datesOf(details: OrderDetailsWire, timeZone: string): Order['dates'] {
  const dayOf = dayInZone(timeZone);
  const [shipFrom, shipUntil] = windowOf(details.shipWindow);
  const [, deliverUntil] = windowOf(details.deliveryWindow);
  const day = (instant: string | undefined) => (instant === undefined ? undefined : dayOf(instant));
  return present({
    ordered: dayOf(details.purchaseOrderDate),
    shipNotBefore: day(shipFrom),
    shipNotAfter: day(shipUntil),
    deliverBy: day(deliverUntil),
  });
}

/** `<start>--<end>` (`DateTimeInterval` of the model); nothing of what is no interval. */
function windowOf(text: string | undefined): readonly (string | undefined)[] {
  const ends = text?.split('--') ?? [];
  return ends.length === 2 && ends.every((end) => !Number.isNaN(Date.parse(end))) ? ends : [];
}

function partiesOf({ buyingParty, sellingParty, shipToParty, billToParty }: OrderDetailsWire): Order['parties'] {
  return present({
    buyer: buyingParty && partyOf(buyingParty),
    seller: sellingParty && partyOf(sellingParty),
    shipTo: shipToParty && partyOf(shipToParty),
    billTo: billToParty && partyOf(billToParty),
  });
}

/** Codes of warehouses and vendors are of Amazon's making. */
function partyOf({ partyId, address, taxInfo }: PartyWire): Party {
  const { name, addressLine1, addressLine2, addressLine3, city, stateOrRegion, postalCode, countryCode, phone } =
    address ?? {};
  const lines = [addressLine1, addressLine2, addressLine3].filter((line) => line !== undefined);
  const place = { lines, city, region: stateOrRegion, postalCode, country: countryCode };
  return present<Party>({
    name,
    ids: [{ scheme: 'buyer', value: partyId }],
    address: address === undefined ? undefined : present(place),
    contacts: phone === undefined ? undefined : [{ phone }],
    taxIds: taxInfo && [{ type: taxInfo.taxRegistrationType.toLowerCase(), value: taxInfo.taxRegistrationNumber }],
  });
}

const payments: Readonly<Record<string, Freight['payment']>> = {
  PaidByBuyer: 'collect',
  CollectOnDelivery: 'collect',
  DefinedByBuyerAndSeller: 'definedByParties',
  PrepaidBySeller: 'prepaid',
  PaidBySeller: 'prepaid',
};

/** Incoterms 2010 by their names in the model. */
const incoterms: Readonly<Record<string, string>> = {
  ExWorks: 'EXW',
  FreeCarrier: 'FCA',
  FreeOnBoard: 'FOB',
  FreeAlongSideShip: 'FAS',
  CarriagePaidTo: 'CPT',
  CostAndFreight: 'CFR',
  CarriageAndInsurancePaidTo: 'CIP',
  CostInsuranceAndFreight: 'CIF',
  DeliveredAtTerminal: 'DAT',
  DeliveredAtPlace: 'DAP',
  DeliverDutyPaid: 'DDP',
};

function freightOf({ importDetails }: OrderDetailsWire): Freight | undefined {
  const { methodOfPayment, internationalCommercialTerms: terms } = importDetails ?? {};
  const payment = methodOfPayment === undefined ? undefined : payments[methodOfPayment];
  if (payment === undefined) return undefined;
  return present({ payment, incoterm: terms === undefined ? undefined : incoterms[terms] });
}

function notesOf({ importDetails }: OrderDetailsWire): string[] | undefined {
  const note = importDetails?.shippingInstructions;
  return note === undefined ? undefined : [note];
}

/** What of an import has no place of its own, in Amazon's words. */
function importOf({ importDetails }: OrderDetailsWire): Record<string, string | undefined> {
  if (importDetails === undefined) return {};
  const { methodOfPayment, internationalCommercialTerms, portOfDelivery, importContainers } = importDetails;
  return { methodOfPayment, internationalCommercialTerms, portOfDelivery, importContainers };
}
