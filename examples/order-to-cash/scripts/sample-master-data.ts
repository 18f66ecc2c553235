import { items, type SampleItem } from './data/items.ts';
import { files } from './data/orders.ts';
import { places, type SamplePlace } from './data/places.ts';
import { decimal } from './decimal.ts';
import { orderLines } from './order-lines.ts';
import { shopLines } from './shop-order.ts';

/** The seller's tables: items, customers, what each partner calls them, stock. */
export function sampleMasterData(): object {
  return {
    version: '2026-11-01',
    items: items.map(toItem),
    customers: customers.map(toCustomer),
    itemCrossReferences: items.flatMap(crossReferences),
    shipToCrossReferences: places.flatMap(placeReferences),
    stock: stock(),
  };
}

function toItem({ sku, gtin, description, baseUnit, pack, price }: SampleItem): object {
  return {
    sku,
    ids: [{ scheme: 'gtin', value: gtin.padStart(14, '0') }],
    description,
    baseUnit,
    // The shop counts in C62, one, which is a piece here.
    conversions: [
      ...(baseUnit === 'EA' ? [{ unit: 'C62', baseUnits: '1' }] : []),
      { unit: pack.unit, baseUnits: String(pack.baseUnits) },
    ],
    price: normal(decimal(price)),
    status: 'active',
  };
}

/** A decimal without trailing zeros, as canonical documents have them. */
function normal(text: string): string {
  return text.replace(/\.?0+$/, '');
}

const customers: readonly {
  readonly partner: SamplePlace['partner'];
  readonly number: string;
  readonly name: string;
  readonly place?: string;
}[] = [
  { partner: 'northfield', number: 'C-1000', name: 'NORTHFIELD STORES (SAMPLE)' },
  { partner: 'harborline', number: 'C-2000', name: 'HARBORLINE HOME CENTERS (SAMPLE)' },
  { partner: 'cedarpoint', number: 'C-3000', name: 'CEDARPOINT INDUSTRIAL SUPPLY (SAMPLE)' },
  { partner: 'shop', number: 'C-9001', name: 'BLUE HERON CAFE (SAMPLE)', place: '7700100001' },
  { partner: 'shop', number: 'C-9002', name: 'PINE LOFT INTERIORS (SAMPLE)', place: '7700100002' },
];

function toCustomer({ partner, number, name, place }: (typeof customers)[number]): object {
  const own = places.filter(
    (candidate) => candidate.partner === partner && (place ?? candidate.number) === candidate.number,
  );
  return { customerNumber: number, name, ids: [], shipTo: own.map(toShipTo) };
}

function toShipTo({ partner, number, name, street, city, region, postalCode }: SamplePlace): object {
  const scheme = schemes[partner];
  const ids = scheme === 'gln' || scheme === 'duns' ? [{ scheme, value: number }] : [];
  return {
    shipToNumber: shipToNumber(partner, number),
    name,
    ids,
    address: { lines: [street], city, region, postalCode, country: 'US' },
  };
}

const schemes = { northfield: 'buyer', harborline: 'gln', cedarpoint: 'duns', shop: 'channel' } as const;

function shipToNumber(partner: SamplePlace['partner'], number: string): string {
  return `${{ northfield: 'N', harborline: 'H', cedarpoint: 'P', shop: 'S' }[partner]}${number.slice(-5)}`;
}

function crossReferences({ sku, catalogue, buyerNumber, packGtin }: SampleItem): object[] {
  const own = { partner: catalogue, scheme: 'buyer', value: buyerNumber, sku };
  return catalogue === 'harborline' ? [own, { partner: catalogue, scheme: 'gtin', value: packGtin, sku }] : [own];
}

function placeReferences({ partner, number }: SamplePlace): object[] {
  const customer = customers.find((one) => one.partner === partner && (one.place ?? number) === number);
  const place = { customerNumber: customer?.number ?? '', shipToNumber: shipToNumber(partner, number) };
  const row = { partner, scheme: schemes[partner], value: number, ...place };
  // Shop orders without a location's number go to the first shop customer's address on the order.
  return number === '7700100001' ? [row, { ...row, value: '*' }] : [row];
}

/** Twice what all samples order of an item, so that they ship at once; of one item less than its only line asks for. */
function stock(): Record<string, string> {
  const ordered = new Map(items.map(({ sku }) => [sku, 0]));
  const add = (sku: string, quantity: number) => ordered.set(sku, (ordered.get(sku) ?? 0) + quantity);
  for (const { interchanges } of files) {
    for (const order of interchanges.flatMap(({ groups }) => groups.flat())) {
      for (const { item, quantity, baseUnitsPerUnit } of orderLines(order)) add(item.sku, quantity * baseUnitsPerUnit);
    }
  }
  for (const { sku, quantity } of shopLines) add(sku, quantity);
  return Object.fromEntries(
    [...ordered].map(([sku, quantity]) => [sku, String(sku === 'MR-8005' ? 24 : 2 * quantity + 100)]),
  );
}
