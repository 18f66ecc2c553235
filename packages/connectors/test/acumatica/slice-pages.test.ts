import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Slice, slicePages } from '../../src/acumatica/slice-pages.ts';
import { failure } from '../../src/port/failure.ts';

const start = Date.parse('2026-03-02T08:00:00Z');
const at = (second: number) => new Date(start + second).toISOString();
const stuck = (message: string) => failure('contract-drift', message);

/** A table of records by when they changed, which answers in the order it likes. */
function table(records: Map<string, string>, pageSize: number) {
  const asked: Slice[] = [];
  const read = async (slice: Slice) => {
    asked.push(slice);
    const rows = [...records]
      .filter(([, instant]) => instant >= slice.from && (slice.until === undefined || instant < slice.until))
      .map(([id, instant]) => ({ id, at: instant, item: id }));
    return { ok: true, rows: rows.slice(0, slice.most) } as const;
  };
  return { asked, source: { pageSize, read, stuck } };
}

async function idsOf(pages: AsyncIterable<Awaited<ReturnType<typeof first>>>): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of pages) {
    if (!page?.ok) throw new Error('a page failed');
    ids.push(...page.items);
  }
  return ids;
}

async function first(pages: ReturnType<typeof slicePages<string>>) {
  for await (const page of pages) return page;
  return undefined;
}

const seconds = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 });

describe('pages of a system without an order of its own', () => {
  it('give every record once, in whatever order they come and however many changed at one instant', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, fc.integer({ min: 1, max: 7 }), async (changes, pageSize) => {
        const records = new Map(changes.map((second, id) => [String(id), at(second)]));
        const ids = await idsOf(slicePages(table(records, pageSize).source, undefined, at(0)));
        expect(ids.sort()).toEqual([...records.keys()].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('leave nothing out where records change while they are read', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, fc.array(fc.nat(29), { maxLength: 12 }), async (changes, moves) => {
        const records = new Map(changes.map((second, id) => [String(id), at(second)]));
        const expected = [...records.keys()];
        const seen = new Set<string>();
        let moved = 0;
        for await (const page of slicePages(table(records, 3).source, undefined, at(0))) {
          if (!page.ok) throw new Error('a page failed');
          for (const id of page.items) seen.add(id);
          const id = String(moves[moved]);
          if (records.has(id)) records.set(id, at(100 + moved));
          moved++;
        }
        expect(expected.filter((id) => !seen.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('go on from each cursor by a new call, and leave nothing out', async () => {
    const records = new Map(Array.from({ length: 20 }, (_, id) => [String(id), at(id % 6)]));
    const seen = new Set<string>();
    let after: string | undefined;
    for (let calls = 0; calls < 20; calls++) {
      const page = await first(
        slicePages(table(records, 4).source, after === undefined ? undefined : { after }, at(0)),
      );
      if (!page?.ok) break;
      for (const id of page.items) seen.add(id);
      if (page.next === after) break;
      after = page.next;
    }
    expect(seen.size).toBe(20);
  });

  it.each([
    ['oldest first', (id: number) => id, 30],
    ['newest first', (id: number) => 999 - id, 60],
    ['in no order', (id: number) => (id * 617) % 1000, 60],
  ])('ask for slices that are short enough, by few questions, where records come %s', async (_, order, most) => {
    const records = new Map(Array.from({ length: 1000 }, (_none, id) => [String(id), at(order(id))]));
    const { asked, source } = table(records, 100);
    const cursors: string[] = [];
    // A cursor after the newest change would leave out what changes next.
    for await (const page of slicePages(source, undefined, '1970-01-01T00:00:00.000Z')) {
      if (!page.ok) throw new Error('a page failed');
      expect(page.items.length).toBeLessThanOrEqual(100);
      expect(page.next <= at(999)).toBe(true);
      cursors.push(page.next);
    }
    expect(cursors.at(-1)).toBe(at(999));
    expect(asked.length).toBeLessThan(most);
  });

  it('are longer than asked for only where more changed within one millisecond', async () => {
    const changes = [...Array.from({ length: 8 }, () => 0), 1, 2, 3, 4];
    const records = new Map(changes.map((second, id) => [String(id), at(second)]));
    const sizes: number[] = [];
    for await (const page of slicePages(table(records, 3).source, undefined, at(0)))
      sizes.push(page.ok ? page.items.length : 0);
    expect([sizes[0], Math.max(...sizes.slice(1)) <= 3]).toEqual([8, true]);
  });

  it('end with a failure where more records changed at one instant than can be', async () => {
    const records = new Map(Array.from({ length: 20_001 }, (_, id) => [String(id), at(0)]));
    expect(await first(slicePages(table(records, 100).source, undefined, at(0)))).toMatchObject({
      ok: false,
      failure: { class: 'contract-drift', message: 'more than 10000 records changed at 2026-03-02T08:00:00.000Z' },
    });
  });

  it('begin at an instant or at a cursor, and nothing else', async () => {
    const pages = slicePages(table(new Map(), 1).source, { after: 'page 2' }, at(0));
    await expect(first(pages)).rejects.toThrow(RangeError);
  });
});
