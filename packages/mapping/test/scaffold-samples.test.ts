import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaffold } from '../src/testing.ts';
import { mustHave } from './compiled.ts';

const examples = join(import.meta.dirname, '../../../examples');
const samples = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(?!.*node_modules).*\/golden\/.*(?<!\.written)\.edi$/.test(file))
  // Of several that differ in little, one.
  .filter((file) => !/-of-a-(?:truck|parcel)|sent-again|two-stores|columbia|with-hst|northfield-855/.test(file))
  .sort();

/** What of a sample the overlay of a person must settle: nothing here can know it. */
const open: Readonly<Record<string, readonly string[]>> = {
  // A constant of one partner, in the order.
  'partners/macys/golden/ship-notice.edi': [
    'line 11: PID*S**VI*FL expected, nothing written',
    'line 23: PID*S**VI*FL expected, nothing written',
  ],
  'partners/homedepot/golden/invoice.edi': ['line 13: nothing expected, CTT*2 written'],
  'partners/walmart/golden/ship-notice.edi': ['line 5: REF*UCB*06141410000070014 expected, nothing written'],
  'order-to-cash/test/golden/cedarpoint-810.edi': [
    'Line 2 is counted in XCS and priced for EA',
    'Line 3 is counted in XCS and priced for EA',
  ],
  'order-to-cash/test/golden/cedarpoint-856.edi': [
    'line 6: REF*VR*88213 expected, nothing written',
    'line 33: CTT*7*23 expected, CTT*7 written',
  ],
  'order-to-cash/test/golden/harborline-810.edi': ['line 2: CUR*BY*USD expected, CUR*SE*USD written'],
  'order-to-cash/test/golden/harborline-856.edi': [
    'line 4: TD5*O*2*KSTL*M*SAMPLE FREIGHT expected, TD5**2*KSTL*M*SAMPLE FREIGHT written',
  ],
  'order-to-cash/test/golden/northfield-856.edi': [
    'line 4: TD5*O*2*KSTL*M*SAMPLE FREIGHT expected, TD5**2*KSTL*M*SAMPLE FREIGHT written',
  ],
};

describe('a first folder of each sample in this repository', () => {
  it('there are samples of what comes and of what goes', () => {
    expect(samples.length).toBeGreaterThan(25);
    expect(Object.keys(open).filter((file) => !samples.includes(file))).toEqual([]);
  });

  it.each(samples)('%s passes its own tests, or says what is open', (file) => {
    const { report } = mustHave(scaffold({ sample: readFileSync(join(examples, file), 'utf8'), id: 'partner' }));
    expect(report.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.open.flatMap(({ message }) => message.split('\n'))).toEqual(open[file] ?? []);
  });

  it.each<[what: string, file: string, patch: object]>([
    [
      'the order of item numbers, and the qualifiers that are used',
      'partners/bestbuy/golden/invoice.edi',
      { 'line-ids': { order: expect.arrayContaining(['BP', 'VP', 'UP', 'IN']) } },
    ],
    [
      'lines that do not state their total',
      'order-to-cash/test/golden/northfield-810.edi',
      { 'line-net-stated': { if: { canonical: null } }, 'line-net-derived': { if: { canonical: true } } },
    ],
    [
      'items that stand above their cartons',
      'partners/homedepot/golden/ship-notice.edi',
      { hl: { levels: ['S', 'O', 'I', 'P'], lossy: ['T'] } },
    ],
    [
      'a currency that is stated though it stands for none',
      'order-to-cash/test/golden/cedarpoint-855.edi',
      { currency: { omitDefault: null }, 'currency-stated': { if: { canonical: true } } },
    ],
  ])('its overlay has %s', (_, file, patch) => {
    const { files, report } = mustHave(scaffold({ sample: readFileSync(join(examples, file), 'utf8'), id: 'partner' }));
    const [name = ''] = Object.keys(files).filter((one) => one.startsWith('overlays/'));
    expect(JSON.parse(files[name] ?? '{}').patch).toMatchObject(patch);
    const rules = report.proposals.map(({ rule }) => rule);
    expect(rules).toContain(Object.keys(patch)[0]);
  });
});
