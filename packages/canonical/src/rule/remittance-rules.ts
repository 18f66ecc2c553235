import { add, subtract, sum } from '../arithmetic/add.ts';
import { isNegative, isZero } from '../arithmetic/compare.ts';
import type { Remittance, RemittanceLine } from '../document/remittance.ts';
import type { DecimalString } from '../value/value.ts';
import { currencyIsKnown } from './currency-rule.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';
import { within } from './within.ts';

/** R24: what is paid is what the lines and deductions make, or the whole advice holds: no line of it is applied. */
const totalAgrees: Rule<Remittance> = {
  code: 'remittance-total-differs',
  severity: 'error',
  meaning: 'the payment (BPR02) is the sum of the nets and of the adjustments of no invoice, within the tolerance',
  *find({ total, lines, adjustments = [] }, { tolerance }) {
    const computed = add(sum(lines.map(({ net }) => net)), sum(adjustments.map(({ amount }) => amount)));
    if (within(total, computed, tolerance)) return;
    const message = `The payment is ${total}, the lines and adjustments make ${computed}`;
    yield { message, path: ['total'], expected: computed, found: total };
  },
};

const totalIsUnsigned: Rule<Remittance> = {
  code: 'remittance-negative',
  severity: 'error',
  meaning: 'a payment is zero or more; its direction says who pays',
  *find({ total }) {
    if (!isNegative(total)) return;
    yield { message: `The payment is ${total}`, path: ['total'], expected: 'zero or more', found: total };
  },
};

// A warning: what is paid is the net; the rest explains it, and payers explain in their own ways.
const netsAgree: Rule<Remittance> = {
  code: 'remittance-net-differs',
  severity: 'warning',
  meaning: 'a net is gross less discount with adjustments, where the gross is stated, within the tolerance',
  *find({ lines }, { tolerance }) {
    for (const [index, line] of lines.entries()) {
      const computed = netOf(line);
      if (computed === undefined || within(line.net, computed, tolerance)) continue;
      const message = `${line.number} is paid with ${line.net}, gross, discount and adjustments make ${computed}`;
      yield { message, path: ['lines', index, 'net'], expected: computed, found: line.net };
    }
  },
};

function netOf({ gross, discount = '0', adjustments = [] }: RemittanceLine): DecimalString | undefined {
  if (gross === undefined) return undefined;
  return add(subtract(gross, discount), sum(adjustments.map(({ amount }) => amount)));
}

const documentsArePaidOnce: Rule<Remittance> = {
  code: 'remittance-line-repeated',
  severity: 'warning',
  meaning: 'an invoice, credit memo or order is paid in one line',
  find: ({ lines }) =>
    repeated(
      lines,
      ({ type, number }) => JSON.stringify([type, number]),
      ({ number }, index) => ({
        message: `${number} is paid in more than one line`,
        path: ['lines', index, 'number'],
        found: number,
      }),
    ),
};

const creditsAreTakenOff: Rule<Remittance> = {
  code: 'remittance-sign-wrong',
  severity: 'warning',
  meaning: 'a credit memo takes off what is paid, an invoice does not',
  *find({ lines }) {
    for (const [index, { type, number, net }] of lines.entries()) {
      if (isZero(net) || isNegative(net) === (type === 'creditMemo')) continue;
      const expected = type === 'creditMemo' ? 'zero or less' : 'zero or more';
      yield {
        message: `The ${type} ${number} is paid with ${net}`,
        path: ['lines', index, 'net'],
        expected,
        found: net,
      };
    }
  },
};

export const remittanceRules: readonly Rule<Remittance>[] = [
  currencyIsKnown,
  totalIsUnsigned,
  totalAgrees,
  netsAgree,
  documentsArePaidOnce,
  creditsAreTakenOff,
];
