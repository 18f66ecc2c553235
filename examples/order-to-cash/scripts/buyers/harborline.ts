import type { SampleOrder } from '../data/orders.ts';
import { placeOf } from '../data/places.ts';
import { daysAfter } from '../days-after.ts';
import { decimal } from '../decimal.ts';
import { orderLines, type SampleLine } from '../order-lines.ts';
import { withCheckDigit } from '../with-check-digit.ts';
import { x12Day } from '../x12-day.ts';

/** The buyer's own GLN. */
const headOffice = withCheckDigit('952000010001');

/** A home improvement chain's order: items by GTIN-14 and our number, ship-to by GLN, a day of delivery. */
export function harborlineOrder(order: SampleOrder): string[][] {
  const lines = orderLines(order);
  const faulty = order.special === 'faulty';
  const place = placeOf('harborline', order.shipTo);
  return [
    ['BEG', order.purpose, 'NE', order.number, '', x12Day(order.ordered)],
    // Without CUR01, which is mandatory: one of the three faults of the faulty order.
    ...(faulty ? [['CUR', '', 'USD']] : []),
    ['REF', 'IA', '40711'],
    ['REF', '19', '004'],
    ...(order.special === 'allowance'
      ? [['SAC', 'A', 'C310', '', '', '1250', '', '', '', '', '', '', '02', '', '', 'NEW STORE DISCOUNT']]
      : []),
    ['ITD', '05', '3', '', '', '', '', '60'],
    ['DTM', '010', x12Day(daysAfter(order.ordered, 6))],
    // The 31st of November, in the faulty order.
    ['DTM', '063', faulty ? '20261131' : x12Day(daysAfter(order.ordered, 12))],
    ['N1', 'BY', 'HARBORLINE HOME CENTERS (SAMPLE)', 'UL', headOffice],
    ['N1', 'SE', 'KESTREL SUPPLY (SAMPLE)', '91', '40711'],
    ['N1', 'ST', place.name, 'UL', place.number],
    ['N3', place.street],
    ['N4', place.city, place.region, place.postalCode, 'US'],
    ...lines.flatMap((line, at) => lineSegments(line, faulty && at === 1)),
    ['CTT', String(lines.length)],
  ];
}

function lineSegments({ id, item, quantity, unit, price, basis }: SampleLine, faulty: boolean): string[][] {
  const gtin = unit === 'EA' ? item.gtin.padStart(14, '0') : item.packGtin;
  // A letter O where a zero was meant.
  const count = faulty ? `${quantity}O` : String(quantity);
  return [
    ['PO1', id, count, unit, decimal(price), basis ?? '', 'UK', gtin, 'VN', item.sku],
    ['PID', 'F', '', '', '', item.description],
  ];
}
