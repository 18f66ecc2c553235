import type { Quantity, Result, Shipment, ShipmentUnit } from '@dist/canonical';
import { issueOf } from '../amazon/issue-of.ts';
import { noonOf } from '../amazon/noon-of.ts';
import { present } from '../port/present.ts';
import { encodeParty } from './encode-party.ts';
import { Faults } from './faults.ts';
import { type PackedGoods, packedGoods } from './packed-goods.ts';

export interface ShipmentOptions {
  /** Vendor code, and code of the warehouse that it leaves from, where the shipment names none. */
  readonly vendorCode?: string | undefined;
  readonly shipFromCode?: string | undefined;
}

/**
 * A shipment as `submitShipmentConfirmations` takes it: what an 856 says, with cartons and pallets by their SSCC. Amazon
 * takes no notice back; a pallet without an SSCC is an issue.
 */
export function encodeShipment(
  shipment: Shipment,
  options: ShipmentOptions = {},
): Result<{ readonly shipmentConfirmations: readonly object[] }> {
  const faults = new Faults();
  const { parties, purpose } = shipment;
  if (purpose !== 'original' && purpose !== 'replace') {
    faults.issues.push(
      issueOf('purpose', ['purpose'], `Amazon takes a first notice and its replacement, no ${purpose}`),
    );
  }
  const goods = packedGoods(shipment, faults);
  const confirmation = present({
    shipmentIdentifier: shipment.shipmentId,
    shipmentConfirmationType: purpose === 'replace' ? 'Replace' : 'Original',
    shipmentType: shipmentTypes[shipment.carrier.mode ?? ''],
    shipmentStructure: structureOf(shipment),
    transportationDetails: transportOf(shipment),
    amazonReferenceNumber: referenceOf(shipment, 'amazonReference'),
    shipmentConfirmationDate: shipment.createdAt,
    shippedDate: noonOf(shipment.shippedOn),
    estimatedDeliveryDate: shipment.deliveryExpectedOn && noonOf(shipment.deliveryExpectedOn),
    sellingParty: faults.take(encodeParty(parties, 'seller', options.vendorCode)),
    shipFromParty: faults.take(encodeParty(parties, 'shipFrom', options.shipFromCode)),
    shipToParty: faults.take(encodeParty(parties, 'shipTo')),
    shipmentMeasurements: measurementsOf(shipment, faults),
    shippedItems: goods.items,
    ...unitsOf(shipment, goods, faults),
  });
  if (faults.issues.length > 0) return { ok: false, issues: faults.issues };
  return { ok: true, value: { shipmentConfirmations: [confirmation] }, issues: [] };
}

/** X12 91: less than trailer load, private parcel service. What it is not sure of Amazon is not told. */
const shipmentTypes: Readonly<Record<string, string>> = { LT: 'LessThanTruckLoad', U: 'SmallParcel', TL: 'TruckLoad' };
const transportModes: Readonly<Record<string, string>> = { A: 'Air', S: 'Ocean', O: 'Ocean', M: 'Road', LT: 'Road' };

function referenceOf({ references }: Shipment, type: string): string | undefined {
  return references.find((reference) => reference.type === type)?.value;
}

function transportOf(shipment: Shipment): object | undefined {
  const { scac, mode, trackingNumber } = shipment.carrier;
  const details = present({
    carrierScac: scac,
    carrierShipmentReferenceNumber: referenceOf(shipment, 'proNumber') ?? trackingNumber,
    transportationMode: transportModes[mode ?? ''],
    billOfLadingNumber: referenceOf(shipment, 'billOfLading'),
  });
  return Object.keys(details).length === 0 ? undefined : details;
}

/** "Standard" is one item in each carton, "assortment" several. */
function structureOf({ units, items }: Shipment): string | undefined {
  const cartons = units.filter(({ type }) => type === 'carton');
  const hasPallets = units.some(({ type }) => type === 'pallet');
  if (cartons.length === 0) return hasPallets ? 'PalletOfItems' : undefined;
  const kinds = new Map<string, Set<string>>();
  for (const { unitId = '', orderNumber, lineId } of items) {
    const kind = kinds.get(unitId) ?? new Set();
    kinds.set(unitId, kind.add(JSON.stringify([orderNumber, lineId])));
  }
  const isMixed = cartons.some(({ unitId }) => (kinds.get(unitId)?.size ?? 0) > 1);
  return `${hasPallets ? 'Palletized' : 'Loose'}${isMixed ? 'Assortment' : 'Standard'}Case`;
}

