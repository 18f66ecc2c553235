import { Order } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { type Condition, json } from '../src/index.ts';
import { type Constraint, checkConstraints } from '../src/registry.ts';

const order = {
  kind: 'order',
  currency: 'CAD',
  number: 'po 4711',
  dates: { ordered: '2026-03-01', requestedShip: '2026-03-01' },
  parties: { shipTo: { ids: [{ scheme: 'buyer', value: '42' }] } },
  references: [{ type: 'department', value: '007' }],
  lines: [
    { lineId: '1', ids: [{ scheme: 'gtin', value: '00036000291452' }], quantity: { value: '24', unit: 'C62' } },
    { lineId: '2', ids: [], quantity: { value: '5.5', unit: 'LBR' }, price: { amount: '0' } },
  ],
};

/** Where the constraint is broken, each place with what was expected and found. */
function broken(constraint: Omit<Constraint, 'id'>): string[] {
  const issues = checkConstraints({ constraints: [{ id: 'asked', ...constraint }] }, order);
  return issues.map(({ path, expected, found }) => `${path.join('.')}: ${expected}${found ? `, not ${found}` : ''}`);
}

const tests: [what: string, constraint: Omit<Constraint, 'id'>, broken: string[]][] = [
  ['a text may have so many characters', { then: { path: 'number', maxLength: 7 } }, []],
  [
    'a longer text is refused',
    { then: { path: 'number', maxLength: 6 } },
    ['number: at most 6 characters, not po 4711'],
  ],
  [
    'a shorter text is refused',
    { then: { path: 'number', minLength: 8 } },
    ['number: at least 8 characters, not po 4711'],
  ],
  ['other than digits are refused', { then: { path: 'number', digits: 7 } }, ['number: 7 digits, not po 4711']],
  [
    'another number of digits is refused',
    { then: { path: 'references[type=department].value', digits: 4 } },
    ['references.0.value: 4 digits, not 007'],
  ],
  ['so many digits are right', { then: { path: 'references[type=department].value', digits: 3 } }, []],
  [
    'small letters are refused',
    { then: { path: 'number', format: 'upper-case' } },
    ['number: upper case, not po 4711'],
  ],
  ['blanks are refused', { then: { path: 'number', format: 'no-blanks' } }, ['number: no blanks, not po 4711']],
  [
    'another beginning is refused',
    { then: { path: 'number', starts: 'PO' } },
    ['number: a beginning with PO, not po 4711'],
  ],
  ['a value of the list is right', { then: { path: 'currency', oneOf: ['USD', 'CAD'] } }, []],
  ['another is refused', { then: { path: 'currency', oneOf: ['USD'] } }, ['currency: one of USD, not CAD']],
  [
    'each item is asked',
    { then: { path: 'lines[].quantity.unit', oneOf: ['XCS'] } },
    ['lines.0.quantity.unit: one of XCS, not C62', 'lines.1.quantity.unit: one of XCS, not LBR'],
  ],
  [
    'a decimal is compared as a number',
    { then: { path: 'lines[].quantity.value', minimum: '5.5', maximum: '24' } },
    [],
  ],
  [
    'a smaller and a greater one are refused',
    { then: { path: 'lines[].quantity.value', minimum: '6', maximum: '23.99' } },
    ['lines.0.quantity.value: at most 23.99, not 24', 'lines.1.quantity.value: at least 6, not 5.5'],
  ],
  ['no number is refused', { then: { path: 'currency', minimum: '0' } }, ['currency: a decimal, not CAD']],
  ['what is absent breaks no test of values', { then: { path: 'total', maxLength: 1, minimum: '9' } }, []],
  [
    'two dates may have to differ',
    { then: { path: 'dates.requestedShip', differsFrom: 'dates.ordered' } },
    ['dates.requestedShip: another than dates.ordered, not 2026-03-01'],
  ],
  ['there may be so many', { then: { path: 'lines', least: 2, most: 2 } }, []],
  ['more are refused', { then: { path: 'lines', most: 1 } }, [': at most 1, not 2 at lines']],
  ['fewer are refused', { then: { path: 'notes', least: 1 } }, [': at least 1, not 0 at notes']],
  ['a condition may be asked', { then: { path: 'total', present: true } }, [': total is there, not no total']],
  ['one of several is enough', { then: { path: 'lines[].quantity.unit', is: 'LBR' } }, []],
  [
    'none may be',
    { then: { not: { path: 'lines[].quantity.unit', is: 'LBR' } } },
    [': not lines[].quantity.unit is LBR, not lines[].quantity.unit C62, LBR'],
  ],
  [
    'it is asked if its condition holds',
    { if: { path: 'currency', is: 'CAD' }, then: { path: 'number', digits: 4 } },
    ['number: 4 digits, not po 4711'],
  ],
  ['it is not asked otherwise', { if: { path: 'currency', is: 'USD' }, then: { path: 'number', digits: 4 } }, []],
  [
    'each item is asked alone',
    { at: 'lines[]', if: { path: 'price.amount', present: true }, then: { path: 'ids', least: 1 } },
    ['lines.1: at least 1, not 0 at ids'],
  ],
  [
    'an item may look at the document',
    { at: 'lines[]', if: { path: '/currency', is: 'CAD' }, then: { path: 'price.amount', present: true } },
    ['lines.0: price.amount is there, not no price.amount'],
  ],
  [
    'all and any go together',
    {
      then: {
        all: [
          true,
          {
            any: [
              { path: 'x', present: true },
              { path: 'kind', is: 'order' },
            ],
          },
        ],
      },
    },
    [],
  ],
];

