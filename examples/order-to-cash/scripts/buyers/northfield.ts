import type { SampleOrder } from '../data/orders.ts';
import { placeOf } from '../data/places.ts';
import { daysAfter } from '../days-after.ts';
import { decimal } from '../decimal.ts';
import { lineCents } from '../line-cents.ts';
import { orderLines, type SampleLine } from '../order-lines.ts';
import { storeShares } from '../store-shares.ts';
import { x12Day } from '../x12-day.ts';

/** A department store's order: pieces by UPC and its own number, ship-to by its store number, a ship window. */
export function northfieldOrder(order: SampleOrder): string[][] {
  const lines = orderLines(order);
  const day = (days: number) => x12Day(daysAfter(order.ordered, days));
  const total = lines.reduce((sum, line) => sum + lineCents(line), 0);
  return [
    ['BEG', order.purpose, 'SA', order.number, '', x12Day(order.ordered)],
    ['REF', 'DP', '0245'],
    ['REF', 'IA', '061977'],
    ['PER', 'BD', 'HOUSEWARES DESK', 'TE', '5555550100'],
    ['FOB', 'CC'],
    ['ITD', '01', '3', '2', '', '10', '', '30'],
    ['DTM', '037', day(7)],
    ['DTM', '038', day(14)],
    ['DTM', '001', day(21)],
    ['TD5', 'O', '2', 'KSTL', 'M'],
    ...(order.special === 'instructions' ? instructions : []),
    ['N1', 'BY', 'NORTHFIELD STORES (SAMPLE)', '92', '0001'],
    ['N1', 'SE', 'KESTREL SUPPLY (SAMPLE)', '92', '061977'],
    ...shipTo(order),
    ...lines.flatMap((line, at) => lineSegments(order, line, at)),
    ['CTT', String(lines.length), String(lines.reduce((sum, { quantity }) => sum + quantity, 0))],
    ['AMT', 'TT', decimal(total * 100)],
  ];
}

const instructions = [
  ['N9', 'L1', '', 'SPECIAL INSTRUCTIONS'],
  ['MSG', 'DELIVER TO DOCK 4 BETWEEN 06:00 AND 14:00'],
  ['MSG', 'NO PALLETS OVER 60 INCHES'],
];

function shipTo({ shipTo: number }: SampleOrder): string[][] {
  const { name, street, city, region, postalCode } = placeOf('northfield', number);
  return [
    ['N1', 'ST', name, '92', number],
    ['N3', street],
    ['N4', city, region, postalCode, 'US'],
  ];
}

function lineSegments(order: SampleOrder, line: SampleLine, at: number): string[][] {
  const { id, item, quantity, unit, price } = line;
  return [
    ['PO1', id, String(quantity), unit, decimal(price), '', 'UP', item.gtin, 'IN', item.buyerNumber],
    ['PID', 'F', '', '', '', item.description],
    ['PO4', String(item.pack.baseUnits)],
    ...(order.special === 'stores' ? storeSegments(at) : []),
  ];
}

/** Four stores to a segment, as this buyer writes them. */
function storeSegments(at: number): string[][] {
  const shares = storeShares(at).flatMap(({ store, quantity }) => [store, String(quantity)]);
  const segments: string[][] = [];
  for (let from = 0; from < shares.length; from += 8)
    segments.push(['SDQ', 'EA', '92', ...shares.slice(from, from + 8)]);
  return segments;
}
