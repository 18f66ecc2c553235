import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  aesGcm,
  type DocumentRecord,
  type DocumentStore,
  encryptedDocuments,
  isDueForRemoval,
  keptUntil,
  memoryDocuments,
  removeDueDocuments,
} from '@dist/connectors/documents';
import { documentFiles } from '@dist/connectors/node/document-files';
import { documentStoreContract } from '@dist/connectors/testing';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** A key for each partner, made when it is asked for the first time. */
function keyRing() {
  const keys = new Map<string, Promise<Key>>();
  const dropped = new Set<string>();
  const make = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const encryption = aesGcm({
    keyFor: ({ partner }) => partner,
    key: async (keyId) => {
      if (dropped.has(keyId)) return undefined;
      const known = keys.get(keyId) ?? (make() as Promise<Key>);
      keys.set(keyId, known);
      return known;
    },
  });
  return { encryption, drop: (keyId: string) => dropped.add(keyId) };
}

const stores: readonly (readonly [string, (name: string) => DocumentStore])[] = [
  ['in memory', () => memoryDocuments()],
  ['in files', (name) => documentFiles(join(folder, name.replaceAll(/\W+/g, '-').slice(0, 60)))],
  ['encrypted', () => encryptedDocuments(memoryDocuments(), keyRing().encryption)],
];

describe.each(stores)('documents %s', (_, open) => {
  it.each(documentStoreContract(open).map(({ name, run }) => [name, run] as const))('%s', (_name, run) => run());
});

const record = (more: Partial<DocumentRecord> = {}): DocumentRecord => ({
  key: 'd',
  direction: 'out',
  partner: 'northfield',
  type: '810',
  name: 'd.edi',
  hash: 'h',
  size: 3,
  controlNumbers: ['000000001'],
  orders: ['northfield/1'],
  at: '2024-02-29T09:00:00.000Z',
  ...more,
});
const bytes = Uint8Array.from([1, 2, 3]);

