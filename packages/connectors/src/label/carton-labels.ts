import {
  type Issue,
  isSscc,
  type PackedItem,
  type Party,
  type Result,
  type Shipment,
  type ShipmentUnit,
} from '@dist/canonical';
import type { CartonLabel, LabelCarrier } from './carton-label.ts';
import { countryNumber } from './data/country-number.ts';
import { type ElementString, isElementString } from './element-string.ts';

/** What differs between buyers in how labels are counted. */
export interface CartonLabelOptions {
  /** Which units get a label: `carton` those that are in no other or in a pallet, `pallet` those alone, `all` both; `carton` when absent. */
  readonly units?: 'carton' | 'pallet' | 'all' | undefined;
  /** Whether n of m counts the units of an order or those of the whole shipment; `order` when absent. Units with goods of several orders are counted together. */
  readonly count?: 'order' | 'shipment' | undefined;
}

/**
 * The labels of a shipment, one for each carton or pallet, in the order of its units. Not `ok` where a unit has no right SSCC
 * (`withSsccs` gives them), or that of another unit: it is the key by which the goods are received against the ship notice. What cannot be a bar
 * code, such as an order number with a character that GS1 does not have, is text, with a warning.
 */
export function cartonLabels(shipment: Shipment, options: CartonLabelOptions = {}): Result<readonly CartonLabel[]> {
  const { units: kind = 'carton', count = 'order' } = options;
  const issues: Issue[] = [];
  const units = shipment.units.filter(({ type }) => kind === 'all' || type === kind);
  const owners = new Map<string, string>();
  for (const unit of units) {
    if (unit.sscc === undefined || !isSscc(unit.sscc)) issues.push(wrongSscc(shipment, unit));
    else if (owners.has(unit.sscc)) issues.push(sameSscc(shipment, unit, owners.get(unit.sscc)));
    else owners.set(unit.sscc, unit.unitId);
  }
  if (issues.length > 0) return { ok: false, issues };
  const contents = contentsOf(shipment);
  const groups = units.map((unit) => groupOf(unit, contents.get(unit.unitId) ?? [], count));
  const totals = new Map<string, number>();
  for (const group of groups) totals.set(group, (totals.get(group) ?? 0) + 1);
  const seen = new Map<string, number>();
  const labels = units.map((unit, index) => {
    const group = groups[index] ?? '';
    const number = (seen.get(group) ?? 0) + 1;
    seen.set(group, number);
    const counted = { number, of: totals.get(group) ?? 1 };
    return labelOf(shipment, unit, contents.get(unit.unitId) ?? [], counted, issues);
  });
  return { ok: true, value: labels, issues };
}

/** What lies in each unit, in the units within it too. */
function contentsOf({ units, items }: Shipment): ReadonlyMap<string, readonly PackedItem[]> {
  const parents = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]));
  const contents = new Map<string, PackedItem[]>();
  for (const item of items) {
    const above = new Set<string>();
    // A unit that is in itself would have no end.
    for (let unit = item.unitId; unit !== undefined && !above.has(unit); unit = parents.get(unit)) {
      above.add(unit);
      const known = contents.get(unit);
      if (known === undefined) contents.set(unit, [item]);
      else known.push(item);
    }
  }
  return contents;
}

/** Units that are counted together. Cartons and pallets are counted each for themselves. */
function groupOf({ type }: ShipmentUnit, items: readonly PackedItem[], count: 'order' | 'shipment'): string {
  const order = count === 'shipment' ? undefined : only(items, orderName);
  return JSON.stringify([type, order]);
}

const orderName = ({ orderNumber, orderRelease }: PackedItem): string => JSON.stringify([orderNumber, orderRelease]);

