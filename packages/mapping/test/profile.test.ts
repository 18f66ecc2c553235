import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadProfile, orderPurposes, type PartnerProfile } from '../src/registry.ts';

const northfield: PartnerProfile = {
  id: 'northfield',
  version: '3',
  name: 'Northfield Stores',
  effective: { from: '2026-03-01' },
  identity: { interchanges: [{ usage: 'production', qualifier: '08', id: '925485' }], timeZone: 'America/Chicago' },
  documents: [
    {
      document: '856',
      direction: 'out',
      native: 'x12/004010/856',
      map: 'x12/004010/856',
      overlays: ['856'],
      guide: '856',
      per: 'truck',
      pin: 'order',
      constraints: [{ id: 'bill', if: { path: 'carrier.mode', is: 'M' }, then: { path: 'references', least: 1 } }],
    },
  ],
  policy: {
    order: {
      identity: ['number', 'release', 'date'],
      purposes: { duplicate: { whenNew: 'hold', whenEqual: 'acknowledge', whenDifferent: 'hold' } },
      rememberedMonths: 36,
      shortage: 'cancel',
    },
    change: { quantities: 'difference', image: 'changedLines' },
    money: {
      roundedAt: 'line',
      rounding: 'halfUp',
      tolerance: '0.01',
      allowanceChargeCodes: ['D240'],
      creditSign: 'negative',
      taxOn: 'line',
    },
    price: { percent: '2', amount: '0.05', whenLower: 'answerPrice', whenHigher: 'accept' },
    acknowledgment: { form: '999', violations: { 'guide-code': 'reject' }, guideFault: '824' },
    fulfillment: {
      source: 'warehouse',
      noticeBeforePosting: true,
      shortConfirmation: 'shipShort',
      correction: 'replace',
      ssccMonths: 12,
    },
    batching: {
      windows: [{ from: '06:00', until: '20:30' }],
      sets: 200,
      oneDocumentType: true,
      urgent: ['856'],
      gapless: true,
    },
    timing: [{ document: '997', startsAt: 'received', offset: 'PT24H', satisfiedBy: 'transmitted' }],
    authority: [{ fields: 'price', owner: 'erp', conflict: 'hold' }],
    characters: { set: 'basic', outside: 'transliterate' },
    catchWeight: { unit: 'LBR', percent: '5' },
    remittance: { tolerance: '0', underpaid: 'deduction', overpaid: 'hold', disputeDays: 60 },
    returns: { credit: '812', needsAuthorization: true, creditedDispositions: ['restock'], partial: true },
    versions: { overlapDays: 30, unknownRelease: 'refuse' },
  },
};

/** `not` in `not`, so many times. */
function deepCondition(depth: number): unknown {
  let condition: unknown = true;
  for (let level = 0; level < depth; level++) condition = { not: condition };
  return condition;
}

