import type { Issue, PackedItem, Result, Shipment } from '@dist/canonical';
import { sum } from '@dist/canonical/arithmetic';
import { issueOf } from '../amazon/issue-of.ts';
import { noonOf } from '../amazon/noon-of.ts';
import { present } from '../port/present.ts';

/** How a carrier is called at Amazon. */
export interface AmazonCarrier {
  readonly code: string;
  readonly name?: string | undefined;
}

/** One `ConfirmShipmentRequest` for each package that has a tracking number. */
export interface ConfirmedPackage {
  readonly packageReferenceId: string;
  readonly body: object;
}

const carriers: Readonly<Record<string, AmazonCarrier>> = {
  UPSN: { code: 'UPS' },
  FDEG: { code: 'FedEx' },
  FDXE: { code: 'FedEx' },
  USPS: { code: 'USPS' },
};

/**
 * The packages of a shipment as `confirmShipment` takes them, those of one order only. A carton with a tracking number of
 * its own is a package; everything else goes with the number of the shipment's carrier.
 */
export function encodePackages(
  shipment: Shipment,
  channelOrderId: string,
  settings: { readonly marketplaceId: string; readonly carriers?: Readonly<Record<string, AmazonCarrier>> | undefined },
): Result<readonly ConfirmedPackage[]> {
  const issues: Issue[] = [];
  const items = shipment.items.filter(({ orderNumber }) => orderNumber === channelOrderId);
  if (items.length === 0) issues.push(issueOf('order', ['items'], `nothing in it is of order ${channelOrderId}`));
  const cartons = new Map(shipment.units.map(({ unitId, trackingNumber }) => [unitId, trackingNumber]));
  const byNumber = new Map<string, PackedItem[]>();
  for (const [at, item] of items.entries()) {
    const number = cartons.get(item.unitId ?? '') ?? shipment.carrier.trackingNumber;
    if (number === undefined) issues.push(issueOf('tracking-number', ['items', at], 'it has no tracking number'));
    else byNumber.set(number, [...(byNumber.get(number) ?? []), item]);
  }
  const { scac = '', name } = shipment.carrier;
  const known = { ...carriers, ...settings.carriers };
  const carrier = Object.hasOwn(known, scac) ? known[scac] : { code: 'Other', name: name ?? scac };
  if (carrier?.code === 'Other' && (carrier.name ?? '') === '') {
    issues.push(issueOf('carrier', ['carrier'], 'it has neither a known SCAC nor a name'));
  }
  const packages = [...byNumber].map(([trackingNumber, packed]) => {
    const packageReferenceId = numberOf(`${shipment.shipmentId}/${trackingNumber}`);
    const packageDetail = present({
      packageReferenceId,
      carrierCode: carrier?.code,
      carrierName: carrier?.name,
      shippingMethod: shipment.carrier.service,
      trackingNumber,
      shipDate: noonOf(shipment.shippedOn),
      orderItems: quantitiesOf(packed, issues),
    });
    return { packageReferenceId, body: { marketplaceId: settings.marketplaceId, packageDetail } };
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: packages, issues: [] };
}

function quantitiesOf(packed: readonly PackedItem[], issues: Issue[]): readonly object[] {
  const lines = new Map<string, string[]>();
  for (const { lineId, quantity } of packed) {
    if (quantity.unit !== 'C62') {
      issues.push(issueOf('unit', ['items'], `line ${lineId} is counted in pieces, not in ${quantity.unit}`));
    }
    lines.set(lineId, [...(lines.get(lineId) ?? []), quantity.value]);
  }
  return [...lines].map(([orderItemId, values]) => {
    const total = sum(values);
    if (!/^[1-9]\d{0,8}$/.test(total)) {
      issues.push(issueOf('quantity', ['items'], `Amazon counts whole units, not ${total} of line ${orderItemId}`));
    }
    return { orderItemId, quantity: Number(total) };
  });
}

/** "Only positive numeric values are supported": the same for the same package each time (FNV-1a). */
function numberOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return String(hash + 1);
}
