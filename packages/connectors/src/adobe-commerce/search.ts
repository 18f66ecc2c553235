import { validate } from '@dist/canonical';
import * as z from 'zod';
import type { VendorClient } from '../http/vendor-client.ts';
import type { Call } from '../port/call.ts';
import type { ConnectorFailure } from '../port/failure.ts';

/** A condition of a search. Those of one group are alternatives, groups hold together. */
export interface SearchFilter {
  readonly field: string;
  readonly value: string;
  readonly condition: 'eq' | 'gteq';
}

export interface SearchRequest<Row> {
  readonly path: string;
  readonly groups: readonly (readonly SearchFilter[])[];
  /** Fields by which it rises. */
  readonly sort: readonly string[];
  readonly page: number;
  readonly pageSize: number;
  readonly operation: string;
  readonly row: z.ZodType<Row>;
}

export type SearchAnswer<Row> =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly total: number }
  | { readonly ok: false; readonly failure: ConnectorFailure };

/**
 * One page of a search. A page behind the last one repeats the last one, so that how many there are says where it ends
 * (magento/magento2, Magento\Framework\Data\Collection::getCurPage); such a page is empty here.
 */
export async function search<Row>(
  client: VendorClient,
  request: SearchRequest<Row>,
  call?: Call,
): Promise<SearchAnswer<Row>> {
  const { path, page, pageSize, operation, row } = request;
  const query = searchQuery(request);
  const answer = await client.call('read', { method: 'GET', path, query, operation }, call);
  if (!answer.ok) return answer;
  const read = validate(z.object({ items: z.array(row), total_count: z.number().int().nonnegative() }), answer.json);
  if (!read.ok) return drift(client, `the answer cannot be read: ${read.issues[0]?.message ?? 'it has another shape'}`);
  const { items, total_count: total } = read.value;
  const left = Math.max(total - (page - 1) * pageSize, 0);
  if (left === 0 && page > 1) return { ok: true, rows: [], total };
  // What is left out because of a wrong count would be made a second time.
  if (items.length > Math.min(left, pageSize) || (items.length === 0 && left > 0))
    return drift(client, `${items.length} rows came on page ${page}, where the count of ${total} leaves ${left}`);
  return { ok: true, rows: items, total };
}

/** All pages of a search of few rows. */
export async function searchAll<Row>(
  client: VendorClient,
  request: Omit<SearchRequest<Row>, 'page'>,
  call?: Call,
): Promise<SearchAnswer<Row>> {
  const rows: Row[] = [];
  for (let page = 1; page <= 1000; page++) {
    const answer = await search(client, { ...request, page }, call);
    if (!answer.ok) return answer;
    rows.push(...answer.rows);
    if (rows.length >= answer.total) return { ...answer, rows };
    if (answer.rows.length === 0) return drift(client, `${rows.length} rows came of ${answer.total}`);
  }
  return drift(client, 'the pages do not end');
}

function drift(client: VendorClient, text: string): SearchAnswer<never> {
  return { ok: false, failure: client.fail('contract-drift', text, { safeToReplay: true }) };
}

function searchQuery({ groups, sort, page, pageSize }: SearchRequest<unknown>): Readonly<Record<string, string>> {
  const filters = groups.flatMap((group, at) =>
    group.flatMap(({ field, value, condition }, place) => {
      const name = `searchCriteria[filterGroups][${at}][filters][${place}]`;
      return [
        [`${name}[field]`, field],
        [`${name}[value]`, value],
        [`${name}[conditionType]`, condition],
      ];
    }),
  );
  const orders = sort.flatMap((field, at) => [
    [`searchCriteria[sortOrders][${at}][field]`, field],
    [`searchCriteria[sortOrders][${at}][direction]`, 'ASC'],
  ]);
  const pages = [
    ['searchCriteria[pageSize]', String(pageSize)],
    ['searchCriteria[currentPage]', String(page)],
  ];
  return Object.fromEntries([...filters, ...orders, ...pages]);
}
