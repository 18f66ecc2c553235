import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode, parse, read } from '@dist/x12';
import { purchaseOrder850 } from '@dist/x12/004010';
import { orderMap } from './order-map.ts';
import { why } from './why.ts';

/** Places whose making is shown where none is asked for. */
const asked = [
  'references[0].type',
  'dates.cancelAfter',
  'lines[0].attributes[0].value',
  'lines[1].quantity.unit',
  'PO1[1]/PO103',
];

/** Reads the sample by the standard map and by the partner's, writes it back, and says which rule made each place. */
export function showMap(folder: string, places: readonly string[], print: (line: string) => void): void {
  const text = readFileSync(join(folder, 'samples/order.edi'), 'utf8');
  const overlay: unknown = JSON.parse(readFileSync(join(folder, 'northfield-850.json'), 'utf8'));
  const [set] = read(text, { sets: [purchaseOrder850] }).sets;
  if (set?.type !== '850' || set.status === 'rejected') throw new Error('the sample is no purchase order');

  print('The standard map does not read');
  for (const { at, value } of orderMap([]).read(set.document).loss) print(`  ${at} ${JSON.stringify(value)}`);

  const map = orderMap([overlay]);
  const { value: order, loss, complement, issues, trace } = map.read(set.document, { trace: true });
  if (order === undefined || trace === undefined) throw new Error(issues.map(({ message }) => message).join('; '));
  print(`With the overlay it is order ${order.number}, and ${loss.length} values are not read:`);
  print(`  ${JSON.stringify({ references: order.references, dates: order.dates })}`);
  print(`  ${JSON.stringify(order.lines[0])}`);

  const back = map.write(order, { complement, trace: true });
  const written = back.ok ? encode(purchaseOrder850, back.value) : undefined;
  if (!written?.ok || back.trace === undefined) throw new Error('the order cannot be written back');
  const came = parse(text).interchanges[0]?.groups[0]?.sets[0]?.segments.slice(1, -1) ?? [];
  const same = written.value.filter((segment, index) => segmentText(segment) === segmentText(came[index]));
  print(`Written back: ${same.length} of ${came.length} segments are those that came`);

  print('Which rule made');
  const traces = [trace, back.trace];
  for (const place of places.length > 0 ? places : asked) print(`  ${why(place, traces, map.explain())}`);
}

type Segment = ReturnType<typeof parse>['interchanges'][number]['segment'];

function segmentText(segment: Segment | undefined): string {
  return JSON.stringify([segment?.id, segment?.elements]);
}
