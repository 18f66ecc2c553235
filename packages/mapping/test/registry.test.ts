import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Envelope, loadOurCompany, type PartnerFiles, registry } from '../src/registry.ts';
import { envelope, identity, kestrel, made, maps, notice856, order850, partner } from './registry-sample.ts';

const northfield = partner('northfield', identity('08', '925485', 'NORTHTEST'));
const harborline = partner('harborline', identity('ZZ', 'HARBORLINE'));
const from = { qualifier: '08', id: '925485' };
const day = { on: '2026-03-02' };

describe('a message that is none', () => {
  const asked = made([northfield]);
  const huge = 'N'.repeat(1_000_000);
  const ofShop = { shop: 'northfield.example', document: 'order' };

  it.each<[string, unknown, string[]]>([
    [
      'an id of a million characters',
      envelope({ qualifier: '08', id: huge }, { group: 'N' }),
      ['interchange.sender.id'],
    ],
    ['a group of a million characters', envelope(from, { group: huge }), ['group.sender']],
    ['a shop of a million characters', { ...ofShop, shop: huge }, ['shop']],
    ['a document of a million characters', { ...ofShop, document: huge }, ['document']],
    ['a sender without an id', envelope({ qualifier: '08' } as typeof from, { group: 'N' }), ['interchange.sender.id']],
    ['a usage that is a number', { ...ofShop, usage: 5 }, ['usage']],
    ['a shop that is nothing', { ...ofShop, shop: null }, ['shop']],
    ['no set', { ...envelope(from), set: undefined }, ['set']],
    ['no group', { ...envelope(from), group: null }, ['group.sender', 'group.receiver', 'group.version']],
  ])('%s is an issue with its place, and short', (_, message, places) => {
    const { ok, issues } = asked.resolve(message as Envelope, day);
    expect([ok, issues.map(({ code, path }) => `${code} ${path.join('.')}`)]).toEqual([
      false,
      places.map((place) => `message-malformed ${place}`),
    ]);
    expect(JSON.stringify(issues).length).toBeLessThan(1000);
  });

  it.each([null, undefined, 5, 'x', [], {}])('%j is no message and no question', (message) => {
    const codes = [asked.resolve(message as never, day), asked.outgoing(message as never, day)].map(
      ({ issues }) => new Set(issues.map(({ code }) => code)),
    );
    expect(codes).toEqual([new Set(['message-malformed']), new Set(['message-malformed'])]);
  });

  it('whatever stands in one place, nothing is thrown', () => {
    const parts = fc.constantFrom<unknown>(null, 5, '', 'x', '__proto__', {}, [], undefined);
    const whole = { ...envelope(from), ...ofShop, partner: 'northfield', usage: 'P' };
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), parts, fc.boolean(), (key, part, isShop) => {
        const { shop, ...rest } = { ...whole, [key]: part };
        asked.resolve((isShop ? { shop, ...rest } : rest) as never, day);
        asked.outgoing({ ...rest } as never, day);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a sender', () => {
  it('is found by qualifier and id of the interchange, with its document, map and our company', () => {
    const { value } = made([harborline, northfield]).resolve(envelope(from), day);
    expect(value?.partner.id).toBe('northfield');
    expect(value?.ours.id).toBe('kestrel');
    expect(value?.document).toBe(order850);
    expect(value?.map.id).toBe('x12/004010/850');
  });

  it('gotcha 39: blanks that pad ISA06 are no part of the id', () => {
    const { value } = made([northfield]).resolve(envelope({ qualifier: '08', id: '925485         ' }), day);
    expect(value?.partner.id).toBe('northfield');
  });

  const strangers: [why: string, sender: { qualifier: string; id: string }, found: string][] = [
    ['with another qualifier', { qualifier: '01', id: '925485' }, 'like northfield 08:925485 (another qualifier)'],
    ['with a character wrong', { qualifier: '08', id: '925486' }, 'like northfield 08:925485 (1 character differs)'],
    [
      'with leading zeros',
      { qualifier: '08', id: '00925485' },
      'like northfield 08:925485 (blanks, case, hyphens or leading zeros differ)',
    ],
    [
      'in small letters',
      { qualifier: 'ZZ', id: 'harborline' },
      'like harborline ZZ:HARBORLINE (blanks, case, hyphens or leading zeros differ)',
    ],
    [
      'with two characters and the qualifier wrong',
      { qualifier: '12', id: 'HARBORLN' },
      'like harborline ZZ:HARBORLINE (2 characters differ, and the qualifier)',
    ],
    ['that is like nobody', { qualifier: '01', id: 'SOMEBODY' }, 'nothing is like it'],
  ];
  it.each(strangers)('%s is an issue that says so', (_, sender, hint) => {
    const { ok, issues } = made([northfield, harborline]).resolve(envelope(sender), day);
    expect(ok).toBe(false);
    expect(issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      `sender-unknown: Nobody is known as sender ${sender.qualifier}:${sender.id}; ${hint}`,
    ]);
  });

  it('is told from another behind the same interchange address by GS02', () => {
    const east = partner('east', identity('ZZ', 'NETWORK', undefined, 'EAST'));
    const west = partner('west', identity('ZZ', 'NETWORK', undefined, 'WEST'));
    const both = made([east, west]);
    const sender = { qualifier: 'ZZ', id: 'NETWORK' };
    expect(both.resolve(envelope(sender, { group: 'WEST' }), day).value?.partner.id).toBe('west');
    expect(
      both.resolve(envelope(sender, { group: 'NORTH' }), day).issues.map(({ code, found }) => [code, found]),
    ).toEqual([['sender-ambiguous', 'east, west']]);
  });

  it('that sends a document it does not send, or in another release, is an issue that says what it does send', () => {
    const known = made([northfield]);
    const said = (more: Parameters<typeof envelope>[1]) =>
      known.resolve(envelope(from, more), day).issues.map(({ code, expected, found }) => [code, expected, found]);
    expect(said({ set: '860' })).toEqual([['document-unknown', '850', '860']]);
    expect(said({ version: '005010' })).toEqual([['release-unknown', '004010', '005010']]);
  });

  it('R05 an industry suffix in GS08 is no other release', () => {
    expect(made([northfield]).resolve(envelope(from, { version: '004010VICS' }), day).issues).toEqual([]);
  });

  it('R05 an unknown release is read with the nearest one where the profile says so', () => {
    const in5010 = { ...order850, native: 'x12/005010/850', map: 'x12/005010/850' };
    const more = { documents: [order850, in5010], policy: { versions: { unknownRelease: 'nearest' as const } } };
    const known = made([partner('northfield', identity('08', '925485'), more)]);
    const { value, issues } = known.resolve(envelope(from, { version: '004030' }), day);
    expect(value?.map.id).toBe('x12/004010/850');
    expect(issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['release-nearest warning']);
  });
});

describe('laws', () => {
  const id = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJ0123456789-'), minLength: 2, maxLength: 15 });
  const address = fc.record({ qualifier: fc.constantFrom('01', '08', '12', 'ZZ'), id });
  const addresses = fc.uniqueArray(address, { maxLength: 30, selector: (one) => `${one.qualifier}:${one.id}` });

  it('every partner is found by its own address, and a stranger by none', () => {
    const property = fc.property(addresses, address, (all, other) => {
      const partners = all.map((one, index) => partner(`partner-${index}`, identity(one.qualifier, one.id)));
      const known = made(partners);
      const found = all.map((one) => known.resolve(envelope(one), day).value?.partner.id);
      expect(found).toEqual(partners.map(({ profile }) => profile.id));
      const isKnown = all.some((one) => one.qualifier === other.qualifier && one.id === other.id);
      expect(known.resolve(envelope(other), day).ok).toBe(isKnown);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe('usage', () => {
  it.each([
    ['R06 test data to a production receiver', { usage: 'T' }],
    ['R06 production data to a test receiver', { usage: 'P', receiver: 'KESTRELTEST' }],
    ['R06 data that is neither', { usage: 'I' }],
  ])('%s is refused', (_, more) => {
    const { ok, issues } = made([northfield]).resolve(envelope(from, more), day);
    expect(ok).toBe(false);
    expect(issues.map(({ code }) => code)).toEqual(['usage-differs']);
  });

  it('R06 test data to the test receiver is read', () => {
    const sender = { qualifier: '08', id: 'NORTHTEST' };
    const { value } = made([northfield]).resolve(envelope(sender, { usage: 'T', receiver: 'KESTRELTEST' }), day);
    expect(value?.usage).toBe('T');
  });

  it('R06 where one address is for both, the installation says what it is', () => {
    const both = { ...kestrel, identity: identity('ZZ', 'KESTREL', 'KESTREL') };
    const sender = partner('harborline', identity('ZZ', 'HARBORLINE', 'HARBORLINE'));
    const production = made([sender], { ours: [both], usage: 'P' });
    const said = (usage: string) =>
      production
        .resolve(envelope({ qualifier: 'ZZ', id: 'HARBORLINE' }, { usage }), day)
        .issues.map(({ code }) => code);
    expect(said('P')).toEqual([]);
    expect(said('T')).toEqual(['usage-differs']);
  });
});

describe('versions', () => {
  const overlay = { id: 'new', version: '1', base: 'x12/004010/850' };
  const inMarch = (more: object = {}): PartnerFiles[] => [
    partner('northfield', identity('08', '925485'), more),
    {
      ...partner('northfield', identity('08', '925485'), {
        version: '2',
        effective: { from: '2026-03-01' },
        documents: [{ ...order850, overlays: ['new'] }, notice856],
        ...more,
      }),
      overlays: { new: overlay },
    },
  ];

  it.each([
    ['R27 on the day before the new version the old one is read', '2026-02-28', '1'],
    ['R27 on its first day the new one is', '2026-03-01', '2'],
  ])('%s', (_, on, version) => {
    expect(made(inMarch()).resolve(envelope(from), { on }).value?.partner.version).toBe(version);
  });

  it.each([
    ['R27 the old version may still be meant within the overlap', '2026-03-10', ['1']],
    ['R27 not after it', '2026-03-11', []],
  ])('%s', (_, on, earlier) => {
    const known = made(inMarch({ policy: { versions: { overlapDays: 10 } } }));
    const { value } = known.resolve(envelope(from), { on });
    expect(value?.partner.version).toBe('2');
    expect(value?.earlier.map(({ partner: { version } }) => version)).toEqual(earlier);
  });

  it('R27 what has ended without a successor is read within its overlap with a warning, and not after', () => {
    const more = { effective: { until: '2026-02-28' }, policy: { versions: { overlapDays: 2 } } };
    const known = made([partner('northfield', identity('08', '925485'), more)]);
    const codes = (on: string) => known.resolve(envelope(from), { on }).issues.map(({ code }) => code);
    expect([codes('2026-02-28'), codes('2026-03-02'), codes('2026-03-03')]).toEqual([
      [],
      ['version-overlap'],
      ['version-not-effective'],
    ]);
  });

  it('R27 a map of several versions is the one effective on the day', () => {
    const [first, ...others] = maps;
    const next = {
      id: 'x12/004010/850',
      version: '2',
      native: 'x12/004010/850',
      canonical: 'order',
      rules: [],
      effective: { from: '2026-03-02' },
    };
    const known = made([northfield], { maps: [...others, next, ...(first ? [first] : [])] });
    const on = (day: string) => known.resolve(envelope(from), { on: day }).value?.map.version;
    expect([on('2026-03-01'), on('2026-03-02')]).toEqual(['1', '2']);
  });

  const pinned = (more: object) => inMarch({ documents: [{ ...notice856, ...more }] });
  it('R27 an outgoing document has the version of the day of sending, or of the order where it is pinned', () => {
    const question = { partner: 'northfield', document: '856', usage: 'P' } as const;
    const days = { on: '2026-03-05', orderedOn: '2026-02-20' };
    expect(made(pinned({})).outgoing(question, days).value?.partner.version).toBe('2');
    expect(made(pinned({ pin: 'order' })).outgoing(question, days).value?.partner.version).toBe('1');
  });

  it('R27 a correction has the version that made the document', () => {
    const question = { partner: 'northfield', document: '856', usage: 'P', madeBy: '1' } as const;
    expect(made(inMarch()).outgoing(question, { on: '2026-03-05' }).value?.partner.version).toBe('1');
    const { issues } = made(inMarch()).outgoing({ ...question, madeBy: '7' }, { on: '2026-03-05' });
    expect(issues.map(({ code }) => code)).toEqual(['document-unknown']);
  });
});

describe('our companies', () => {
  const heron = {
    id: 'heron',
    name: 'Heron Home',
    identity: { ...identity('12', '8005550100'), gs1CompanyPrefixes: ['0712345'] },
  };

  it('a second brand is data: its own address, prefixes and profile of the same partner', () => {
    const profiles = [
      partner('northfield', identity('08', '925485'), { ours: ['kestrel'] }),
      partner('northfield-heron', identity('08', '925485'), { ours: ['heron'] }),
    ];
    const known = made(profiles, { ours: [kestrel, heron] });
    const { value } = known.resolve(envelope(from), day);
    expect([value?.partner.id, value?.ours.id]).toEqual(['northfield', 'kestrel']);
    const toHeron = envelope(from);
    const second = known.resolve(
      { ...toHeron, interchange: { ...toHeron.interchange, receiver: { qualifier: '12', id: '8005550100' } } },
      day,
    );
    expect([second.value?.partner.id, second.value?.ours.identity.gs1CompanyPrefixes]).toEqual([
      'northfield-heron',
      ['0712345'],
    ]);
  });

  it('an envelope to nobody of ours says whom it may have meant', () => {
    const { issues } = made([northfield]).resolve(envelope(from, { receiver: 'KESTREK' }), day);
    expect(issues.map(({ code, expected }) => [code, expected])).toEqual([['receiver-unknown', 'ZZ:KESTREL']]);
  });

  it('an outgoing document has both ends of its envelope', () => {
    const { value } = made([northfield]).outgoing({ partner: 'northfield', document: '856', usage: 'T' }, day);
    expect([value?.sender?.id, value?.receiver?.id]).toEqual(['KESTRELTEST', 'NORTHTEST']);
  });

  it('an outgoing document of a partner of two brands must say whose it is', () => {
    const known = made([northfield], { ours: [kestrel, heron] });
    const question = { partner: 'northfield', document: '856', usage: 'P' } as const;
    expect(known.outgoing(question, day).issues.map(({ code }) => code)).toEqual(['receiver-ambiguous']);
    expect(known.outgoing({ ...question, ours: 'heron' }, day).value?.sender?.id).toBe('8005550100');
  });

  it('a second warehouse is data', () => {
    const warehouses = [
      { id: 'east', ids: [{ scheme: 'gln', value: '0614141000012' }] },
      { id: 'west', ids: [{ scheme: 'gln', value: '0614141000029' }], provider: 'westhouse' },
    ];
    expect(loadOurCompany({ ...kestrel, warehouses }).value?.warehouses?.[1]?.provider).toBe('westhouse');
    expect(loadOurCompany({ ...kestrel, warehouse: warehouses }).issues.map(({ code }) => code)).toEqual([
      'company-invalid',
    ]);
  });
});

describe('a shop', () => {
  const documents = [
    { document: 'order', direction: 'in' as const, native: 'json/shop/order', map: 'json/shop/order' },
  ];
  const shop = partner('own-shop', { shopDomains: ['kestrel-goods.example'] }, { documents });

  it('is found by its domain', () => {
    const { value } = made([shop, northfield]).resolve({ shop: 'Kestrel-Goods.example', document: 'order' }, day);
    expect([value?.partner.id, value?.ours.id, value?.map.id]).toEqual(['own-shop', 'kestrel', 'json/shop/order']);
  });

  it('of another domain is an issue with the nearest', () => {
    const { issues } = made([shop]).resolve({ shop: 'kestrel-good.example', document: 'order' }, day);
    expect(issues.map(({ code, expected }) => [code, expected])).toEqual([['sender-unknown', 'kestrel-goods.example']]);
  });
});

describe('making a registry', () => {
  it.each([
    ['a map', { map: 'x12/004010/859' }, 'map-unknown'],
    ['an overlay', { overlays: ['850'] }, 'overlay-unknown'],
    ['an overlay with the name of a prototype', { overlays: ['__proto__'] }, 'overlay-unknown'],
    ['a guide', { guide: 'toString' }, 'guide-unknown'],
  ])('%s that nobody has is an issue', (_, more, code) => {
    const files = partner('northfield', identity('08', '925485'), { documents: [{ ...order850, ...more }] });
    const { ok, issues } = registry([{ ...files, overlays: {}, guides: {} }], { ours: [kestrel], maps });
    expect([ok, issues.map((issue) => issue.code)]).toEqual([false, [code]]);
  });

  it('one version given twice, and a company that is not ours, are issues', () => {
    const stranger = partner('harborline', identity('ZZ', 'HARBORLINE'), { ours: ['heron'] });
    const { issues } = registry([northfield, northfield, stranger], { ours: [kestrel], maps });
    expect(issues.map(({ code }) => code)).toEqual(['profile-repeated', 'company-unknown']);
  });

  it('a day that is none throws', () => {
    expect(() => made([northfield]).resolve(envelope(from), { on: '2026-3-1' })).toThrow(RangeError);
  });
});
