import { describe, expect, it } from 'vitest';
import { conformance, partnerOf } from '../src/testing.ts';
import { mustHave } from './compiled.ts';
import { smallPartner } from './small-partner.ts';

type Files = Readonly<Record<string, string>>;

/** What fails; laws are left out unless they are asked for, because they take longest. */
function failures(files: Files, { laws = false } = {}): string[] {
  const tests = conformance(mustHave(partnerOf(files)), { runs: 5 }).filter(({ layer }) => laws || layer !== 'laws');
  return tests.flatMap(({ name, run }) => {
    try {
      run();
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

/** The folder with a text replaced in one of its files. */
function changed(file: string, from: string, to: string): Files {
  const text = smallPartner[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...smallPartner, [file]: text.replaceAll(from, to) };
}

describe('conformance of a partner', { timeout: 30_000 }, () => {
  it('is held in every layer by one that is right', () => {
    const layers = new Set(conformance(mustHave(partnerOf(smallPartner))).map(({ layer }) => layer));
    expect([...layers]).toEqual(['static', 'golden', 'violations', 'profile', 'laws']);
    expect(failures(smallPartner, { laws: true })).toEqual([]);
  });

  it.each<[string, Files, RegExp]>([
    [
      'a rule whose path is not there',
      changed('overlays/850.json', '"default":"CAD"', '"native":"CUR99"'),
      /850 in, static: the map compiles.*CUR/s,
    ],
    [
      'an overlay that changes nothing',
      changed('overlays/850.json', '"CAD"', '"USD"'),
      /850 in, static: every part of overlay.*patch currency/s,
    ],
    [
      'a constraint on a path that is not there',
      changed('profile.json', '"path":"number"', '"path":"numbers"'),
      /850 in, static: the paths of its constraints.*numbers/s,
    ],
    [
      'a document that means something else',
      changed('golden/order.json', 'PO-4711', 'PO-4712'),
      /850 in, golden: order is read as its meaning: read: number: "PO-4712" expected, "PO-4711" found/,
    ],
    [
      'a document that is written otherwise',
      changed('golden/invoice.edi', 'IT1*1*24*', 'IT1*1*024*'),
      /810 out, golden: invoice is written as it came: line 2: IT1\*1\*024/,
    ],
    [
      'a change that is not refused',
      changed('golden/order.altered.json', '"value":"ZZ","code"', '"value":"CA","code"'),
      /850 in, violations: order read with PO1\/PO103 = CA.*found nothing/,
    ],
    [
      'a change that is not kept',
      changed('golden/order.altered.json', '"lost":"REF[0].01"', '"lost":"REF[0].03"'),
      /REF\[0\].03 is not kept; REF\[0\].01/,
    ],
    [
      'a change that makes something else',
      changed('golden/order.altered.json', '"value":"CAD"', '"value":"EUR"'),
      /currency: "EUR" expected, "CAD" found/,
    ],
    [
      'a constraint that nothing can break',
      changed('profile.json', '"maxLength":10', '"least":0'),
      /violations: a document that breaks constraint number-short/,
    ],
    [
      'a golden pair against a constraint',
      changed('profile.json', '"maxLength":10', '"maxLength":3'),
      /850 in, profile: order keeps the constraints: .*number-short/,
    ],
    [
      'a golden pair against the guide',
      changed('guides/850.json', '"maximum":3', '"maximum":2'),
      /850 in, profile: order keeps the companion guide: /,
    ],
    [
      'an invalid golden pair',
      changed('golden/invoice.json', '"total":"300"', '"total":"301"'),
      /810 out, profile: invoice is a valid document/,
    ],
  ])('%s is said, with its layer', (_, files, expected) => {
    expect(failures(files).join('\n')).toMatch(expected);
  });

  it('says that the profile allows no drawn document', () => {
    const files = changed('profile.json', '"maxLength":10', '"oneOf":["PO-1"]');
    expect(failures(files, { laws: true }).join('\n')).toMatch(/850 in, laws: .*the profile allows only 0/);
  });

  it('says by which smallest document a law is broken', () => {
    const files = changed('overlays/850.json', '"patch":{', '"patch":{"release":{"only":"write"},');
    expect(failures(files, { laws: true }).join('\n')).toMatch(
      /850 in, laws: .*read again: .*; smallest document \(seed 1\): \{/,
    );
  });

  it('says that a document has no golden pair', () => {
    const { 'golden/invoice.edi': _, 'golden/invoice.json': _meaning, ...files } = smallPartner;
    expect(failures(files)).toEqual([
      '810 out, golden: there is a golden pair: no file in golden/ is of this document',
    ]);
  });

  it('R14 says that one document is for two of what it is for', () => {
    const golden = JSON.parse(smallPartner['golden/invoice.json'] ?? '');
    const files = {
      ...smallPartner,
      'golden/invoice.json': JSON.stringify({ ...golden, lines: [{ ...golden.lines[0], orderNumber: 'PO-2' }] }),
    };
    expect(failures(files).join('\n')).toMatch(
      /810 out, profile: invoice is one document per order: one document holds 2 orders/,
    );
  });
});
