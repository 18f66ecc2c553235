import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Invoice810, invoice810, type PurchaseOrder850, purchaseOrder850 } from '../src/004010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import type { AcknowledgedInterchange } from '../src/acknowledgment/acknowledged.ts';
import type { ReadOptions } from '../src/read.ts';
import { read } from '../src/read.ts';
import type { Examined } from '../src/read-stream/examined.ts';
import { type ReadStreamOptions, readStream } from '../src/read-stream.ts';
import { mutantsOf } from '../src/testing.ts';
import { write } from '../src/write.ts';
import { interchange, isa, ORDER } from './sample.ts';

const sets = [purchaseOrder850, invoice810] as const;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function itemsOf(
  input: string | Uint8Array,
  options: Omit<ReadStreamOptions<typeof sets>, 'sets'> = {},
  size = 100,
): Promise<Examined<typeof sets>[]> {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const items: Examined<typeof sets>[] = [];
  for await (const item of readStream(pieces(), { sets, ...options })) items.push(item);
  return items;
}

const interchangesOf = (items: readonly Examined<typeof sets>[]) =>
  items.flatMap((item) => (item.kind === 'interchange' ? [item.interchange] : []));

/** What goes back to the sender. */
function answerTo(received: AcknowledgedInterchange): string | undefined {
  const at = new Date('2026-01-15T09:00:00Z');
  const answer = acknowledge(received, { controlNumber: '000000001', at, interchangeAcknowledgment: 'always' });
  if (answer === undefined) return undefined;
  const written = write(answer);
  if (!written.ok) throw new Error(JSON.stringify(written.issues));
  return new TextDecoder().decode(written.value);
}

const FAULTY = ORDER.map((segment) => segment.replace('PO1*1*24*', 'PO1*1*2O*'));
const TWO = interchange([ORDER, FAULTY]);

describe('readStream', () => {
  it.each<[string, string, Omit<ReadOptions<typeof sets>, 'sets' | 'seen'>]>([
    ['two sets, one with a fault', TWO, {}],
    ['another receiver', TWO, { receiver: { ids: [{ qualifier: 'ZZ', id: 'US' }] } }],
    ['the receiver', TWO, { receiver: { ids: [{ qualifier: 'ZZ', id: 'RECEIVER' }], usage: 'T' } }],
    ['production data for a test', TWO, { receiver: { usage: 'P' } }],
    ['another release', interchange([ORDER], { gs: { 8: '004030' } }), { nearestRelease: true }],
    ['a release that is not known', interchange([ORDER], { gs: { 8: '004030' } }), {}],
    ['a wrong number of groups', TWO.replace('IEA*1', 'IEA*2'), {}],
    ['a header with a fault', interchange([ORDER], { isa: { 9: '26X115' } }), {}],
    ['fewer issues than there are', interchange([FAULTY.map((segment) => `${segment}*`)]), { limits: { issues: 1 } }],
    ['two interchanges', `${TWO}\n${TWO.replaceAll('000000001', '000000002')}`, {}],
    ['an interchange that comes twice', `${TWO}\n${TWO}`, {}],
    ['a bare TA1', `${isa()}TA1*000000005*260115*0830*A*000~IEA*0*000000001~`, {}],
  ])('gives the verdict and the answer of read: %s', async (_, input, options) => {
    const expected = read(input, { sets, ...options });
    const found = interchangesOf(await itemsOf(input, options));
    expect(found.map(({ status }) => status)).toEqual(expected.interchanges.map(({ status }) => status));
    expect(found.map(answerTo)).toEqual(expected.interchanges.map(answerTo));
  });

  it.each(['new', 'same', 'other'] as const)(
    'asks at the end of an interchange what was seen of it: %s',
    async (known) => {
      const [expected] = read(TWO, { sets, seen: () => known }).interchanges;
      const [found] = interchangesOf(
        await itemsOf(TWO, { seen: ({ header }) => (header.usage === 'T' ? known : 'new') }),
      );
      expect([found?.status, found?.retransmission]).toEqual([expected?.status, expected?.retransmission]);
      expect(found && answerTo(found)).toBe(expected && answerTo(expected));
    },
  );

  it('answers every mutant as read does, wherever the input is cut', async () => {
    const mutants = mutantsOf(bytesOf(interchange([ORDER])), purchaseOrder850);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...mutants), fc.integer({ min: 1, max: 2000 }), async ({ bytes }, size) => {
        const found = interchangesOf(await itemsOf(bytes, {}, size));
        expect(found.map(answerTo)).toEqual(read(bytes, { sets }).interchanges.map(answerTo));
      }),
    );
  });

  it('has the documents of sets that are not rejected, told apart by type and status', async () => {
    const documents: unknown[] = [];
    for (const item of await itemsOf(TWO)) {
      if (item.kind !== 'set') continue;
      if (item.type === '850' && item.status !== 'rejected') {
        expectTypeOf(item.document).toEqualTypeOf<PurchaseOrder850>();
        documents.push(item.document);
      }
      if (item.type === '810' && item.status !== 'rejected') expectTypeOf(item.document).toEqualTypeOf<Invoice810>();
      if (item.status === 'rejected') expect(item.document).toBeUndefined();
    }
    expect(documents).toEqual([read(TWO, { sets }).sets[0]?.document]);
  });

  it.each<[string, string, Omit<ReadStreamOptions<typeof sets>, 'sets'>]>([
    ['another receiver', TWO, { receiver: { ids: [{ qualifier: 'ZZ', id: 'US' }] } }],
    ['another usage', TWO, { receiver: { usage: 'P' } }],
    ['a header that is rejected', interchange([ORDER], { isa: { 9: '26X115' } }), {}],
    ['a group that is rejected', interchange([ORDER], { gs: { 6: 'A' } }), {}],
    ['a release that is not known', interchange([ORDER], { gs: { 8: '003010' } }), {}],
  ])('has no document where it is known before that the set is rejected: %s', async (_, input, options) => {
    const items = await itemsOf(input, options);
    const found = items.filter((item) => item.kind === 'set').map(({ status, document }) => [status, document]);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toEqual(['rejected', undefined]);
  });

  it('comes in the order of the file', async () => {
    expect((await itemsOf(`${TWO}junk`)).map(({ kind }) => kind)).toEqual([
      'set',
      'set',
      'group',
      'interchange',
      'issue',
    ]);
  });
});