describe('R02 documents in files', () => {
  it('have nothing left of a put that was killed: it goes on, and what is not whole is not found', async () => {
    const place = join(folder, 'killed');
    const store = documentFiles(place);
    await store.put({ ...record(), bytes });
    // What a put of another document had written before it was killed: bytes and places, and no record.
    const [day = ''] = readdirSync(join(place, 'index', 'day'));
    writeFileSync(join(place, 'index', 'day', day, `20240229090000000-${'f'.repeat(64)}`), '');
    expect((await store.find({})).documents.map(({ key }) => key)).toEqual(['d']);
    expect(readdirSync(place, { recursive: true }).filter((name) => String(name).endsWith('.draft'))).toEqual([]);
  });

  it('have nothing of the second of two that were put under one key at once, and nothing at all once removed', async () => {
    const place = join(folder, 'race');
    const files = () => readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const keys = Array.from({ length: 20 }, (_, number) => `key ${number}`);
    const stores = [documentFiles(place), documentFiles(place)];
    for (const key of keys) {
      const puts = stores.map((store, one) =>
        store.put({ ...record({ key, hash: `h${one}`, orders: [`northfield/${one}`] }), bytes }),
      );
      expect((await Promise.all(puts)).sort()).toEqual(['conflict', 'kept']);
    }
    // A record, its bytes, and places by day, partner, order and number.
    expect(files().length).toBe(keys.length * 6);
    for (const key of keys) await stores[0]?.remove(key);
    expect(files()).toEqual([]);
  });

  it.each([
    ['bytes', (names: readonly string[]) => `${names.find((name) => name.startsWith('bytes'))}-more`],
    ...['day', 'partner', 'order', 'number'].map(
      (place) =>
        [place, (names: readonly string[]) => names.find((name) => name.includes(`index/${place}`)) ?? ''] as const,
    ),
  ] as const)('are gone after the pass that follows one that was killed at the %s', async (_, stepOf) => {
    const place = mkdtempSync(join(folder, 'killed-'));
    const files = () =>
      readdirSync(place, { recursive: true })
        .map(String)
        .filter((name) => statSync(join(place, name)).isFile());
    const store = documentFiles(place);
    await store.put({ ...record({ at: '2018-11-02T09:00:00.000Z' }), bytes });
    // No file, so that it cannot be removed as one.
    const step = join(place, stepOf(files()));
    rmSync(step, { force: true });
    mkdirSync(step);
    const now = '2026-11-02T09:00:00.000Z';
    await expect(removeDueDocuments(store, now)).rejects.toThrow();
    expect([await store.get('d'), (await store.find({})).documents]).toEqual([undefined, []]);
    expect(await store.hold('d', { by: 'counsel', reason: 'case 7', since: now })).toBe(false);
    await expect(store.put({ ...record(), bytes })).rejects.toThrow('is being removed');
    rmdirSync(step);
    expect(await removeDueDocuments(store, now)).toEqual({ removed: 1, held: 0 });
    expect(files()).toEqual([]);
    expect(await store.put({ ...record(), bytes })).toBe('kept');
  });

  it.each([
    ['the same key', 'k1'],
    ['another key', 'k2'],
    ['no key', undefined],
  ])('have their bytes again when they come again after those were lost, under %s', async (_, keyId) => {
    const place = mkdtempSync(join(folder, 'lost-'));
    const store = documentFiles(place);
    await store.put({ ...record({ keyId: 'k1' }), bytes });
    rmSync(join(place, 'bytes'), { recursive: true });
    expect(await store.put({ ...record({ keyId }), bytes: Uint8Array.from([4]) })).toBe('known');
    expect(await store.get('d')).toEqual({
      ...record(),
      ...(keyId !== undefined && { keyId }),
      bytes: Uint8Array.from([4]),
    });
    expect(await store.put({ ...record({ keyId: 'k3' }), bytes })).toBe('known');
    expect((await store.get('d'))?.bytes).toEqual(Uint8Array.from([4]));
  });

  it('are names of hashes: no key or partner leads out of the folder', async () => {
    const place = join(folder, 'names');
    const store = documentFiles(place);
    const stranger = record({ key: '../../etc/passwd', hash: '/../../up', partner: '../up', orders: ['a/../../b\0'] });
    await store.put({ ...stranger, bytes });
    const files = readdirSync(place, { recursive: true }).map(String);
    expect(files.filter((name) => /passwd|up|\.\.|\0/.test(name))).toEqual([]);
    expect((await store.get('../../etc/passwd'))?.bytes).toEqual(bytes);
  });
});

describe('R02 encryption', () => {
  it('leaves nothing readable in the store, and the end of a key is the end of the bytes, while records stay', async () => {
    const inner = memoryDocuments();
    const { encryption, drop } = keyRing();
    const store = encryptedDocuments(inner, encryption);
    const secret = new TextEncoder().encode('ISA*00*a name and an address~');
    await store.put({ ...record(), bytes: secret });
    await store.put({ ...record({ key: 'other', partner: 'southgate' }), bytes: secret });
    const stored = new TextDecoder('latin1').decode((await inner.get('d'))?.bytes);
    expect(stored).not.toContain('name');
    expect((await store.get('d'))?.bytes).toEqual(secret);
    drop('northfield');
    expect(await store.get('d')).toEqual({ ...record(), keyId: 'northfield', bytes: undefined });
    expect((await store.get('other'))?.bytes).toEqual(secret);
    await expect(store.put({ ...record({ key: 'later' }), bytes })).rejects.toThrow('There is no key northfield');
  });

  it('finds out when stored bytes were changed, or are those of another document', async () => {
    const { encryption } = keyRing();
    const inner = memoryDocuments();
    await encryptedDocuments(inner, encryption).put({ ...record(), bytes });
    const sealed = (await inner.get('d'))?.bytes ?? new Uint8Array();
    const moved = memoryDocuments();
    await moved.put({ ...record({ key: 'other' }), keyId: 'northfield', bytes: sealed });
    await expect(encryptedDocuments(moved, encryption).get('other')).rejects.toThrow();
    const changed = memoryDocuments();
    await changed.put({
      ...record(),
      keyId: 'northfield',
      bytes: sealed.map((byte, at) => (at === 14 ? byte ^ 1 : byte)),
    });
    await expect(encryptedDocuments(changed, encryption).get('d')).rejects.toThrow();
  });
});

