import { describe, expect, it } from 'vitest';
import { purchaseOrder850 } from '../src/004010.ts';
import { type FormattableIssue, format } from '../src/format.ts';
import { read } from '../src/read.ts';
import { interchange, ORDER } from './sample.ts';

/** Each issue of an interchange as people see it. */
const shown = (text: string | Uint8Array, file?: string): string[] => {
  const { issues, source } = read(text, { sets: [purchaseOrder850] });
  return issues.map((issue) => format(issue, { source, file }));
};

const withLine = (from: string, to: string): string => interchange([ORDER.map((line) => line.replace(from, to))]);

describe('format', () => {
  const sample = withLine('*24*', '*2O*');
  const offset = sample.indexOf('2O');

  it('says what, where, expected and found, and marks the fault', () => {
    expect(shown(sample, 'orders.edi')).toEqual([
      [
        `orders.edi: PO1 segment 9, PO1 loop 1, set 0001, offset ${offset} (line 1): PO102 (quantity ordered) holds a character that its type does not allow; expected a decimal number, found "2O" [AK403-6]`,
        '  PO1*1*2O*EA*3.25**UP*012345678905',
        '        ^^',
      ].join('\n'),
    ]);
  });

  it('names the loops around the place, the inner one first', () => {
    const text = interchange([[...ORDER.slice(0, 9), 'N1*ST*A', 'N1*BY*B', 'N4*X*OHIO', ...ORDER.slice(9)]]);
    expect(shown(text)[0]).toMatch(/^N4 segment 13, N1 loop 2, PO1 loop 1, set 0001, /);
  });

  it('names the guide whose rule is broken', () => {
    const issue = { code: 'guide-missing', severity: 'warning', message: 'REF is missing', guide: 'sample' } as const;
    expect(format({ ...issue, acknowledgment: 'AK304-3' })).toBe('warning: REF is missing [AK304-3, guide sample]');
  });

  it('takes the source alone, as text or bytes', () => {
    const [issue] = read(sample, { sets: [purchaseOrder850] }).issues;
    if (issue === undefined) throw new Error('there is an issue');
    const expected = format(issue, { source: new TextEncoder().encode(sample) });
    expect(format(issue, sample)).toBe(expected);
    expect(format(issue, new TextEncoder().encode(sample))).toBe(expected);
  });

  it('counts lines', () => {
    expect(shown(sample.replaceAll('~', '~\r\n'))[0]).toContain('(line 11)');
  });

  it('marks the place of what is missing', () => {
    expect(shown(withLine('*SA*PO1**', '*SA***'))[0]?.split('\n').slice(1)).toEqual([
      '  BEG*00*SA***20260114',
      '            ^',
    ]);
  });

  it('cuts long segments around the fault', () => {
    const [, text = '', caret = ''] =
      shown(withLine('N3*12 EXAMPLE WAY', `N3*${'A'.repeat(300)}`))[0]?.split('\n') ?? [];
    expect(text).toBe(`  N3*${'A'.repeat(72)}…`);
    expect(caret).toBe(`     ${'^'.repeat(72)}`);
    const [, tail = '', mark = ''] =
      shown(withLine('PER*BD*SAMPLE BUYER*TE*5550100', `PER*BD*${'A'.repeat(60)}*TE*5550100*TEX*1`))[0]?.split('\n') ??
      [];
    expect(tail).toBe(`  …${'A'.repeat(36)}*TE*5550100*TEX*1`);
    expect(tail.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('TEX');
  });

  it('stays short, however long what it names is', () => {
    const long = 'A'.repeat(100_000);
    for (const line of [long, `REF*${long}*${long}`, `ST*850*${long}`])
      for (const text of shown(withLine('N3*12 EXAMPLE WAY', line))) expect(text.length).toBeLessThan(1000);
  });

  it('makes control characters visible, one for one', () => {
    const [head = '', text = '', mark = ''] =
      shown(withLine('SAMPLE BUYER', 'A\u0007\u001b[31mB\u202e'))[0]?.split('\n') ?? [];
    expect(head).toContain('found "A␇␛[31mB�"');
    expect(text).toBe('  PER*BD*A␇␛[31mB�*TE*5550100');
    expect(text.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('A␇␛[31mB�');
  });

  it('shows letters of two bytes whole', () => {
    const [, text = '', mark = ''] = shown(withLine('SAMPLE BUYER*TE', 'ŁÓDŹ CAFÉ*TEX'))[0]?.split('\n') ?? [];
    expect(text.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('TEX');
  });

  it('shows a file that is no interchange', () => {
    expect(shown('hello\nworld')).toEqual([
      'offset 0 (line 1): 11 bytes belong to no interchange; expected ISA\n  hello\n  ^^^^^',
    ]);
    expect(shown('')).toHaveLength(1);
  });

  it('shows an issue without its source on one line', () => {
    const [issue] = read(sample, { sets: [purchaseOrder850] }).issues;
    expect(issue && format(issue)).toBe(
      `PO1 segment 9, PO1 loop 1, set 0001, offset ${offset}: PO102 (quantity ordered) holds a character that its type does not allow; expected a decimal number, found "2O" [AK403-6]`,
    );
  });

  it('takes the issues of other packages, which have a path and no bytes', () => {
    expect(
      format({
        code: 'required',
        severity: 'warning',
        message: 'a price is missing',
        path: ['lines', 2, 'price'],
      }),
    ).toBe('lines/2/price: warning: a price is missing');
    expect(format({ code: 'x', severity: 'error', message: 'nothing more is known' }, { file: 'a.json' })).toBe(
      'a.json: nothing more is known',
    );
  });

  it.each<[string, FormattableIssue, string]>([
    [
      'what was expected and found once, where the message says it',
      {
        code: 'value-unmappable',
        severity: 'error',
        message: 'PO102: expected a decimal, found "2O"',
        path: ['PO1Loop', 0, 'PO1', 'quantityOrdered'],
        rule: 'line-quantity',
        expected: 'a decimal',
        found: '2O',
      },
      'PO102: expected a decimal, found "2O"',
    ],
    [
      'the place once, of an issue that names its rule',
      {
        code: 'value-required',
        severity: 'error',
        message: 'currency: is required and absent',
        path: ['currency'],
        rule: 'currency',
        expected: 'a text',
      },
      'currency: is required and absent; expected a text',
    ],
    [
      'the place once, where the message begins with it',
      {
        code: 'value-missing',
        severity: 'error',
        message: 'lines.2.price is missing',
        path: ['lines', 2, 'price'],
      },
      'lines.2.price is missing',
    ],
    [
      'a value in quotation marks and one that was cut, once',
      {
        code: 'x',
        severity: 'error',
        message: `a: expected "0001", found ${JSON.stringify(`"${'9'.repeat(100)}"`)}`,
        path: ['a'],
        rule: 'r',
        expected: '0001',
        found: `"${'9'.repeat(70)}…`,
      },
      `a: expected "0001", found ${JSON.stringify(`"${'9'.repeat(100)}"`)}`,
    ],
    [
      'the place of a message that begins with a longer name',
      { code: 'x', severity: 'error', message: 'names are missing', path: ['name'] },
      'name: names are missing',
    ],
    [
      'what was expected, where the message has that text for another reason',
      { code: 'x', severity: 'error', message: 'SE02 is not 0001', path: [], expected: '0001', found: '0002' },
      'SE02 is not 0001; expected 0001, found "0002"',
    ],
  ])('says %s', (_, issue, text) => expect(format(issue)).toBe(text));

  it.each([-1, 1e9, Number.NaN])('an offset outside the source (%s) shows no excerpt', (wrong) => {
    expect(
      format(
        { code: 'x', severity: 'error', message: 'm', at: { offset: wrong, length: 1 } },
        { source: new Uint8Array(3) },
      ),
    ).not.toContain('\n');
  });
});
