import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@dist/x12';
import { purchaseOrder850 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import { orderMap } from '../src/order-map.ts';
import { showMap } from '../src/show-map.ts';

const here = join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(here, file), 'utf8');
const overlay = JSON.parse(textOf('northfield-850.json'));

function shown(...places: string[]): string[] {
  const lines: string[] = [];
  showMap(here, places, (line) => lines.push(line));
  return lines;
}

function documentOf(text: string) {
  const [set] = read(text, { sets: [purchaseOrder850] }).sets;
  if (set?.type !== '850' || set.status === 'rejected') throw new Error('no purchase order');
  return set.document;
}

describe('the map of a partner', () => {
  it('is shown as the README has it', () => {
    expect(textOf('README.md')).toContain(`\`\`\`text\n${shown().join('\n')}\n\`\`\``);
  });

  it.each([
    ['number', '  number is "4711": of BEG03 "4711", rule number'],
    ['BEG03', '  BEG03 is "4711": of number "4711", rule number'],
    ['channel', '  channel is "edi": of the rule itself, rule channel'],
    ['REF[0].01', expect.stringContaining('table reference patched by northfield/850 (IA, VR)')],
    ['lines[7].lineId', '  lines[7].lineId: no rule made it'],
  ])('says of %s which rule made it', (place, said) => {
    expect(shown(place).at(-1)).toEqual(said);
  });

  it('writes an order of our own in the words of the partner', () => {
    const { value: order } = orderMap([overlay]).read(documentOf(textOf('samples/order.edi')));
    if (order === undefined) throw new Error('no order');
    const { value: written } = orderMap([overlay]).write({
      ...order,
      dates: { ...order.dates, cancelAfter: '2026-04-01' },
    });
    expect(written?.DTM?.map((date) => [date.dateQualifier, date.date])).toContainEqual(['063', '20260401']);
    expect(written?.REF?.[0]).toMatchObject({ referenceQualifier: 'VR', referenceNumber: '40711' });
  });

  it('is refused where the overlay names a rule that there is not', () => {
    const wrong = { ...overlay, patch: { ...overlay.patch, color: { native: 'PID05' } } };
    expect(() => orderMap([wrong])).toThrow('Overlay northfield/850 patches color');
  });
});
