import { failure, type Page } from '@dist/connectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Row, watermarkPages } from '../../src/paging/watermark-pages.ts';

interface Stored {
  readonly id: string;
  at: string;
}

const instant = (second: number) => `2026-03-02T08:00:${String(second).padStart(2, '0')}Z`;

/** A system with records, which may change between two reads. */
function sourceOf(records: Stored[], pageSize: number, between: () => void = () => undefined) {
  let reads = 0;
  return {
    pageSize,
    stuck: (message: string) => failure('contract-drift', message),
    read: async (from: string, skip: number) => {
      if (reads++ > 0) between();
      if (reads > 5000) throw new Error('read for ever');
      const found = records.filter(({ at }) => at >= from).sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
      const rows = found
        .slice(skip, skip + pageSize)
        .map(({ id, at }): Row<string> => ({ id, at, item: `${id}@${at}` }));
      return { ok: true as const, rows };
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function all(pages: AsyncIterable<Page<string>>): Promise<string[]> {
  const items: string[] = [];
  for await (const page of pages) {
    if (!page.ok) throw new Error(page.failure.message);
    items.push(...page.items);
  }
  return items;
}

const records = fc
  .array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 })
  .map((seconds) => seconds.map((second, at): Stored => ({ id: `R${at}`, at: instant(second) })));

describe('pages by a watermark', () => {
  it('give every record once while nothing changes, for any page size and any number of one instant', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 7 }), async (stored, size) => {
        const given = await all(watermarkPages(sourceOf(stored, size), undefined, instant(0)));
        expect([...given].sort()).toEqual(stored.map(({ id, at }) => `${id}@${at}`).sort());
      }),
    );
  });

  it('leave no record out when others change between any two reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.integer({ min: 2, max: 7 }),
        fc.infiniteStream(fc.nat()),
        async (stored, size, chance) => {
          const before = stored.map(({ id }) => id);
          let moves = 0;
          const move = () => {
            const one = stored[(chance.next().value ?? 0) % Math.max(stored.length, 1)];
            // It changes once more, later than everything else.
            if (one !== undefined && moves++ < 20) one.at = instant(10 + moves);
          };
          const given = await all(watermarkPages(sourceOf(stored, size, move), undefined, instant(0)));
          const seen = new Set(given.map((item) => item.split('@')[0]));
          expect(before.filter((id) => !seen.has(id))).toEqual([]);
          // The newest state of each is among what was given.
          expect(stored.filter(({ id, at }) => !given.includes(`${id}@${at}`))).toEqual([]);
        },
      ),
    );
  });

  it.each([
    ['2026-03-02T08:00:01Z', '2026-03-02T08:00:01.000Z'],
    ['2026-03-02T08:00:01.000Z', '2026-03-02T08:00:01Z'],
    ['2026-03-02T08:00:01.000Z', '2026-03-02T08:00:01.000+0000'],
    ['2026-03-02T08:00:01Z', '2026-03-02T03:00:01-05:00'],
  ])('begin at %s with a record that changed then, in the words %s', async (from, at) => {
    const rows: Row<string>[] = [{ id: 'R1', at, item: 'R1' }];
    const source = {
      pageSize: 5,
      stuck: (message: string) => failure('contract-drift', message),
      read: async () => ({ ok: true as const, rows }),
    };
    expect(await all(watermarkPages(source, { from }, instant(0)))).toEqual(['R1']);
  });

  it('go on from any cursor and leave nothing out', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 7 }), async (stored, size) => {
        const seen = new Set<string>();
        let after: string | undefined;
        for (;;) {
          const start = after === undefined ? undefined : { after };
          let page: Page<string> | undefined;
          if (seen.size > 1000) throw new Error('read for ever');
          for await (page of watermarkPages(sourceOf(stored, size), start, instant(0))) break;
          if (page === undefined || !page.ok) break;
          for (const item of page.items) seen.add(item);
          // What is given again at the end is what lies in the overlap.
          if (page.next === after) break;
          after = page.next;
        }
        expect(seen.size).toBe(stored.length);
      }),
    );
  });

  it.each([
    [
      'a system that ignores the watermark',
      (rows: Row<string>[]) => rows.map((row) => ({ ...row, at: instant(0) })),
      instant(5),
    ],
    ['a system that sorts the other way', (rows: Row<string>[]) => [...rows].reverse(), instant(0)],
  ])('%s ends the list with a failure', async (_, change, from) => {
    const stored = [1, 2, 3].map((second): Stored => ({ id: `R${second}`, at: instant(second) }));
    const source = sourceOf(stored, 2);
    const read = async (mark: string, skip: number) => {
      const answer = await source.read(instant(0), skip);
      return { ...answer, rows: change(answer.rows), mark };
    };
    const pages = [];
    for await (const page of watermarkPages({ ...source, read }, { from }, instant(0))) pages.push(page);
    expect(pages.at(-1)).toMatchObject({ ok: false, failure: { class: 'contract-drift' } });
  });
});
