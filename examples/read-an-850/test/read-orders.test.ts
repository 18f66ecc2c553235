import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOrders } from '../src/read-orders.ts';

const here = join(import.meta.dirname, '..');
const sample = readFileSync(join(here, 'samples/northfield.edi'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dist-read-an-850-'));
afterAll(() => rmSync(folder, { recursive: true }));

function printed(path: string, from: string): { code: number; text: string } {
  const lines: string[] = [];
  const code = readOrders(path, from, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

function printedOf(text: string): { code: number; text: string } {
  writeFileSync(join(folder, 'orders.edi'), text);
  return printed('orders.edi', folder);
}

describe('a file of purchase orders', () => {
  it('is printed as the README shows it', () => {
    const { code, text } = printed('samples/northfield.edi', here);
    expect(readFileSync(join(here, 'README.md'), 'utf8')).toContain(`\`\`\`text\n${text}\n\`\`\``);
    expect(code).toBe(1);
  });

  const sound = sample.replace('20260231', '20260310').replace('*2O*', '*20*');

  it('without a fault is all orders, code 0', () => {
    const { code, text } = printedOf(sound);
    expect([code, text.match(/^Order \d+/gm)]).toEqual([0, ['Order 4711', 'Order 4712']]);
    expect(text).not.toContain('[');
  });

  it.each([
    ['that counts its sets wrong', sound.replace('GE*2', 'GE*3'), 'AK905-5'],
    ['whose trailer has another control number', sound.replace('IEA*1*000000061', 'IEA*1*000000062'), 'TA1-001'],
    ['with a set of another kind', sound.replace('ST*850*0002', 'ST*810*0002'), 'Set 0002 (810) is rejected'],
    ['that is no X12', 'number,item\n4711,AX-100\n', 'orders.edi: '],
    ['that is empty', '', 'orders.edi: '],
  ])('%s says so, code 1', (_, text, said) => {
    const found = printedOf(text);
    expect(found.text).toContain(said);
    expect(found.code).toBe(1);
  });

  it('that is not there is code 2', () => {
    expect(printed('nothing.edi', folder)).toEqual({
      code: 2,
      text: 'nothing.edi cannot be opened: is the path right?',
    });
  });
});
