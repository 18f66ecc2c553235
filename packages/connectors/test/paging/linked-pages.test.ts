import { failure } from '@dist/connectors';
import { describe, expect, it } from 'vitest';
import { linkedPages } from '../../src/paging/linked-pages.ts';

const stuck = (message: string) => failure('contract-drift', message);

async function all(next: (after: string | undefined) => string | undefined, start?: string) {
  const pages = [];
  const read = async (after: string | undefined) => ({
    ok: true as const,
    rows: [{ item: after ?? 'first' }],
    next: next(after),
  });
  for await (const page of linkedPages(read, stuck, start)) pages.push(page);
  return pages;
}

describe('pages that lead to one another', () => {
  it('are read to the last one', async () => {
    const pages = await all((after) => ({ undefined: 'a', a: 'b', b: undefined })[String(after)]);
    expect(pages.map((page) => page.ok && page.items)).toEqual([['first'], ['a'], ['b']]);
    expect(pages.map((page) => page.ok && page.next)).toEqual(['a', 'b', 'b']);
  });

  it.each([
    ['a page that leads to itself', () => 'a'],
    [
      'three pages in a circle',
      (after: string | undefined) => ({ undefined: 'a', a: 'b', b: 'c', c: 'a' })[String(after)],
    ],
    [
      'a circle behind others',
      (after: string | undefined) => ({ undefined: '1', 1: '2', 2: '3', 3: '4', 4: '2' })[String(after)],
    ],
    ['two pages that lead to each other', (after: string | undefined) => (after === 'a' ? 'b' : 'a')],
  ])('%s ends the list with a failure', async (_, next) => {
    const pages = await all(next);
    expect(pages.at(-1)).toMatchObject({ ok: false, failure: { class: 'contract-drift' } });
    expect(pages.length).toBeLessThan(12);
  });
});