describe('constraints of a profile', () => {
  it.each(tests)('%s', (_, constraint, places) => {
    expect(broken(constraint)).toEqual(places);
  });

  const alternatives: Condition = {
    any: [
      { path: 'currency', is: ['USD', 'MXN'] },
      {
        all: [
          { path: 'total', present: true },
          { path: 'kind', is: 'order' },
        ],
      },
    ],
  };
  it.each<[string, Omit<Constraint, 'id'>, string]>([
    [
      'of one alternative or another, each with what stands there',
      { then: alternatives },
      'the document: expected any of (currency is USD or MXN; total is there and kind is order), found currency CAD, no total, kind order',
    ],
    [
      'of when it is asked',
      {
        at: 'lines[]',
        if: {
          any: [
            { path: 'price', present: true },
            { path: '/total', present: true },
          ],
        },
        then: { path: 'ids', least: 1 },
      },
      'lines.1: where price is there or /total is there, expected at least 1, found 0 at ids',
    ],
    [
      'of many and long values, the first',
      { then: { any: [{ path: 'notes', is: 'x' }] } },
      'the document: expected notes is x, found notes 1, 2, 3, 4, yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy… and 2 more',
    ],
  ])('the message tells %s', (_, constraint, message) => {
    const notes = ['1', '2', '3', '4', 'y'.repeat(50), '6', '7'];
    const [issue] = checkConstraints({ constraints: [{ id: 'asked', ...constraint }] }, { ...order, notes });
    expect(issue?.message).toBe(`Constraint asked: ${message}`);
  });

  it('an issue has the id of its constraint as its rule, its severity and its message', () => {
    const constraint: Constraint = {
      id: 'wm-1',
      severity: 'warning',
      message: 'the number in digits',
      then: { path: 'number', format: 'digits' },
    };
    expect(checkConstraints({ constraints: [constraint] }, order)).toEqual([
      {
        code: 'constraint-broken',
        severity: 'warning',
        message: 'Constraint wm-1: the number in digits',
        path: ['number'],
        side: 'canonical',
        rule: 'wm-1',
        expected: 'digits',
        found: 'po 4711',
      },
    ]);
  });

  it('a path that the document does not have is an issue, and nothing else is said', () => {
    const constraints: Constraint[] = [
      { id: 'a', then: { path: 'nubmer', maxLength: 1 } },
      { id: 'b', at: 'lines[]', if: { path: 'prise', present: true }, then: true },
      { id: 'c', then: { path: 'lines..x', present: true } },
      { id: 'd', then: { path: '__proto__.polluted', present: true } },
    ];
    const issues = checkConstraints({ constraints }, order, json({ schema: Order }));
    expect(issues.map(({ code, rule }) => `${rule} ${code}`)).toEqual([
      'a path-unknown',
      'b path-unknown',
      'c path-malformed',
      'd path-malformed',
    ]);
  });

  it.each([
    [undefined],
    [null],
    [7],
    ['text'],
    [[]],
    [{ lines: [] }],
    [JSON.parse('{ "lines": [{ "__proto__": { "ids": 1 } }] }')],
  ])('any document is looked at, %j too', (document) => {
    const constraints: Constraint[] = [{ id: 'a', at: 'lines[]', then: { path: 'ids', most: 0 } }];
    expect(checkConstraints({ constraints }, document)).toEqual([]);
  });
});