const weights: Readonly<Record<string, string>> = { KGM: 'Kg', LBR: 'Lb', GRM: 'G', ONZ: 'Oz' };
const volumes: Readonly<Record<string, string>> = { FTQ: 'CuFt', INQ: 'CuIn', MTQ: 'CuM', YDQ: 'CuY' };
const lengths: Readonly<Record<string, string>> = { INH: 'In', FOT: 'Ft', MTR: 'Meter', YRD: 'Yard' };

function measurementsOf(shipment: Shipment, faults: Faults): object {
  const { units, grossWeight, volume } = shipment;
  const pallets = units.filter(({ type }) => type === 'pallet').length;
  return present({
    grossShipmentWeight: measureOf(grossWeight, weights, faults),
    shipmentVolume: measureOf(volume, volumes, faults),
    // "Provide the cartonCount only for non-palletized shipments", and the other way round.
    cartonCount: pallets === 0 && units.length > 0 ? units.length : undefined,
    palletCount: pallets === 0 ? undefined : pallets,
  });
}

function measureOf(
  quantity: Quantity | undefined,
  units: Readonly<Record<string, string>>,
  faults: Faults,
): object | undefined {
  if (quantity === undefined) return undefined;
  const unitOfMeasure = Object.hasOwn(units, quantity.unit) ? units[quantity.unit] : undefined;
  if (unitOfMeasure === undefined) {
    const text = `Amazon measures in ${Object.keys(units).join(', ')}, not in ${quantity.unit}`;
    faults.issues.push(issueOf('unit', [], text));
  }
  return { unitOfMeasure, value: quantity.value };
}

function unitsOf(
  { units }: Shipment,
  goods: PackedGoods,
  faults: Faults,
): { cartons?: readonly object[]; pallets?: readonly object[] } {
  const all = units.filter(({ type }) => type === 'carton');
  const numbers = new Map(all.map(({ unitId }, at) => [unitId, sequence(at)]));
  const cartons = all.map((unit) =>
    present({
      cartonIdentifiers: unit.sscc === undefined ? undefined : [ssccOf(unit.sscc)],
      cartonSequenceNumber: numbers.get(unit.unitId),
      ...measuresOf(unit, faults),
      trackingNumber: unit.trackingNumber,
      items: goods.inUnit(unit.unitId),
    }),
  );
  const pallets = units.flatMap((unit, at) => {
    if (unit.type !== 'pallet') return [];
    if (unit.sscc === undefined) {
      faults.issues.push(issueOf('sscc', ['units', at, 'sscc'], `pallet ${unit.unitId} has no SSCC`));
      return [];
    }
    const inside = all.filter(({ parentId }) => parentId === unit.unitId).map(({ unitId }) => numbers.get(unitId));
    const items = goods.inUnit(unit.unitId);
    return present({
      palletIdentifiers: [ssccOf(unit.sscc)],
      ...measuresOf(unit, faults),
      cartonReferenceDetails:
        inside.length === 0 ? undefined : { cartonCount: inside.length, cartonReferenceNumbers: inside },
      items: items.length === 0 ? undefined : items,
    });
  });
  return { ...(cartons.length > 0 && { cartons }), ...(pallets.length > 0 && { pallets }) };
}

/** "The first carton will be 001, the second 002, and so on." */
function sequence(at: number): string {
  return String(at + 1).padStart(3, '0');
}

function ssccOf(containerIdentificationNumber: string): object {
  return { containerIdentificationType: 'SSCC', containerIdentificationNumber };
}

function measuresOf({ weight, dimensions }: ShipmentUnit, faults: Faults): object {
  const size = dimensions && toLength(dimensions.unit);
  return present({
    dimensions: dimensions &&
      size && {
        length: dimensions.length,
        width: dimensions.width,
        height: dimensions.height,
        unitOfMeasure: size,
      },
    weight: measureOf(weight, weights, faults),
  });
}

/** Centimetres have no word at Amazon: dimensions are optional, and left out rather than converted. */
function toLength(unit: string): string | undefined {
  return Object.hasOwn(lengths, unit) ? lengths[unit] : undefined;
}
