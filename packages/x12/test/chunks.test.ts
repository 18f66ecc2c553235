import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseOrder850, shipNotice856 } from '../src/005010.ts';
import type { Definition } from '../src/definition/definition.ts';
import { parse } from '../src/parse.ts';
import { parseSegments } from '../src/parse-segments.ts';
import { parseStream } from '../src/parse-stream.ts';
import { arbitraryInterchange, mutantsOf } from '../src/testing.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The bytes in pieces of one size. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** Sets and issues, in the order in which a whole file has them. */
function whole(bytes: Uint8Array): unknown {
  const { interchanges, issues } = parse(bytes);
  const groups = interchanges.flatMap((interchange) => interchange.groups);
  const all = [...issues, ...interchanges.flatMap((one) => one.issues), ...groups.flatMap((one) => one.issues)];
  return plain({ sets: groups.flatMap(({ sets }) => sets), issues: byOffset(all) });
}

async function streamed(bytes: Uint8Array, size: number): Promise<unknown> {
  const sets: unknown[] = [];
  const issues: { at: { offset: number }; code: string }[] = [];
  for await (const item of parseStream(pieces(bytes, size)))
    if (item.kind === 'set') sets.push(item.set);
    else if (item.kind === 'issue') issues.push(item.issue);
    else issues.push(...(item.kind === 'group' ? item.group.issues : item.interchange.issues));
  return plain({ sets, issues: byOffset(issues) });
}

const byOffset = <T extends { at: { offset: number }; code: string }>(issues: T[]): T[] =>
  issues.sort((left, right) => left.at.offset - right.at.offset || left.code.localeCompare(right.code));

async function segmentsOf(bytes: Uint8Array, size: number): Promise<unknown> {
  const segments: unknown[] = [];
  for await (const item of parseSegments(pieces(bytes, size))) if (item.kind === 'segment') segments.push(item.segment);
  return plain(segments);
}

const sizes = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 4000 }));

describe('law: the borders of the pieces make no difference', () => {
  it.each<[string, Definition]>([
    ['sound interchanges of orders', purchaseOrder850],
    ['sound interchanges of ship notices', shipNotice856],
  ])('%s', async (_, definition) => {
    await fc.assert(
      fc.asyncProperty(arbitraryInterchange(definition, { places: 20 }), sizes, async ({ bytes }, size) => {
        expect(await streamed(bytes, size)).toEqual(whole(bytes));
        expect(await segmentsOf(bytes, size)).toEqual(await segmentsOf(bytes, bytes.length));
      }),
      { numRuns: 25 },
    );
  });

  it('interchanges with a fault', async () => {
    const [sample] = fc.sample(arbitraryInterchange(shipNotice856, { places: 10, groups: 1, sets: 1 }), {
      numRuns: 1,
      seed: 11,
    });
    if (sample === undefined) throw new Error('no sample');
    for (const { name, bytes, options } of mutantsOf(sample.bytes, shipNotice856)) {
      if (options.limits !== undefined) continue;
      expect(await streamed(bytes, 7), name).toEqual(whole(bytes));
    }
  });
});
