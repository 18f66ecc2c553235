import { registry } from '@dist/mapping/registry';
import { conformance } from '@dist/mapping/testing';
import { parse } from '@dist/x12';
import { describe, expect, it } from 'vitest';
import { filesOf, must, ourCompany, partnerHere, partnerNames, shippedMaps, textHere } from './partner-files.ts';

const partners = new Map(partnerNames.map((name) => [name, { ...partnerHere(name), files: filesOf(name) }]));
const all = [...partners.values()];
const worked = ['amazon', 'bestbuy', 'homedepot', 'macys', 'walmart'];
const ours = [ourCompany('kestrel'), ourCompany('heron')];
const maps = [...new Map(all.flatMap(({ files }) => shippedMaps(files)).map((map) => [map.id, map])).values()];
const known = must(
  registry(
    all.map(({ files }) => files),
    { ours, maps },
  ),
);

describe.each([...partners])('%s', (name, partner) => {
  const tests = conformance(partner, { runs: 3 });

  it.each(tests)('$name', ({ run }) => run());

  it('has its 850 in, 856 out and 810 out', () => {
    const names = partner.documents.map((document) => document.name);
    expect(names).toEqual(expect.arrayContaining(['850 in', '856 out', '810 out']));
  });

  const received = partner.documents.filter(({ profile }) => profile.direction === 'in');
  const golden = received.flatMap((document) => document.golden.map((pair) => ({ pair, document })));
  it.each(golden)('the envelope of $pair.name leads to its document', ({ pair, document }) => {
    const [interchange] = parse(pair.text).interchanges;
    const [group] = interchange?.groups ?? [];
    if (!interchange || !group) throw new Error('no interchange');
    const envelope = { interchange: interchange.header, group: group.header, set: group.sets[0]?.type ?? '' };
    const { value, issues } = known.resolve(envelope, { on: '2026-03-02' });
    expect(issues).toEqual([]);
    expect([value?.partner.id, value?.ours.id, value?.document]).toEqual([name, 'kestrel', document.profile]);
    expect(value?.overlays).toEqual(document.overlays);
  });

  it('what is sent has the ends of its envelope', () => {
    const question = { partner: name, document: '810', ours: 'kestrel', usage: 'P' } as const;
    const { value } = known.outgoing(question, { on: '2026-03-02' });
    expect([value?.sender?.id, value?.receiver?.id]).toEqual(['KESTRELSUPPLY', interchangeIdOf(name)]);
  });
});

const interchangeIdOf = (name: string) => partners.get(name)?.profile.identity.interchanges?.[0]?.id;

describe('worked examples of real companies', () => {
  it('there are five, and two invented', () => {
    expect(partnerNames).toEqual([...worked, 'brightwater', 'maplegrove'].sort());
  });

  it.each(worked)('%s says where its facts come from, and that it is not affiliated', (name) => {
    const page = textHere(`${name}/README.md`);
    expect(page).toMatch(/Not affiliated with .+\. Check your own guide\./);
    expect(page).toMatch(/^\| fact \| from \|$/m);
    expect(partners.get(name)?.profile.note).toContain('Not affiliated');
  });

  it.each(worked)('every source that a constraint of %s names stands in its page', (name) => {
    const page = textHere(`${name}/README.md`);
    const sources = (partners.get(name)?.profile.documents ?? [])
      .flatMap(({ constraints }) => constraints ?? [])
      .flatMap(({ source }) => (source === undefined ? [] : [source]));
    expect(sources.filter((source) => !page.includes(source))).toEqual([]);
  });

  it('R22 the orders of levels are those of each partner', () => {
    const orders = worked.map((name) => {
      const guide = partners.get(name)?.files.guides?.['856'] as { levels: string[][] };
      return [name, guide.levels.map((levels) => levels.join('-')).join(' ')];
    });
    expect(Object.fromEntries(orders)).toEqual({
      amazon: 'S-O-P-I S-O-T-P-I',
      bestbuy: 'S-O-T-P-I S-O-P-I',
      homedepot: 'S-O-I-P',
      macys: 'S-O-P-I',
      walmart: 'S-O-P-I S-O-T-P-I',
    });
  });

  it('R14 what one document is made of is data of the profile', () => {
    const per = (name: string, set: string) =>
      partners.get(name)?.profile.documents.find(({ document }) => document === set)?.per;
    expect([per('macys', '810'), per('bestbuy', '856'), per('bestbuy', '810')]).toEqual([
      'orderAndStore',
      'truck',
      'order',
    ]);
  });

  it('gotcha 3: Macy’s BEG01 07 replaces open quantities and never makes a second order', () => {
    const duplicate = partners.get('macys')?.profile.policy?.order?.purposes?.duplicate;
    expect([duplicate?.whenEqual, duplicate?.whenDifferent]).toEqual(['acknowledge', 'replaceOpen']);
  });
});

describe('second brand, second warehouse, Canada', () => {
  it('the same partner reaches each brand at its own address', () => {
    const walmart = { qualifier: '08', id: '925485US00' };
    const to = (id: string) =>
      known.resolve(
        {
          interchange: { sender: walmart, receiver: { qualifier: 'ZZ', id }, usage: 'P' },
          group: { sender: walmart.id, receiver: id, version: '005010' },
          set: '850',
        },
        { on: '2026-03-02' },
      ).value?.ours;
    expect(to('KESTRELSUPPLY')?.identity.gs1CompanyPrefixes).toEqual(['0614141']);
    expect(to('HERONHOME')?.identity.gs1CompanyPrefixes).toEqual(['0712345']);
  });

  it('a second warehouse has its own GLN', () => {
    const glns = ours[0]?.warehouses?.map(({ id, ids }) => [id, ids[0]?.value]);
    expect(glns).toEqual([
      ['dayton', '0614141000012'],
      ['reno', '0614141000029'],
    ]);
  });

  it('a Canadian order without CUR is in Canadian dollars, and its invoice says GST, HST and PST apart', () => {
    const golden = partners.get('maplegrove')?.documents.flatMap((document) => document.golden) ?? [];
    const canonical = (name: string) => golden.find((pair) => pair.name === name)?.canonical;
    expect(canonical('order-from-ontario')).toMatchObject({ currency: 'CAD' });
    expect(canonical('invoice-with-hst')).toMatchObject({ taxes: [{ category: 'BE', rate: '13', amount: '31.2' }] });
    expect(canonical('invoice-with-gst-and-pst')).toMatchObject({ taxes: [{ category: 'GS' }, { category: 'SP' }] });
  });
});
