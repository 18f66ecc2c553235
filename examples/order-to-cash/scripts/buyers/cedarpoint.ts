import type { SampleOrder } from '../data/orders.ts';
import { placeOf } from '../data/places.ts';
import { daysAfter } from '../days-after.ts';
import { decimal } from '../decimal.ts';
import { orderLines, type SampleLine } from '../order-lines.ts';
import { x12Day } from '../x12-day.ts';

/** An industrial supplier's order: cases by its own part number and ours, ship-to by DUNS+4, prices by several bases. */
export function cedarpointOrder(order: SampleOrder): string[][] {
  const lines = orderLines(order);
  const place = placeOf('cedarpoint', order.shipTo);
  const type = order.release === undefined ? 'SA' : 'RL';
  return [
    ['BEG', order.purpose, type, order.number, order.release ?? '', x12Day(order.ordered)],
    ['CUR', 'BY', 'USD'],
    ['REF', 'VR', '88213'],
    ['REF', '11', 'CP-4471'],
    ['DTM', '010', x12Day(daysAfter(order.ordered, 5))],
    ['N1', 'BY', 'CEDARPOINT INDUSTRIAL SUPPLY (SAMPLE)', '9', '9900012300000'],
    ['N1', 'ST', place.name, '9', place.number],
    ['N3', place.street],
    ['N4', place.city, place.region, place.postalCode],
    ...lines.flatMap(lineSegments),
    ['CTT', String(lines.length), String(lines.reduce((sum, { quantity }) => sum + quantity, 0))],
  ];
}

function lineSegments({ id, item, quantity, unit, price, basis }: SampleLine): string[][] {
  return [
    ['PO1', id, String(quantity), unit, decimal(price), basis ?? '', 'BP', item.buyerNumber, 'VP', item.sku],
    ['PID', 'F', '', '', '', item.description],
  ];
}
