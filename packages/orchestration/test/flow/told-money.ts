import { equals } from '@dist/canonical/arithmetic';
import { defaultPolicy } from '@dist/orchestration';
import type { FlowEvent } from '@dist/orchestration/testing';
import { at, before, billed, sent, shipped, shippedBefore, type ToldCase } from './told-case.ts';

type Json = Record<string, unknown>;

/** Scenarios of prices, invoices and money, by the beginning of their name. */
export const toldMoney: Readonly<Record<string, ToldCase>> = {
  'An invoice that went out wrong': {
    given: () => ({ policy: { ...defaultPolicy, price: { tolerancePercent: '10', outside: 'hold' } } }),
    when: (flow) => [
      ...shippedBefore(at(flow, 0)),
      shipped(before(at(flow, 0), 2)),
      billed(before(at(flow, 0), 1), 'INV5', '24'),
      sent(at(flow, 0), '810/INV5'),
      { at: at(flow, 1), event: 'invoice voided', invoice: 'INV5', reason: 'price' },
      {
        at: at(flow, 2),
        event: 'credit memo posted',
        invoice: 'CM5',
        of: 'INV5',
        lines: [{ line: '1', quantity: '24' }],
        price: '3.25',
      },
      billed(at(flow, 3), 'INV6', '24', '3'),
    ],
    then: (flow) => ({
      sent: [{ type: '810', count: 3, invoices: ['invoice INV5', 'creditMemo CM5', 'invoice INV6'] }],
      holds: ({ issued }) => {
        const bodies = issued.flatMap(({ effect: { body } }) =>
          body.type === 'document.send' && body.document === '810' ? [body.content] : [],
        );
        const memo = bodies.find(({ number }) => number === 'CM5');
        const names = [memo?.originalInvoice?.number, ...(memo?.references ?? []).map(({ value }) => value)];
        if (!names.includes('INV5')) return 'the credit memo does not name INV5';
        const last = bodies.find(({ number }) => number === 'INV6')?.total ?? '0';
        return equals(last, String(flow.then['balance'])) ? undefined : `INV6 is ${last}`;
      },
    }),
  },
  'Catch weight': {
    then: () => ({
      lines: [{ line: '1', unit: 'XCS', ordered: '10', shipped: '10', open: '0', over: '0', invoiced: '10' }],
      sent: [{ type: '810', count: 1, lines: { '1': '10 CA' }, totals: ['834.15'] }],
      parked: [],
    }),
  },
  'A price inside': {
    then: (flow) => ({
      phase: 'fulfilling',
      sent: [{ type: '855', count: 1, responses: { '1': [{ status: 'accepted' }] } }],
      holds: ({ issued }) => {
        const [price] = issued.flatMap(({ effect: { body } }) =>
          body.type === 'erp.submit' ? [body.request.lines[0]?.price] : [],
        );
        const wanted = (flow.then['lines'] as Json[])[0]?.['price'];
        return price === wanted ? undefined : `submitted at ${price}, not ${wanted}`;
      },
    }),
  },
  'Cases ordered': {
    then: (flow) => ({
      sent: [
        { type: '855', lines: { '1': '6 CA' } },
        { type: '856', lines: { '1': '6 CA' } },
        { type: '810', lines: { '1': '6 CA' }, totals: ['248.40'] },
      ],
      holds: ({ issued }) => {
        const [base] = issued.flatMap(({ effect: { body } }) =>
          body.type === 'erp.submit' ? [body.request.lines[0]?.base] : [],
        );
        const { qty } = flow.then['erpLine'] as { qty: string };
        return base?.value === qty && base.unit === 'EA' ? undefined : `the ERP was asked for ${JSON.stringify(base)}`;
      },
    }),
  },
  'A remittance whose lines': {
    when: (flow) => {
      const [advice] = flow.when;
      const told = (advice?.['lines'] ?? []) as { invoice: string; net: string }[];
      return [
        ...shippedBefore(before(at(flow, 0), 48)),
        shipped(before(at(flow, 0), 48)),
        ...told.map(({ invoice }) => billed(before(at(flow, 0), 48), invoice, '12')),
        {
          at: at(flow, 0),
          event: '820 received',
          payment: String(advice?.['trn02']),
          total: String(advice?.['bpr02']),
          lines: told,
        },
      ];
    },
    then: () => ({ phase: 'invoiced', parked: [{ says: ['490', '500'] }] }),
  },
  'A short payment': {
    when: (flow) => [
      ...shippedBefore(before(at(flow, 0), 48)),
      shipped(before(at(flow, 0), 48)),
      billed(before(at(flow, 0), 48), 'INV1', '18'),
      billed(before(at(flow, 0), 48), 'INV2', '6'),
      ...flow.when.map(
        (event): FlowEvent => ({
          at: event.at,
          event: '820 received',
          key: String(event['trn02']),
          payment: String(event['trn02']),
          lines: [
            { invoice: 'INV1', net: '50.70', deductions: [{ reason: 'shortage', amount: '7.80' }] },
            { invoice: 'INV2', net: '19.50' },
          ],
        }),
      ),
    ],
    then: () => ({
      phase: 'invoiced',
      parked: [],
      holds: ({ order: { state } }) => {
        const advised = Object.values(state.facts).flatMap((fact) => (fact.type === 'payment.advised' ? [fact] : []));
        const shown = advised.map(({ invoice, amount, deductions = [] }) =>
          [invoice, amount, ...deductions.map((one) => `${one.reason} ${one.amount}`)].join(' '),
        );
        const wanted = ['INV1 50.7 shortage 7.8', 'INV2 19.5'];
        return shown.sort().join() === wanted.join() ? undefined : `applied: ${shown.join()}`;
      },
    }),
  },
  'A return inspected short': {
    when: (flow) => {
      const amount = (index: number) => {
        const [row] = (flow.when[index]?.['lines'] ?? []) as { qty?: string; refused?: string }[];
        return [{ line: '1', quantity: row?.qty ?? '6', ...(row?.refused && { refused: row.refused }) }];
      };
      return [
        ...shippedBefore(before(at(flow, 0), 48)),
        shipped(before(at(flow, 0), 48)),
        billed(before(at(flow, 0), 48), 'INV1', '24'),
        { at: at(flow, 0), event: 'rma granted', rma: 'R1', lines: amount(0) },
        { at: at(flow, 1), event: 'return received', rma: 'R1', lines: amount(1) },
        { at: at(flow, 2), event: 'inspected', rma: 'R1', lines: amount(2) },
        {
          at: at(flow, 3),
          event: 'credit memo posted',
          invoice: 'CM9',
          rma: 'R1',
          of: 'INV1',
          lines: [{ line: '1', quantity: '4' }],
        },
      ];
    },
    then: () => ({
      sent: [{ type: '810', count: 2, invoices: ['invoice INV1', 'creditMemo CM9'], totals: ['78', '13'] }],
      parked: [],
    }),
  },
};
