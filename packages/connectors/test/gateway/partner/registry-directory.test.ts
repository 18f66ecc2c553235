import { registryDirectory, type VersionChoice } from '@dist/connectors/gateway';
import type { PartnerMap } from '@dist/mapping';
import type { OurCompany, PartnerFiles } from '@dist/mapping/registry';
import { phase } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../cases/flow-case.ts';
import { liveWorld } from '../cases/live-world.ts';
import { standardMaps } from '../sample-gateway.ts';
import { datedDirectory, datedFiles } from './dated-partner.ts';

const theirs = { qualifier: '08', id: 'THEIRID' };
const ours = { qualifier: 'ZZ', id: 'OURID' };
const company: OurCompany = {
  id: 'ours',
  name: 'Ours (sample)',
  identity: { interchanges: [{ usage: 'production', qualifier: 'ZZ', id: 'OURID', groupId: 'OURS' }] },
};
const settings = { usage: 'P', maps: Object.values(standardMaps) as readonly PartnerMap[], ours: [company] } as const;

/** Two versions; the second, from February on, wants a department in each order. */
const two = () =>
  datedDirectory({ version: '1', overlapDays: 2 }, { version: '2', from: '2026-02-01', needsDepartment: true });

describe('versions of what was agreed', () => {
  it.each([
    [
      'R27 before midnight where the partner is, the old one is in force',
      '2026-02-01T04:59:59.000Z',
      ['A'],
      'fulfilling',
    ],
    [
      'R27 after it the new one is, and the old one may still be meant',
      '2026-02-01T05:00:00.000Z',
      ['A'],
      'fulfilling',
    ],
    ['R27 also on the last day of the overlap', '2026-02-03T04:59:59.000Z', ['A'], 'fulfilling'],
    ['R27 not after it', '2026-02-03T05:00:00.000Z', ['R'], undefined],
  ])('%s', async (_, at, codes, where) => {
    const world = liveWorld({ at, partners: two() });
    const receipt = await world.receive('in/a.edi', fileOf({ po: '4711' }));
    expect(receipt.interchanges[0]?.acknowledgment?.codes).toEqual(codes);
    if (where === undefined) expect(await world.orders()).toEqual([]);
    else expect(phase(await world.state('northfield/4711'))).toBe(where);
  });

  it.each<[string, VersionChoice, string]>([
    ['R27 what goes out is made by what is in force when it is sent', { at: '2026-02-02T12:00:00.000Z' }, '2'],
    [
      'R27 what is pinned by that of the day of the order',
      { at: '2026-02-02T12:00:00.000Z', orderedAt: '2026-01-31T12:00:00.000Z' },
      '1',
    ],
    ['R27 a correction by what made the first', { at: '2026-03-02T12:00:00.000Z', madeBy: { '856': '1' } }, '1'],
  ])('%s', async (_, choice, version) => {
    const directory = datedDirectory({ version: '1' }, { version: '2', from: '2026-02-01', pinned: ['856'] });
    expect((await directory.byId('northfield', choice))?.versions?.['856']).toBe(version);
  });

  it('R27 a version is compiled once, whatever the day', async () => {
    const directory = two();
    const on = (day: string) => directory.byAddress(theirs, ours, `${day}T12:00:00.000Z`);
    const [first, second, later] = await Promise.all([on('2026-01-05'), on('2026-01-06'), on('2026-03-05')]);
    expect(first).toBe(second);
    expect(later).not.toBe(first);
  });

  it('nobody has an address that is not known, and an instant is needed', async () => {
    const directory = two();
    expect(await directory.byAddress({ ...theirs, id: 'OTHER' }, ours, '2026-01-05T12:00:00.000Z')).toBeUndefined();
    expect(await directory.byAddress(theirs, { ...ours, id: 'OTHER' }, '2026-01-05T12:00:00.000Z')).toBeUndefined();
    expect(await directory.byId('nobody', { at: '2026-01-05T12:00:00.000Z' })).toBeUndefined();
    await expect(directory.byId('northfield')).rejects.toThrow(RangeError);
    await expect(directory.byAddress(theirs, ours)).rejects.toThrow(RangeError);
  });
});

describe('what is wrong with a folder is an issue when the directory is made', () => {
  const files = datedFiles({ version: '1' });
  const faulty: readonly [string, readonly PartnerFiles[], string][] = [
    ['a guide for a place that is not there', [{ ...files, guides: { '850': guideFor('QQ7') } }], 'guide-path'],
    [
      'an overlay of a rule that the map does not have',
      [{ ...files, overlays: { '856': overlayOf('none') } }],
      'overlay',
    ],
    [
      'two partners behind one address',
      [files, { ...files, profile: { ...files.profile, id: 'other' } }],
      'address-shared',
    ],
  ];
  // A map that only counts next year is compiled today.
  const next = datedFiles({ version: '2', from: '2030-01-01' });
  it.each([
    ...faulty,
    ['a version of next year', [files, { ...next, overlays: { '856': overlayOf('none') } }], 'overlay'],
  ] as const)('%s', (_, partners, code) => {
    const version = (each: PartnerFiles): PartnerFiles =>
      each.profile.version === '1' && code === 'overlay' && partners.length === 1
        ? { ...each, profile: { ...each.profile, documents: next.profile.documents } }
        : each;
    const made = registryDirectory(partners.map(version), settings);
    expect(made.ok).toBe(false);
    expect(made.issues.map((issue) => issue.code).join()).toContain(code);
  });

  function guideFor(path: string) {
    return { name: 'sample', set: '850', release: '004010', places: [{ path, usage: 'required' }] };
  }

  function overlayOf(rule: string) {
    return { id: 'sample/856', version: '1', base: 'x12/004010/856', patch: { [rule]: null } };
  }
});

it('R21 a partner that runs one of our warehouses is one', async () => {
  const run: OurCompany = { ...company, warehouses: [{ id: 'dayton', ids: [], provider: 'northfield' }] };
  const made = registryDirectory([datedFiles({ version: '1' })], { ...settings, ours: [run] });
  const partner = await made.value?.byId('northfield', { at: '2026-01-05T12:00:00.000Z' });
  expect(partner?.profile.role).toBe('warehouse');
});
