import type { DocumentQuery, DocumentRecord, DocumentStore, NewDocument } from '../document-store/document-store.ts';

/** One case for any test runner: `it(name, run)`. It rejects with what was expected and what came. */
export interface DocumentStoreCase {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What every document store keeps to (R02). `open` gives an empty store, another one for each name. */
export function documentStoreContract(
  open: (name: string) => DocumentStore | Promise<DocumentStore>,
): readonly DocumentStoreCase[] {
  return [...keepingCases, ...findingCases, ...removingCases].map(({ name, run }) => ({
    name: `R02 ${name}`,
    run: async () => run(await open(name)),
  }));
}

interface Case {
  readonly name: string;
  readonly run: (store: DocumentStore) => Promise<void>;
}

const keepingCases: readonly Case[] = [
  {
    name: 'gives back the exact bytes, whatever they are, and all that is known of them',
    run: async (store) => {
      const document = sample('in/1', { bytes: Uint8Array.from([0, 255, 13, 10, 128, 39]), orders: ['a/1', "b/'2"] });
      same('put', await store.put(document), 'kept');
      const kept = await store.get('in/1');
      same('bytes', kept?.bytes && [...kept.bytes], [...document.bytes]);
      same('record', kept && plain(kept), plain(document));
    },
  },
  {
    name: 'keeps a document of no bytes and one of a megabyte',
    run: async (store) => {
      const large = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 251);
      await store.put(sample('none', { bytes: new Uint8Array() }));
      await store.put(sample('large', { bytes: large }));
      same('none', (await store.get('none'))?.bytes?.length, 0);
      const bytes = (await store.get('large'))?.bytes;
      same('large', [bytes?.length, bytes?.[250], bytes?.[999_999]], [1_000_000, 250, large[999_999]]);
    },
  },
  {
    name: 'knows a document that comes again, also at the same time, and keeps the first of two under one key',
    run: async (store) => {
      const answers = await Promise.all([1, 2, 3].map(() => store.put(sample('d'))));
      same('kept', answers.includes('kept') && !answers.includes('conflict'), true);
      same('again', await store.put(sample('d')), 'known');
      same('another', await store.put(sample('d', { bytes: Uint8Array.from([9]), hash: 'other' })), 'conflict');
      same('stays', (await store.get('d'))?.hash, 'hash of d');
      same('once', (await keys(store, {})).length, 1);
    },
  },
  {
    name: 'gives the bytes of the one that was kept when two different ones come under one key at the same time',
    run: async (store) => {
      for (let times = 0; times < 5; times++) {
        const key = `d ${times}`;
        const two = [1, 2, 3, 4].map((byte) => sample(key, { bytes: Uint8Array.from([byte]), hash: `hash ${byte}` }));
        const answers = await Promise.all(two.map((document) => store.put(document)));
        same('answers', [...answers].sort(), ['conflict', 'conflict', 'conflict', 'kept']);
        const kept = await store.get(key);
        same('kept', kept && [kept.hash, ...(kept.bytes ?? [])], [`hash ${kept?.bytes?.[0]}`, kept?.bytes?.[0]]);
        same('of', kept?.hash, two[answers.indexOf('kept')]?.hash);
      }
    },
  },
  {
    name: 'gives bytes that belong to whoever asked',
    run: async (store) => {
      const bytes = Uint8Array.from([1, 2, 3]);
      await store.put(sample('d', { bytes }));
      bytes[0] = 9;
      (await store.get('d'))?.bytes?.fill(8);
      same('bytes', [...((await store.get('d'))?.bytes ?? [])], [1, 2, 3]);
    },
  },
  {
    name: 'gives bytes that the key of their record fits when one document comes under two keys at the same time',
    run: async (store) => {
      for (let times = 0; times < 5; times++) {
        const key = `d ${times}`;
        const puts = [1, 2].map((one) =>
          store.put(sample(key, { bytes: Uint8Array.from([one]), keyId: `key ${one}` })),
        );
        same('answers', (await Promise.all(puts)).includes('conflict'), false);
        const kept = await store.get(key);
        // A store that encrypts has another key for both.
        if (kept?.keyId?.startsWith('key '))
          same('of', [kept.keyId, ...(kept.bytes ?? [])], [`key ${kept.bytes?.[0]}`, kept.bytes?.[0]]);
      }
    },
  },
  {
    name: 'keeps texts as they are, whatever characters a partner has put into them',
    run: async (store) => {
      const odd = ['7\0', '\uffff0', 'a\\0', '\u{1f69a}', "'", ''];
      const document = sample('odd', { name: 'a\0.edi', controlNumbers: odd, orders: odd });
      same('put', await store.put(document), 'kept');
      const kept = await store.get('odd');
      same('record', kept && plain(kept), plain(document));
      for (const one of odd) {
        same(JSON.stringify(one), await keys(store, { controlNumber: one }), ['odd']);
        same(JSON.stringify(one), await keys(store, { order: one }), ['odd']);
      }
    },
  },
  {
    name: 'refuses an instant that does not compare with others as text',
    run: async (store) => {
      for (const at of [
        '2026-11-02T09:00:00Z',
        '2026-11-02T10:00:00.000+01:00',
        '2026-02-30T09:00:00.000Z',
        '2026-11-02',
        '',
      ])
        same(at, await refuses(store.put(sample('d', { at }))), true);
      same('get', await store.get('d'), undefined);
    },
  },
  {
    name: 'has nothing under a key that nothing was kept under',
    run: async (store) => same('get', await store.get('nothing'), undefined),
  },
];

