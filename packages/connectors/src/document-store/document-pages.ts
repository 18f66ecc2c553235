import type { DocumentPage, DocumentQuery, DocumentRecord } from './document-store.ts';

/** Most documents of a page when a query names no limit. */
const usualLimit = 100;
const highestLimit = 1000;

/** @throws RangeError when the limit of a query is no whole number from 1 to 1000. */
export function pageLimit({ limit = usualLimit }: DocumentQuery): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= highestLimit) return limit;
  throw new RangeError(`limit is a whole number from 1 to ${highestLimit}: ${limit} is none`);
}

/** The place of a document in the order of pages: instants have one length, so that texts compare as they do. */
export function pagePlace({ at, key }: Pick<DocumentRecord, 'at' | 'key'>): string {
  return `${at} ${key}`;
}

/** Whether a document is one that is looked for; where a page begins is not asked. */
export function isSought(record: DocumentRecord, query: DocumentQuery): boolean {
  const { partner, direction, type, controlNumber, order, from, until } = query;
  if (partner !== undefined && record.partner !== partner) return false;
  if (direction !== undefined && record.direction !== direction) return false;
  if (type !== undefined && record.type !== type) return false;
  if (from !== undefined && record.at < from) return false;
  if (until !== undefined && record.at >= until) return false;
  if (controlNumber !== undefined && !record.controlNumbers.includes(controlNumber)) return false;
  return order === undefined || record.orders.includes(order);
}

/** A page of documents in their order, one more of which was read than fit in. */
export function pageOf(records: readonly DocumentRecord[], limit: number): DocumentPage {
  const documents = records.slice(0, limit);
  const last = documents.at(-1);
  return records.length > limit && last !== undefined ? { documents, next: pagePlace(last) } : { documents };
}
