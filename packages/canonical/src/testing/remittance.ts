import * as fc from 'fast-check';
import { add, negate, subtract, sum } from '../arithmetic/add.ts';
import { compare } from '../arithmetic/compare.ts';
import type { Adjustment, Remittance, RemittanceLine } from '../document/remittance.ts';
import { calendarDate, code, currency, decimal, party, references } from './values.ts';

/** A valid Remittance: invoices with discount and deductions, credits, deductions of no invoice; the total is what they make. */
export function remittance(): fc.Arbitrary<Remittance> {
  return fc
    .record(
      {
        kind: fc.constant('remittance'),
        version: fc.constant('1'),
        traceNumber: code(),
        handling: fc.constantFrom('paymentWithRemittance', 'remittanceOnly'),
        direction: fc.constant('credit'),
        method: fc.constantFrom('ach', 'check', 'wire'),
        paidOn: calendarDate(),
        currency,
        payer: party(),
        payee: party(),
        references: references(),
        lines: fc.uniqueArray(paidDocument(), { minLength: 1, maxLength: 6, selector: ({ number }) => number }),
        adjustments: fc.array(deduction(), { minLength: 1, maxLength: 2 }),
      },
      {
        requiredKeys: [
          ...(['kind', 'version', 'traceNumber', 'handling', 'direction', 'method', 'paidOn', 'currency'] as const),
          ...(['payer', 'references', 'lines'] as const),
        ],
      },
    )
    .map((advice): Remittance => {
      const total = totalOf(advice);
      // Nobody pays less than nothing: where the deductions are more, the invoices alone are paid.
      const { adjustments: _, ...rest } = advice;
      const lines = advice.lines.filter(({ type }) => type === 'invoice');
      return compare(total, '0') >= 0 ? { ...advice, total } : { ...rest, lines, total: totalOf({ lines }) };
    });
}

function totalOf({ lines, adjustments = [] }: Pick<Remittance, 'lines' | 'adjustments'>): string {
  return add(sum(lines.map(({ net }) => net)), sum(adjustments.map(({ amount }) => amount)));
}

function paidDocument(): fc.Arbitrary<RemittanceLine> {
  return fc
    .record(
      {
        isCredit: fc.boolean(),
        number: code(),
        date: calendarDate(),
        orderNumber: code(),
        gross: decimal({ max: 10_000, zero: false }),
        discount: decimal({ max: 5 }),
        short: deduction(),
      },
      { requiredKeys: ['isCredit', 'number', 'gross'] },
    )
    .map(({ isCredit, gross, discount, short, ...line }): RemittanceLine => {
      if (isCredit) return { type: 'creditMemo', ...line, gross: negate(gross), net: negate(gross) };
      const taken = subtract(gross, discount ?? '0');
      const net = add(taken, short?.amount ?? '0');
      if (compare(net, '0') < 0) return { type: 'invoice', ...line, gross, net: gross };
      return {
        type: 'invoice',
        ...line,
        gross,
        ...(discount === undefined ? {} : { discount }),
        ...(short === undefined ? {} : { adjustments: [short] }),
        net,
      };
    });
}

function deduction(): fc.Arbitrary<Adjustment> {
  return fc.record({
    reason: fc.constantFrom('01', '04', 'L5'),
    amount: decimal({ max: 100, zero: false }).map(negate),
  });
}
