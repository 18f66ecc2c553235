import { createGateway, type PartnerDirectory, partnerDirectory } from '@dist/connectors/gateway';
import { defaultPolicy } from '@dist/orchestration';
import { createRuntime, memoryJournal, notOffered } from '@dist/orchestration/runtime';
import { parse } from '@dist/x12';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receivedSamples } from './received-samples.ts';
import { samplePartner } from './sample-gateway.ts';

/** `FUZZ_RUNS=20000` for a long look. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 2000);

/** What happens to bytes on their way: one of them changed, some cut out, some twice, a piece of something else put in. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('twice' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    kind: fc.constant('put' as const),
    at: fc.nat(),
    text: fc.constantFrom(
      '~',
      '*',
      '>',
      '~~',
      'ISA*',
      '~SE*1*0001~',
      '~ST*850*0001~',
      '*__proto__*',
      '\u0000',
      '\ud83d',
      '\u00e9',
      '9'.repeat(40),
      '~GE*1*7~IEA*1*000000101~',
    ),
  }),
);

type Damage = typeof damage extends fc.Arbitrary<infer Each> ? Each : never;

function damaged(bytes: Uint8Array, all: readonly Damage[]): Uint8Array {
  return all.reduce((before, each) => Uint8Array.from(piecesOf(before, each).flatMap((piece) => [...piece])), bytes);
}

function piecesOf(before: Uint8Array, each: Damage): readonly Uint8Array[] {
  const at = each.at % (before.length + 1);
  const [head, tail] = [before.subarray(0, at), before.subarray(at)];
  switch (each.kind) {
    case 'byte':
      return [head, Uint8Array.of(each.byte), tail.subarray(1)];
    case 'cut':
      return [head, tail.subarray(each.length)];
    case 'twice':
      return [head, tail.subarray(0, each.length), tail];
    case 'put':
      return [head, new TextEncoder().encode(each.text), tail];
  }
}

/** A gateway that knows every sender, on a journal in memory; what was sent, by name. */
function gatewayForAll() {
  const partner = samplePartner();
  const byAddress: PartnerDirectory['byAddress'] = async (theirs, ours) => ({
    ...partner,
    profile: { ...partner.profile, interchange: { theirs, ours } },
  });
  const journal = memoryJournal();
  const sent = new Map<string, string>();
  const clock = () => '2026-11-02T09:00:00.000Z';
  const put = async (name: string, bytes: Uint8Array) => void sent.set(name, new TextDecoder().decode(bytes));
  const partners = { ...partnerDirectory([partner]), byAddress };
  const gateway = createGateway({ journal, partners, clock, usage: 'P', transport: { put } });
  const performers = { ...notOffered(), ...gateway.performers };
  const runtime = createRuntime({ journal, policy: defaultPolicy, performers, clock, worker: 'w' });
  return { gateway, runtime, sent };
}

describe('whatever is received', () => {
  const file = fc.tuple(
    fc.constantFrom(...receivedSamples('000000101')),
    fc.array(damage, { minLength: 1, maxLength: 6 }),
  );

  it('never throws, is answered by what reads back, and what is accepted leads to something', async () => {
    const property = fc.asyncProperty(file, async ([bytes, damages]) => {
      const { gateway, runtime, sent } = gatewayForAll();
      const receipt = await gateway.receive({ name: 'in/damaged.edi', bytes: damaged(bytes, damages) }, runtime);
      while ((await runtime.work()) > 0);
      let accepted = 0;
      for (const [name, text] of sent) {
        if (!/\/(?:997|TA1)-/.test(name)) continue;
        // What it repeats came as it is; that it is one whole interchange, with its counts and numbers, is ours.
        const { interchanges, issues } = parse(text);
        expect([interchanges.length, issues.filter(({ severity }) => severity === 'error')]).toEqual([1, []]);
        for (const [, count] of text.matchAll(/AK9.[AEP].\d+.\d+.(\d+)/g)) accepted += Number(count);
      }
      const led = receipt.interchanges.flatMap(({ orders }) => orders);
      expect(accepted > 0).toBe(led.length > 0);
    });
    await fc.assert(property, { numRuns: runs });
  });

  it('R03 is nothing when it is read again', async () => {
    const property = fc.asyncProperty(file, async ([bytes, damages]) => {
      const { gateway, runtime } = gatewayForAll();
      const read = () => gateway.receive({ name: 'in/damaged.edi', bytes: damaged(bytes, damages) }, runtime);
      const first = await read();
      const again = await read();
      expect(again.interchanges.map(({ status }) => status)).toEqual(first.interchanges.map(() => 'seen'));
    });
    await fc.assert(property, { numRuns: runs / 10 });
  });

  it('that is no X12 at all is told as it is', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const { gateway, runtime } = gatewayForAll();
      const receipt = await gateway.receive({ name: 'in/none.edi', bytes }, runtime);
      expect(receipt.interchanges).toEqual([]);
    });
    await fc.assert(property, { numRuns: runs / 10 });
  });
});
