import { items, type SampleItem } from './data/items.ts';
import type { SampleOrder } from './data/orders.ts';
import { storeShares } from './store-shares.ts';

/** A line as the buyer states it. Prices are in ten-thousandths of a dollar. */
export interface SampleLine {
  readonly id: string;
  readonly item: SampleItem;
  readonly quantity: number;
  /** X12 355. */
  readonly unit: string;
  readonly baseUnitsPerUnit: number;
  /** The price stated, for `per` base units, or for one unit where `per` is absent. */
  readonly price: number;
  readonly basis?: 'PE' | 'HP';
}

/** The lines of an order: items and quantities follow from its number, so that a run makes the same ones again. */
export function orderLines(order: SampleOrder): SampleLine[] {
  const seed = Number(order.number.replace(/\D/g, '').slice(-3)) + Number(order.release ?? 0);
  const catalogue = items.filter((item) => item.catalogue === order.partner).slice(0, 16);
  return Array.from({ length: order.lineCount }, (_, at) => {
    // Three has no factor in common with sixteen, so that no item comes twice.
    const item = catalogue[(seed * 5 + at * 3) % 16] as SampleItem;
    return line(order, at, item, seed);
  });
}

function line(order: SampleOrder, at: number, picked: SampleItem, seed: number): SampleLine {
  const short = order.special === 'short-of-stock' && at === 1;
  const item = short ? (items.find(({ sku }) => sku === 'MR-8005') as SampleItem) : picked;
  const id = lineId(order, at);
  if (order.partner === 'cedarpoint') return { ...inPacks(item, short ? 10 : 1 + ((seed + at * 5) % 6), at), id };
  const inPack = order.special === 'cases' || item.baseUnit === 'FOT';
  if (inPack) return { ...inPacks(item, 2 + ((seed + at) % 4), 0), id };
  const quantity =
    order.special === 'stores'
      ? storeShares(at).reduce((sum, { quantity }) => sum + quantity, 0)
      : 6 * (1 + ((seed + at * 5) % 6));
  const price = order.special === 'low-price' && at === 1 ? Math.floor(item.price / 1000) * 900 : item.price;
  return { id, item, quantity, unit: 'EA', baseUnitsPerUnit: 1, price };
}

function lineId({ lineIds }: SampleOrder, at: number): string {
  switch (lineIds) {
    case 'counting':
      return String(at + 1);
    case 'tens':
      return String((at + 1) * 10).padStart(3, '0');
    case 'gaps':
      return String(at + 1 + Math.floor(at / 2));
    case 'letters':
      return `${String.fromCharCode(65 + (at % 3))}${1 + Math.floor(at / 3)}`;
  }
}

const packUnits: Readonly<Record<string, string>> = { XCS: 'CA', XBX: 'BX', XRO: 'RL' };

/** Small parts are priced per hundred, some others per piece, the rest per pack: the three that buyers of packs use. */
function inPacks(item: SampleItem, quantity: number, at: number): Omit<SampleLine, 'id'> {
  const { baseUnits } = item.pack;
  const unit = packUnits[item.pack.unit] ?? 'EA';
  const common = { item, quantity, unit, baseUnitsPerUnit: baseUnits };
  if (item.price < 1000 && item.baseUnit === 'EA') return { ...common, price: item.price * 100, basis: 'HP' };
  if (at % 2 === 1 && item.baseUnit === 'EA') return { ...common, price: item.price, basis: 'PE' };
  return { ...common, price: item.price * baseUnits };
}