/** The profile with something else at a place, as JSON would bring it. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(northfield));
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
}

const faults: [what: string, path: (string | number)[], value: unknown, at?: string][] = [
  ['an id with capital letters', ['id'], 'Northfield'],
  ['a field that no profile has', ['dokuments'], [], ''],
  ['a direction that is none', ['documents', 0, 'direction'], 'out-bound'],
  ['a range that ends before it begins', ['effective', 'until'], '2026-02-28', 'effective'],
  ['R14 another cardinality', ['documents', 0, 'per'], 'trailer'],
  [
    'a constraint without anything to ask',
    ['documents', 0, 'constraints', 0, 'then'],
    { path: 'number' },
    'documents.0.constraints.0.then',
  ],
  [
    'a constraint with a regular expression',
    ['documents', 0, 'constraints', 0, 'then'],
    { path: 'number', matches: '(a+)+$' },
    'documents.0.constraints.0.then',
  ],
  ['R04 fewer than 24 months', ['policy', 'order', 'rememberedMonths'], 23],
  ['R04 an action that is none', ['policy', 'order', 'purposes', 'duplicate', 'whenNew'], 'ship'],
  ['R17 a quantity that is neither total nor difference', ['policy', 'change', 'quantities'], 'both'],
  ['R23 another rounding point', ['policy', 'money', 'roundedAt'], 'carton'],
  ['gotcha 18 a tolerance that is a number', ['policy', 'price', 'percent'], 2],
  ['R09 another acknowledgment', ['policy', 'acknowledgment', 'form'], '855'],
  ['R10 a violation that does something else', ['policy', 'acknowledgment', 'violations', 'guide-code'], 'hold'],
  ['R22 another correction', ['policy', 'fulfillment', 'correction'], 'call'],
  ['R21 another source', ['policy', 'fulfillment', 'source'], 'buyer'],
  ['gotcha 30 an SSCC used again within a year', ['policy', 'fulfillment', 'ssccMonths'], 11],
  ['R26 an offset that is no duration', ['policy', 'timing', 0, 'offset'], '24 hours'],
  ['R26 a clock that starts at parsing', ['policy', 'timing', 0, 'startsAt'], 'parsed'],
  ['R20 an owner that is none', ['policy', 'authority', 0, 'owner'], 'partner'],
  ['R18 a unit in small letters', ['policy', 'catchWeight', 'unit'], 'lb'],
  ['R24 an underpayment that is forgiven', ['policy', 'remittance', 'underpaid'], 'forgive'],
  ['R25 a credit by another document', ['policy', 'returns', 'credit'], '180'],
];

describe('loading a profile', () => {
  it('a whole profile is read as it is', () => {
    expect(loadProfile(JSON.parse(JSON.stringify(northfield)))).toEqual({ ok: true, value: northfield, issues: [] });
  });

  it.each(faults)('%s is an issue at its place', (_, path, value, at = path.join('.')) => {
    const { ok, issues } = loadProfile(changed(path, value));
    expect(ok).toBe(false);
    expect(issues.map((issue) => `${issue.code} ${issue.path.join('.')}`)).toContain(`profile-invalid ${at}`);
  });

  it('two constraints with one id are an issue', () => {
    const twice = [0, 1].map(() => ({ id: 'a', then: true }));
    expect(loadProfile(changed(['documents', 0, 'constraints'], twice)).issues.map(({ message }) => message)).toEqual([
      'documents.0.constraints: two constraints have one id',
    ]);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a profile nested without end', JSON.parse(`${'{"id":'.repeat(5000)}1${'}'.repeat(5000)}`)],
    ['a condition nested without end', changed(['documents', 0, 'constraints', 0, 'if'], deepCondition(20_000))],
  ])('%s is an issue, not a throw', (_, json) => {
    expect(loadProfile(json).ok).toBe(false);
  });

  it('R17 there is no default for what the quantities of a change are', () => {
    expect(loadProfile(changed(['policy', 'change'], {})).value?.policy?.change?.quantities).toBeUndefined();
  });
});

describe('R04 what a purpose means when nothing is agreed', () => {
  it.each([
    [
      '00 on an order that says the same is acknowledged, on one that says something else it holds',
      'original',
      ['create', 'acknowledge', 'hold'],
    ],
    ['07 acknowledges when equal and holds when different', 'duplicate', ['create', 'acknowledge', 'hold']],
    ['05 replaces open quantities', 'replace', ['create', 'acknowledge', 'replaceOpen']],
    ['06 never makes an order where one is', 'confirmation', ['create', 'acknowledge', 'hold']],
    ['22 never ships', 'informationCopy', ['note', 'note', 'note']],
    ['01 cancels what is not picked', 'cancellation', ['hold', 'cancelUnpicked', 'cancelUnpicked']],
  ] as const)('R04 %s', (_, purpose, [whenNew, whenEqual, whenDifferent]) => {
    expect(orderPurposes[purpose]).toEqual({ whenNew, whenEqual, whenDifferent });
  });
});

describe('the policy says where it comes from', () => {
  it.each(['R04', 'R05', 'R09', 'R10', 'R14', 'R17', 'R18', 'R20', 'R21', 'R22', 'R23', 'R24', 'R25', 'R26', 'R27'])(
    '%s stands in the docstring of a field of the policy',
    (rule) => {
      expect(readFileSync(policySource, 'utf8')).toContain(rule);
    },
  );
});

const policySource = fileURLToPath(new URL('../src/profile/policy/profile-policy.ts', import.meta.url));
