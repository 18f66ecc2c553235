import type { AllowanceCharge, Price, Quantity } from '@dist/canonical';
import {
  allocate,
  chargesLessAllowances,
  compare,
  convert,
  documentTotal,
  extend,
  lineNet,
  multiply,
  subtract,
  sum,
} from '@dist/canonical/arithmetic';
import { decimal } from '@dist/canonical/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('allocation', () => {
  const weights = fc.array(decimal({ places: 2, max: 1000 }), { minLength: 1, maxLength: 12 });
  const amount = fc.tuple(fc.constantFrom('', '-'), decimal({ places: 2 })).map(([sign, value]) => `${sign}${value}`);

  it('loses no cent and makes none, and no part is a cent away from its share', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        const allocated = allocate(total, parts, 2);
        expect(sum(allocated)).toBe(sum([total]));
        const whole = sum(parts);
        for (const [index, part] of allocated.entries()) {
          if (whole === '0') continue;
          // |part × whole − total × weight| < 0.01 × whole
          const gap = subtract(multiply(part, whole), multiply(total, parts[index] ?? '0'));
          expect(compare(gap.replace('-', ''), multiply('0.01', whole))).toBe(-1);
        }
      }),
    );
  });

  it.each<[string, string, string[], number, string[]]>([
    ['the first of equal ones gets the cent', '0.01', ['1', '1', '1'], 2, ['0.01', '0', '0']],
    ['a hundred among three', '100', ['1', '1', '1'], 2, ['33.34', '33.33', '33.33']],
    ['the largest remainder goes first', '1', ['1', '2', '2'], 0, ['0', '1', '0']],
    ['a weight of zero gets nothing', '10', ['0', '5'], 2, ['0', '10']],
    ['weights of zero alone count as equal', '10', ['0', '0'], 2, ['5', '5']],
    ['less than zero is shared like more', '-100', ['1', '1', '1'], 2, ['-33.34', '-33.33', '-33.33']],
    ['whole cases', '7', ['3', '3'], 0, ['4', '3']],
  ])('%s', (_, total, parts, places, expected) => expect(allocate(total, parts, places)).toEqual(expected));

  it.each([
    ['more digits than the parts may have', () => allocate('1.001', ['1'], 2)],
    ['a weight below zero', () => allocate('1', ['-1', '2'], 2)],
    ['no weight', () => allocate('1', [], 2)],
    ['places below zero', () => allocate('1', ['1'], -1)],
  ])('%s is a mistake of the program', (_, run) => expect(run).toThrow(RangeError));
});

describe('R16 units', () => {
  const item = {
    baseUnit: 'C62',
    conversions: [
      { unit: 'XCS', baseUnits: '12' },
      { unit: 'XPX', baseUnits: '480' },
      { unit: 'LBR', baseUnits: '0.4' },
    ],
  };

  it.each<[string, Quantity, string, string | undefined]>([
    ['cases in eaches', { value: '6', unit: 'XCS' }, 'C62', '72'],
    ['eaches in cases', { value: '72', unit: 'C62' }, 'XCS', '6'],
    ['pallets in cases, through the base unit', { value: '1.5', unit: 'XPX' }, 'XCS', '60'],
    ['half a case', { value: '6', unit: 'C62' }, 'XCS', '0.5'],
    ['a piece is no decimal of a dozen', { value: '1', unit: 'C62' }, 'XCS', undefined],
    ['what a pound is, is the item’s to say', { value: '10', unit: 'LBR' }, 'C62', '4'],
    ['the same unit needs no item', { value: '07.50', unit: 'XBX' }, 'XBX', '7.5'],
    ['a unit that the item does not know', { value: '1', unit: 'XBX' }, 'C62', undefined],
    ['to a unit that the item does not know', { value: '1', unit: 'C62' }, 'DZN', undefined],
    ['less than nothing', { value: '-6', unit: 'XCS' }, 'C62', '-72'],
    ['nothing', { value: '0', unit: 'C62' }, 'XCS', '0'],
  ])('%s', (_, quantity, unit, expected) => {
    const found = convert(quantity, unit, item);
    expect(found).toEqual(expected === undefined ? undefined : { value: expected, unit });
  });

  it('a conversion of zero base units converts nothing', () => {
    const broken = { baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits: '0' }] };
    expect(convert({ value: '1', unit: 'C62' }, 'XCS', broken)).toBeUndefined();
  });

  it('there and back is where it began', () => {
    fc.assert(
      fc.property(decimal({ places: 4 }), decimal({ places: 3, max: 500, zero: false }), (value, baseUnits) => {
        const known = { baseUnit: 'C62', conversions: [{ unit: 'XCS', baseUnits }] };
        const base = convert({ value, unit: 'XCS' }, 'C62', known);
        expect(base && convert(base, 'XCS', known)).toEqual({ value, unit: 'XCS' });
      }),
    );
  });
});

describe('R23 amounts', () => {
  const quantity = (value: string): Quantity => ({ value, unit: 'C62' });
  const charge = (kind: AllowanceCharge['kind'], amount: string) => ({ kind, code: 'D240', amount });

  it.each<[string, Price, string, number, string]>([
    ['a price for one', { amount: '3.25' }, '24', 2, '78'],
    ['a price for a hundred is divided once, at the end', { amount: '10', per: '100' }, '7', 2, '0.7'],
    ['a third of a cent', { amount: '0.01', per: '3' }, '100', 2, '0.33'],
    ['half a cent goes up', { amount: '0.005' }, '1', 2, '0.01'],
    ['a currency without cents', { amount: '2.5' }, '1', 0, '3'],
    ['a sample for nothing', { amount: '0' }, '24', 2, '0'],
    ['a price for the unit of the quantity', { amount: '2', unit: 'C62' }, '3', 2, '6'],
  ])('the amount of a line: %s', (_, price, value, places, expected) => {
    expect(extend(price, quantity(value), places)).toBe(expected);
    expect(lineNet({ quantity: quantity(value), price }, places)).toBe(expected);
  });

  it('charges are added and allowances taken off before the only rounding', () => {
    const allowancesCharges = [charge('charge', '0.004'), charge('allowance', '1')];
    const line = { quantity: quantity('1'), price: { amount: '10.001' }, allowancesCharges };
    expect(lineNet(line, 2)).toBe('9.01');
    expect(lineNet(line, 2, 'down')).toBe('9');
    expect(chargesLessAllowances(allowancesCharges)).toBe('-0.996');
    expect(lineNet({ ...line, price: { amount: '1000.1', per: '100' } }, 2)).toBe('9.01');
  });

  it('a document is the sum of its lines, its charges and all taxes', () => {
    const tax = { category: 'ST', amount: '1.10' };
    const lines = [{ net: '10.00', taxes: [tax] }, { net: '-2.5' }];
    const document = { lines, allowancesCharges: [charge('charge', '5'), charge('allowance', '0.5')], taxes: [tax] };
    expect(documentTotal(document)).toBe('14.2');
    expect(documentTotal({ lines: [] })).toBe('0');
  });

  it.each([
    ['extend', () => extend({ amount: '1', unit: 'LBR' }, quantity('1'), 2)],
    ['lineNet', () => lineNet({ price: { amount: '1', unit: 'LBR' }, quantity: quantity('1') }, 2)],
    ['a price for none', () => extend({ amount: '1', per: '0' }, quantity('1'), 2)],
  ])('R18 %s guesses nothing: a price for another unit is a mistake of the program', (_, run) =>
    expect(run).toThrow(RangeError),
  );
});