describe('R02 retention', () => {
  it.each([
    ['seven years where no rule fits', [], '2031-03-01T09:00:00.000Z'],
    [
      'the first rule that fits',
      [
        { type: '997', keep: { days: 90 } },
        { partner: 'northfield', keep: { years: 10 } },
      ],
      '2034-03-01T09:00:00.000Z',
    ],
    ['days', [{ type: '810', direction: 'out', keep: { days: 1 } }], '2024-03-01T09:00:00.000Z'],
    ['for ever', [{ keep: 'forever' }], undefined],
  ] as const)('keeps a document %s', (_, rules, until) => {
    expect(keptUntil(record(), rules)).toBe(until);
    expect(isDueForRemoval(record(), '2031-02-28T09:00:00.000Z', rules)).toBe(until !== undefined && until < '2031');
  });

  it('is never over under a legal hold, and a document is due from its time on for ever', () => {
    const hold = { by: 'counsel', reason: 'case 7', since: '2026-01-01T00:00:00.000Z' };
    const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 0, max: 9000 }), (at, now, days) => {
        const rules = [{ keep: { days } }];
        const one = record({ at: at.toISOString() });
        expect(isDueForRemoval({ ...one, hold }, now.toISOString(), rules)).toBe(false);
        expect(isDueForRemoval(one, now.toISOString(), rules)).toBe(now.getTime() >= at.getTime() + days * 86_400_000);
      }),
    );
  });

  it.each([
    ['an instant in the words of a Date', 'Thu Nov 05 2026 09:00:00 GMT+0000', []],
    ['no instant', 'now', []],
    ['a day', '2026-11-05', []],
    ['an instant without milliseconds', '2026-11-05T09:00:00Z', []],
    ['days that are fewer than none', '2026-11-05T09:00:00.000Z', [{ keep: { days: -5 } }]],
    ['years that are none', '2026-11-05T09:00:00.000Z', [{ keep: { years: Number.NaN } }]],
  ] as const)('removes nothing for %s', async (_, now, rules) => {
    const store = memoryDocuments();
    await store.put({ ...record({ at: '2026-11-04T09:00:00.000Z' }), bytes });
    await expect(removeDueDocuments(store, now, rules)).rejects.toThrow(RangeError);
    expect(() => isDueForRemoval(record(), now, rules)).toThrow(RangeError);
    expect((await store.find({})).documents).toHaveLength(1);
  });

  it('keeps what is kept for so many years that they have five digits', () => {
    expect(isDueForRemoval(record(), '2026-11-05T09:00:00.000Z', [{ keep: { years: 9000 } }])).toBe(false);
  });

  it('is carried out page by page, and says what a hold has kept', async () => {
    const store = memoryDocuments();
    for (let number = 0; number < 2100; number++)
      await store.put({
        ...record({ key: `d${number}`, at: number < 2050 ? '2015-01-01T00:00:00.000Z' : '2026-01-01T00:00:00.000Z' }),
        bytes,
      });
    await store.hold('d7', { by: 'counsel', reason: 'case 7', since: '2026-01-01T00:00:00.000Z' });
    const now = '2026-11-02T09:00:00.000Z';
    expect(await removeDueDocuments(store, now)).toEqual({ removed: 2049, held: 1 });
    expect(await removeDueDocuments(store, now)).toEqual({ removed: 0, held: 1 });
    expect((await store.find({ limit: 1000 })).documents).toHaveLength(51);
  });
});
