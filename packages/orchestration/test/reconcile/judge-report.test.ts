import { type AuthorityRule, defaultPolicy, type FieldGroup, Policy, type ReportingSystem } from '@dist/orchestration';
import { judgeReport } from '@dist/orchestration/reconcile';
import { describe, expect, it } from 'vitest';

const rule: AuthorityRule = { owner: 'partner', whenNew: 'adopt', whenDifferent: 'hold', of: { shop: 'ignore' } };
const { authority } = defaultPolicy;
const ruled: Policy = { ...defaultPolicy, authority: { ...authority, fields: { ...authority.fields, price: rule } } };
const byWarehouse: Policy = {
  ...defaultPolicy,
  fulfillment: { ...defaultPolicy.fulfillment, shipmentsFrom: 'warehouse' },
};

type Row = readonly [
  sentence: string,
  policy: Policy,
  field: FieldGroup,
  from: ReportingSystem,
  known: string | undefined,
  verdict: string,
];
const rows: readonly Row[] = [
  ['R20 what is known agrees, whoever says it', ruled, 'price', 'shop', '5', 'agrees'],
  ['R20 the owner is adopted', ruled, 'price', 'partner', '4', 'adopt'],
  ['R20 another system is held where the table says so', ruled, 'price', 'erp', '4', 'hold'],
  ['R20 what nobody knew is adopted where the table says so', ruled, 'price', 'erp', undefined, 'adopt'],
  ['R20 a system may have a handling of its own', ruled, 'price', 'shop', '4', 'ignore'],
  ['R20 and has it for what is new as well', ruled, 'price', 'shop', undefined, 'ignore'],
  ['R20 R21 the ERP owns shipments where they come from it', defaultPolicy, 'shipment', 'erp', undefined, 'adopt'],
  [
    'R20 R21 the warehouse owns shipments where they come from it',
    byWarehouse,
    'shipment',
    'warehouse',
    undefined,
    'adopt',
  ],
  ['R20 R21 the ERP does not, then', byWarehouse, 'shipment', 'erp', undefined, 'hold'],
];

describe('the table of authority', () => {
  it.each(rows)('%s', (_, policy, field, from, known, verdict) => {
    const judgment = judgeReport(policy, { field, from, known, reported: '5' });
    expect(judgment.verdict).toBe(verdict);
    expect(judgment.why).not.toBe('');
  });

  it('R20 is part of a policy that is read from JSON, and checked', () => {
    const read = (change: object) => Policy.safeParse(JSON.parse(JSON.stringify({ ...defaultPolicy, ...change })));
    expect(read({}).success).toBe(true);
    expect(read({ authority: { ...authority, overlapSeconds: -1 } }).success).toBe(false);
    const fields = { ...authority.fields, tax: { ...authority.fields.tax, owner: 'nobody' } };
    expect(read({ authority: { ...authority, fields } }).success).toBe(false);
    const { price: _, ...missing } = authority.fields;
    expect(read({ authority: { ...authority, fields: missing } }).success).toBe(false);
  });
});
