import { describe, expect, it } from 'vitest';
import { alteredTests } from '../src/testing/altered-tests.ts';
import { partnerOf } from '../src/testing/partner-of.ts';
import { mustHave } from './compiled.ts';
import { shippedMaps } from './shipped-maps.ts';
import { shippedPartner } from './shipped-partner.ts';
import { smallPartner } from './small-partner.ts';

/** Why a test fails. */
function refusal(run: () => void): string[] {
  try {
    run();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

describe('golden pairs with one thing changed: what is refused, kept, or means something else', () => {
  it.each(shippedMaps)('$id', (map) => {
    const tests = shippedPartner(map).documents.flatMap((document) => alteredTests(document));
    expect(tests.flatMap(({ name, run }) => refusal(run).map((reason) => `${name}: ${reason}`))).toEqual([]);
  });
});

describe('what is expected of a changed golden pair', () => {
  const expecting = (more: object): string[] => {
    const altered = [{ direction: 'read', path: 'BEG03', ...more }];
    const partner = mustHave(partnerOf({ ...smallPartner, 'golden/order.altered.json': JSON.stringify(altered) }));
    return partner.documents
      .slice(0, 1)
      .flatMap(alteredTests)
      .flatMap(({ run }) => refusal(run));
  };
  it.each<[what: string, more: object, reasons: string[]]>([
    ['the issue that comes', { code: 'value-required', rule: 'number' }, []],
    [
      'a code that there is not',
      { code: 'value-requird' },
      ['error value-requird expected, found error value-required of number'],
    ],
    [
      'a code that does not come of it',
      { code: 'value-unmappable', rule: 'number' },
      ['error value-unmappable of number expected, found error value-required of number'],
    ],
    [
      'the code of another rule',
      { code: 'value-required', rule: 'purpose' },
      ['error value-required of purpose expected, found error value-required of number'],
    ],
    [
      'another severity',
      { code: 'value-required', severity: 'warning' },
      ['warning value-required expected, found error value-required of number'],
    ],
    ['a value, where it is refused', { gives: { path: 'number' } }, ['it is refused: BEG03: is required and absent']],
  ])('is compared with what comes: %s', (_, more, reasons) => {
    expect(expecting(more).map((reason) => reason.replace(/;.*an overlay.*$/, ''))).toEqual(reasons);
  });
});
