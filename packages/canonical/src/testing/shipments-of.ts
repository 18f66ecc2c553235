import type { Order } from '../document/order.ts';
import type { PackedItem, Shipment, ShipmentUnit } from '../document/shipment.ts';
import { makeSscc } from '../gs1/sscc.ts';
import { dayOf, type StoryPlan } from './story-plan.ts';

/** Another order of one line, all of which lies in the first carton of the story's first shipment. */
export function neighbourOf({ number, currency, parties, days }: StoryPlan): Order {
  return {
    kind: 'order',
    version: '1',
    purpose: 'original',
    number: `${number}-B`,
    channel: 'edi',
    currency,
    dates: { ordered: dayOf(days, 0) },
    parties,
    references: [],
    lines: [{ lineId: '1', ids: [{ scheme: 'seller', value: 'NEIGHBOUR' }], quantity: { value: '5', unit: 'C62' } }],
  };
}

/** The ship notices of a story: one carton for each line, and a pallet where there are several. */
export function shipmentsOf(plan: StoryPlan, neighbour: Order): Shipment[] {
  return Array.from({ length: plan.shipmentCount }, (_, place) => shipmentOf(plan, neighbour, place)).filter(
    ({ items }) => items.length > 0,
  );
}

function shipmentOf(plan: StoryPlan, neighbour: Order, place: number): Shipment {
  const { number, parties, days, serial } = plan;
  const packed = plan.lines.map((line, index) => rowsOf(plan, line, place, `carton-${index + 1}`));
  const beside = place === 0 ? neighbourRows(neighbour) : [];
  const items = [...packed.flat(), ...beside];
  const cartons = [...new Set(items.map(({ unitId }) => unitId ?? ''))];
  const sscc = (index: number): string => makeSscc('0614141', place, serial + index);
  const pallet: ShipmentUnit[] = cartons.length > 1 ? [{ unitId: 'pallet', type: 'pallet', sscc: sscc(0) }] : [];
  return {
    kind: 'shipment',
    version: '1',
    purpose: 'original',
    shipmentId: `S-${number}-${place + 1}`,
    createdAt: `${dayOf(days, 2 + place)}T10:00:00-06:00`,
    shippedOn: dayOf(days, 2 + place),
    carrier: { scac: 'ABCD' },
    parties,
    references: [],
    units: [
      ...pallet,
      ...cartons.map((unitId, index): ShipmentUnit => {
        const carton: ShipmentUnit = { unitId, type: 'carton', sscc: sscc(index + 1) };
        return pallet.length === 0 ? carton : { ...carton, parentId: 'pallet' };
      }),
    ],
    items,
  };
}

function neighbourRows({ number, lines }: Order): PackedItem[] {
  return lines.map(({ lineId, ids, quantity }) => ({ orderNumber: number, lineId, ids, quantity, unitId: 'carton-1' }));
}

function rowsOf(plan: StoryPlan, line: StoryPlan['lines'][number], place: number, unitId: string): PackedItem[] {
  const count = line.shipped[place] ?? 0;
  if (count === 0) return [];
  const common = {
    orderNumber: plan.number,
    ...(plan.release === undefined ? {} : { orderRelease: plan.release }),
    lineId: line.lineId,
    unitId,
  };
  if (line.components.length > 0) {
    return line.components.map(({ ids, quantity }) => ({
      ...common,
      ids,
      kitIds: line.ids,
      quantity: { value: String(Number(quantity.value) * count), unit: quantity.unit },
    }));
  }
  const [size, unit] = line.packedInEaches ? [baseUnitsOf(line), line.item.baseUnit] : [1, line.unit];
  const counts = line.packedTwice && count > 1 ? [1, count - 1] : [count];
  return counts.map((part) => ({ ...common, ids: line.ids, quantity: { value: String(part * size), unit } }));
}

function baseUnitsOf({ item, unit }: StoryPlan['lines'][number]): number {
  return Number(item.conversions.find((conversion) => conversion.unit === unit)?.baseUnits ?? '1');
}
