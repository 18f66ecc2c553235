import { checkedInstant } from './checked-instant.ts';
import type { DocumentRecord, DocumentStore } from './document-store.ts';

/** How long documents are kept. The first rule that fits counts; where none does it is seven years. */
export interface RetentionRule {
  readonly partner?: string | undefined;
  readonly type?: string | undefined;
  readonly direction?: 'in' | 'out' | undefined;
  /** From the instant at which a document came or was frozen. Years end on the same day of the year. */
  readonly keep: { readonly years: number } | { readonly days: number } | 'forever';
}

/** As long as books are kept in most places; ask those who know yours. */
const usual = { years: 7 } as const;

const longest = 100_000;

/**
 * Until when a document is kept, an ISO instant; undefined for ever. A legal hold is not asked.
 *
 * @throws RangeError when years or days are no whole number from 0 to 100,000.
 */
export function keptUntil(record: DocumentRecord, rules: readonly RetentionRule[] = []): string | undefined {
  const keep = rules.find((rule) => fits(rule, record))?.keep ?? usual;
  if (keep === 'forever') return undefined;
  const length = 'years' in keep ? keep.years : keep.days;
  if (!Number.isInteger(length) || length < 0 || length > longest)
    throw new RangeError(`years and days of a rule are whole numbers from 0 to ${longest}: ${length} is none`);
  const end = new Date(record.at);
  if ('years' in keep) end.setUTCFullYear(end.getUTCFullYear() + keep.years);
  else end.setUTCDate(end.getUTCDate() + keep.days);
  return end.toISOString();
}

/**
 * Whether a document is to be removed at an instant. A legal hold wins over every rule. Pure.
 *
 * @throws RangeError when `now` is no ISO instant in UTC with milliseconds, and for a rule as `keptUntil` does.
 */
export function isDueForRemoval(record: DocumentRecord, now: string, rules: readonly RetentionRule[] = []): boolean {
  checkedInstant('now', now);
  if (record.hold !== undefined) return false;
  const end = keptUntil(record, rules);
  // As numbers: the text of a year behind 9999 begins with a plus.
  return end !== undefined && Date.parse(end) <= Date.parse(now);
}

/** What a pass over the documents came to. */
export interface RemovedDocuments {
  readonly removed: number;
  /** Their time is over, and a legal hold keeps them. */
  readonly held: number;
}

/**
 * Removes every document whose time is over, page by page, oldest first, and what an earlier run that was killed had begun to
 * remove.
 *
 * @throws RangeError when `now` is no ISO instant in UTC with milliseconds, and for a rule as `keptUntil` does.
 */
export async function removeDueDocuments(
  store: Pick<DocumentStore, 'find' | 'remove' | 'finishRemovals'>,
  now: string,
  rules: readonly RetentionRule[] = [],
): Promise<RemovedDocuments> {
  // Another text would compare as if it came after every instant, or before.
  checkedInstant('now', now);
  let removed = (await store.finishRemovals?.()) ?? 0;
  let held = 0;
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const { documents, next } = await store.find({ until: now, after, limit: 1000 });
    for (const record of documents) {
      if (!isDueForRemoval({ ...record, hold: undefined }, now, rules)) continue;
      const result = await store.remove(record.key);
      if (result === 'removed') removed++;
      if (result === 'held') held++;
    }
    after = next;
  }
  return { removed, held };
}

function fits({ partner, type, direction }: RetentionRule, record: DocumentRecord): boolean {
  if (partner !== undefined && partner !== record.partner) return false;
  if (type !== undefined && type !== record.type) return false;
  return direction === undefined || direction === record.direction;
}
