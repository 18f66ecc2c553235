import type { AcknowledgedLine, Issue, LineResponse, OrderAcknowledgment, Result } from '@dist/canonical';
import { issueOf } from '../amazon/issue-of.ts';
import { noonOf } from '../amazon/noon-of.ts';
import { present } from '../port/present.ts';
import { encodeParty } from './encode-party.ts';
import { Faults } from './faults.ts';
import { encodeQuantity } from './item-quantity.ts';

/** Why Amazon may be told that a line is rejected (`rejectionReason` of the model vendorOrders). */
export type AmazonRejection = 'TemporarilyUnavailable' | 'InvalidProductIdentifier' | 'ObsoleteProduct';

export interface AcknowledgmentOptions {
  /** Vendor code, where the acknowledgment names none. */
  readonly vendorCode?: string | undefined;
  /** Amazon's reason for a reason of ours; `''` for a rejection without one. Beside those that mean the same in any case. */
  readonly rejectionReasons?: Readonly<Record<string, AmazonRejection>> | undefined;
}

/**
 * An acknowledgment as `submitAcknowledgement` takes it: what an 855 says. Amazon counts the whole of each line: accepted,
 * backordered, rejected. It knows no substitute, no other price, and three reasons: what does not fit is an issue, since
 * another reason would be a false one.
 */
export function encodeAcknowledgment(
  acknowledgment: OrderAcknowledgment,
  options: AcknowledgmentOptions = {},
): Result<{ readonly acknowledgements: readonly object[] }> {
  const faults = new Faults();
  const sellingParty = faults.take(encodeParty(acknowledgment.parties, 'seller', options.vendorCode));
  const items = acknowledgment.lines.map((line, at) => itemOf(acknowledgment, line, at, faults, options));
  if (acknowledgment.changeNumber !== undefined) {
    faults.issues.push(issueOf('change', ['changeNumber'], 'Amazon is answered to orders, not to changes of them'));
  }
  if (faults.issues.length > 0) return { ok: false, issues: faults.issues };
  const { orderNumber, acknowledgedOn } = acknowledgment;
  const one = {
    purchaseOrderNumber: orderNumber,
    sellingParty,
    acknowledgementDate: noonOf(acknowledgedOn),
    items,
  };
  return { ok: true, value: { acknowledgements: [one] }, issues: [] };
}

function itemOf(
  { currency }: OrderAcknowledgment,
  line: AcknowledgedLine,
  at: number,
  faults: Faults,
  options: AcknowledgmentOptions,
): object {
  const path = ['lines', at];
  const { price, acceptedPrice } = line;
  if (acceptedPrice !== undefined && acceptedPrice !== price?.amount) {
    const text = `Amazon takes the cost of the order only: ${acceptedPrice} is not ${price?.amount}`;
    faults.issues.push(issueOf('price', [...path, 'acceptedPrice'], text));
  }
  const orderedQuantity = faults.take(encodeQuantity(line.quantity, [...path, 'quantity']));
  return present({
    itemSequenceNumber: line.lineId,
    amazonProductIdentifier: line.ids.find(({ scheme }) => scheme === 'buyer')?.value,
    vendorProductIdentifier: line.ids.find(({ scheme }) => scheme === 'seller')?.value,
    orderedQuantity,
    netCost: price && { currencyCode: currency, amount: price.amount },
    itemAcknowledgements: line.responses
      .map((response, index) => responseOf(response, [...path, 'responses', index], faults, options))
      .filter((one) => one !== undefined),
  });
}

const codes: Readonly<Record<LineResponse['status'], 'Accepted' | 'Backordered' | 'Rejected' | undefined>> = {
  accepted: 'Accepted',
  acceptedWithChange: 'Accepted',
  backordered: 'Backordered',
  rejected: 'Rejected',
  cancelled: 'Rejected',
  substituted: undefined,
};

const reasons: Readonly<Record<string, AmazonRejection>> = {
  outOfStock: 'TemporarilyUnavailable',
  itemUnknown: 'InvalidProductIdentifier',
  discontinued: 'ObsoleteProduct',
};

function responseOf(
  { status, quantity, reason = '', shipDate, deliveryDate }: LineResponse,
  path: Issue['path'],
  faults: Faults,
  { rejectionReasons = {} }: AcknowledgmentOptions,
): object | undefined {
  const code = codes[status];
  if (code === undefined) {
    faults.issues.push(issueOf('substitute', path, 'Amazon takes no substitute: reject the line'));
    return undefined;
  }
  const acknowledgedQuantity = faults.take(encodeQuantity(quantity, [...path, 'quantity']));
  if (acknowledgedQuantity?.amount === 0) return undefined;
  const known = { ...reasons, ...rejectionReasons };
  const rejectionReason = Object.hasOwn(known, reason) ? known[reason] : undefined;
  if (code === 'Rejected' && rejectionReason === undefined) {
    const text = `Amazon has no reason for "${reason}": say one by rejectionReasons`;
    faults.issues.push(issueOf('rejection-reason', [...path, 'reason'], text));
  }
  return present({
    acknowledgementCode: code,
    acknowledgedQuantity,
    scheduledShipDate: shipDate && noonOf(shipDate),
    scheduledDeliveryDate: deliveryDate && noonOf(deliveryDate),
    rejectionReason: code === 'Rejected' ? rejectionReason : undefined,
  });
}