const findingCases: readonly Case[] = [
  {
    name: 'finds documents by partner, order, control number, type, direction and time, and by all of them together',
    run: async (store) => {
      await store.put(sample('1', { at: day(1), orders: ['n/1', 'n/2'], controlNumbers: ['000000007', '12'] }));
      await store.put(sample('2', { at: day(2), direction: 'out', type: '997', controlNumbers: ['000000007'] }));
      await store.put(sample('3', { at: day(3), partner: 'southgate', orders: ['s/1'], controlNumbers: ['12'] }));
      await store.put(sample('4', { at: day(4), direction: 'out', type: '810', orders: ['n/2'] }));
      const expectations: readonly (readonly [DocumentQuery, string])[] = [
        [{}, '1 2 3 4'],
        [{ partner: 'northfield' }, '1 2 4'],
        [{ partner: 'nobody' }, ''],
        [{ order: 'n/2' }, '1 4'],
        [{ order: 'n/2', partner: 'southgate' }, ''],
        [{ controlNumber: '000000007' }, '1 2'],
        [{ controlNumber: '12', partner: 'southgate' }, '3'],
        [{ controlNumber: '7' }, ''],
        [{ type: '810' }, '4'],
        [{ direction: 'out' }, '2 4'],
        [{ from: day(2), until: day(4) }, '2 3'],
        [{ partner: 'northfield', from: day(2) }, '2 4'],
        [{ until: day(1) }, ''],
        [{ order: "n/2' OR true" }, ''],
        [{ order: '' }, ''],
        [{ controlNumber: '' }, ''],
      ];
      for (const [query, expected] of expectations)
        same(JSON.stringify(query), (await keys(store, query)).join(' '), expected);
    },
  },
  {
    name: 'gives pages, oldest first, that have each document once, also where many are of one instant',
    run: async (store) => {
      const all = Array.from({ length: 12 }, (_, index) => sample(`d${index}`, { at: day(1 + Math.floor(index / 5)) }));
      for (const document of [...all].reverse()) await store.put(document);
      for (const limit of [1, 5, 12, 1000]) {
        const found = await keys(store, { partner: 'northfield', limit });
        same(`limit ${limit}`, [...found].sort(), all.map(({ key }) => key).sort());
      }
      const instants = (await store.find({})).documents.map(({ at }) => at);
      same('oldest first', instants, [...instants].sort());
      same('the last page', (await store.find({ limit: 12 })).next, undefined);
    },
  },
  {
    name: 'refuses a limit that is none',
    run: async (store) => same('refused', await refuses(store.find({ limit: 0 })), true),
  },
];

const removingCases: readonly Case[] = [
  {
    name: 'removes bytes and record, and nothing else',
    run: async (store) => {
      await store.put(sample('1', { orders: ['n/1'] }));
      await store.put(sample('2', { orders: ['n/1'] }));
      same('removed', await store.remove('1'), 'removed');
      same('gone', await store.get('1'), undefined);
      same('not found', await keys(store, { order: 'n/1' }), ['2']);
      same('absent', await store.remove('1'), 'absent');
      same('kept anew', await store.put(sample('1')), 'kept');
    },
  },
  {
    name: 'removes nothing under a legal hold, until it is lifted',
    run: async (store) => {
      await store.put(sample('1'));
      const hold = { by: 'counsel', reason: 'case 7', since: day(5) };
      same('placed', await store.hold('1', hold), true);
      same('held', await store.remove('1'), 'held');
      same('told', (await store.get('1'))?.hold, hold);
      same('found with it', (await store.find({})).documents[0]?.hold, hold);
      same('lifted', await store.hold('1', undefined), true);
      same('told', (await store.get('1'))?.hold, undefined);
      same('removed', await store.remove('1'), 'removed');
      same('of nothing', await store.hold('1', hold), false);
    },
  },
];

const day = (number: number): string => `2026-11-0${number}T09:00:00.000Z`;

function sample(key: string, more: Partial<NewDocument> = {}): NewDocument {
  const bytes = more.bytes ?? new TextEncoder().encode(`ISA ${key}`);
  const about = {
    direction: 'in',
    partner: 'northfield',
    type: '850',
    name: `${key}.edi`,
    hash: `hash of ${key}`,
  } as const;
  return { key, ...about, controlNumbers: ['000000101'], orders: [], at: day(1), ...more, bytes, size: bytes.length };
}

/** Whether something ends in a RangeError. */
function refuses(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    (error: unknown) => error instanceof RangeError,
  );
}

async function keys(store: DocumentStore, query: DocumentQuery): Promise<readonly string[]> {
  const found: string[] = [];
  let page = await store.find(query);
  found.push(...page.documents.map(({ key }) => key));
  while (page.next !== undefined) {
    page = await store.find({ ...query, after: page.next });
    found.push(...page.documents.map(({ key }) => key));
  }
  return found;
}

/** A store may add under which key the bytes are encrypted. */
function plain({ key, direction, partner, type, name, hash, size, controlNumbers, orders, at }: DocumentRecord) {
  return { key, direction, partner, type, name, hash, size, controlNumbers, orders, at };
}

function same(what: string, found: unknown, expected: unknown): void {
  const [has, wants] = [JSON.stringify(found), JSON.stringify(expected)];
  if (has !== wants) throw new Error(`${what}: expected ${wants}, found ${has}`);
}