function labelOf(
  shipment: Shipment,
  unit: ShipmentUnit,
  items: readonly PackedItem[],
  counted: Pick<CartonLabel, 'number' | 'of'>,
  issues: Issue[],
): CartonLabel {
  const { shipFrom, shipTo, markFor, seller } = shipment.parties;
  const purchaseOrder = only(items, ({ orderNumber }) => orderNumber);
  const department =
    only(items, ({ orderReferences = [] }) => referenceOf(orderReferences, 'department')) ??
    referenceOf(shipment.references, 'department');
  const store = only(items, ({ location }) => location?.value);
  const sscc = unit.sscc ?? '';
  const wanted = [
    postalCode(shipFrom ?? seller, shipTo),
    purchaseOrder && ({ ai: '400', data: purchaseOrder } as const),
  ];
  const elements = wanted.flatMap((element) => (element ? printable(shipment, unit, element, issues) : []));
  return {
    unitId: unit.unitId,
    unit: unit.type,
    sscc,
    shipFrom: addressLines(shipFrom ?? seller),
    shipTo: addressLines(shipTo),
    ...(markFor && { markFor: addressLines(markFor) }),
    carrier: carrierOf(shipment, unit),
    ...(purchaseOrder !== undefined && { purchaseOrder }),
    ...(new Set(items.map(({ orderNumber }) => orderNumber)).size > 1 && { severalOrders: true as const }),
    ...(department !== undefined && { department }),
    ...(store !== undefined && { store }),
    ...counted,
    elements: [...elements, { ai: '00', data: sscc }],
  };
}

/** What all have in common; undefined where they differ or have nothing. */
function only<Item>(items: readonly Item[], of: (item: Item) => string | undefined): string | undefined {
  const all = new Set(items.map(of));
  const [first] = all;
  return all.size === 1 ? first : undefined;
}

function referenceOf(references: Shipment['references'], wanted: string): string | undefined {
  return references.find(({ type }) => type === wanted)?.value;
}

/** AI 420 where both are under one postal authority, 421 with the country where they are not (§3.7.11, §3.7.12). */
function postalCode(from: Party | undefined, to: Party | undefined): ElementString | undefined {
  const { postalCode: code, country } = to?.address ?? {};
  if (code === undefined) return undefined;
  const data = code.replaceAll(/[\s-]/g, '').toUpperCase();
  const origin = from?.address?.country;
  if (country === undefined || origin === undefined || country === origin) return { ai: '420', data };
  const number = countryNumber(country);
  return number === undefined ? undefined : { ai: '421', data: number + data };
}

function printable(
  shipment: Shipment,
  { unitId }: ShipmentUnit,
  element: ElementString,
  issues: Issue[],
): readonly ElementString[] {
  if (isElementString(element)) return [element];
  issues.push({
    code: 'label-not-encodable',
    severity: 'warning',
    message: `Unit ${unitId} of shipment ${shipment.shipmentId}: ${element.data} cannot be a bar code of AI ${element.ai}, it is printed as text`,
    path: ['units', unitId],
    expected: 'characters that GS1 data may have, not too many of them',
    found: element.data,
  });
  return [];
}

function carrierOf({ carrier, references }: Shipment, unit: ShipmentUnit): LabelCarrier {
  const { scac, name } = carrier;
  const proNumber = referenceOf(references, 'proNumber') ?? unit.trackingNumber ?? carrier.trackingNumber;
  const billOfLading = referenceOf(references, 'billOfLading');
  return {
    ...(scac !== undefined && { scac }),
    ...(name !== undefined && { name }),
    ...(proNumber !== undefined && { proNumber }),
    ...(billOfLading !== undefined && { billOfLading }),
  };
}

function addressLines(party: Party | undefined): readonly string[] {
  if (party === undefined) return [];
  const { name, additionalName, address } = party;
  const { lines = [], city, region, postalCode, country } = address ?? {};
  const place = [[city, region].filter(isText).join(', '), postalCode].filter(isText).join(' ');
  return [name, additionalName, ...lines, place, country].filter(isText);
}

const isText = (text: string | undefined): text is string => text !== undefined && text !== '';

function sameSscc({ shipmentId }: Shipment, { unitId, sscc }: ShipmentUnit, other: string | undefined): Issue {
  return {
    code: 'label-sscc',
    severity: 'error',
    message: `Unit ${unitId} of shipment ${shipmentId} has the SSCC of unit ${other}: give each one of its own`,
    path: ['units', unitId, 'sscc'],
    expected: 'an SSCC that no other unit has',
    found: sscc ?? 'none',
  };
}

function wrongSscc({ shipmentId }: Shipment, { unitId, sscc }: ShipmentUnit): Issue {
  return {
    code: 'label-sscc',
    severity: 'error',
    message: `Unit ${unitId} of shipment ${shipmentId} has no right SSCC: give it one by withSsccs before labels and ship notice are made`,
    path: ['units', unitId, 'sscc'],
    expected: '18 digits with their check digit',
    found: sscc ?? 'none',
  };
}
