import type { Issue } from '@dist/canonical';
import type { ConnectorFailure } from '../port/failure.ts';
import type { Page, Unreadable } from '../port/page.ts';
import { circleGuard } from './circle-guard.ts';

/** One page as a system gives it, with the word for the next one: a cursor, a token, a link. Absent at the end. */
export type LinkedPage<Item> =
  | {
      readonly ok: true;
      readonly rows: readonly ({ readonly item: Item } | { readonly id: string; readonly issues: readonly Issue[] })[];
      readonly next: string | undefined;
      /** What is stored to go on later, where it is not the word for the next page. */
      readonly cursor?: string | undefined;
    }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/** More pages than any list has. */
const mostPages = 1_000_000;

/**
 * Pages that lead to one another. One that leads to itself, or to one that was read before, ends the list with a failure, so
 * that none is read for ever. `read` is given the word for a page, or what was stored to go on later: `start` for the first
 * one. Where the last page has neither `next` nor `cursor`, what is stored for it is the word that it was read by, `''`
 * without one: `read('')` begins anew.
 */
export async function* linkedPages<Item>(
  read: (after: string | undefined) => Promise<LinkedPage<Item>>,
  stuck: (message: string) => ConnectorFailure,
  start: string | undefined,
): AsyncGenerator<Page<Item>, void, undefined> {
  let after = start;
  const leadsBack = circleGuard(start);
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await read(after);
    if (!page.ok) return yield { ok: false, failure: page.failure };
    const { rows, next } = page;
    if (next !== undefined && (next === after || leadsBack(next))) {
      return yield { ok: false, failure: stuck(`page ${pages + 1} leads back to ${next}`) };
    }
    if (rows.length > 0) yield pageOf(rows, page.cursor ?? next ?? after ?? '');
    if (next === undefined) return;
    after = next;
  }
  yield { ok: false, failure: stuck('the pages do not end') };
}

function pageOf<Item>(rows: Extract<LinkedPage<Item>, { ok: true }>['rows'], next: string): Page<Item> {
  const items: Item[] = [];
  const unreadable: Unreadable[] = [];
  for (const row of rows) {
    if ('item' in row) items.push(row.item);
    else unreadable.push(row);
  }
  return { ok: true, items, unreadable, next };
}
