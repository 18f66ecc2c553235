import type { Batch, Journal } from '@dist/orchestration/runtime';
import type { SentGroup, SentInterchange } from './sent-group.ts';
import { sentGroupKey, sentInterchangeKey } from './sent-group-key.ts';

type Marks = NonNullable<Batch['marks']>;

/**
 * What is remembered of an interchange that leaves, so that its TA1, 997 or 999 finds each of its sets. Numbers start again
 * after 999999999: the newest interchange or group of a number is the one that is meant.
 */
export async function sentMarks(
  journal: Pick<Journal, 'mark'>,
  partner: string,
  groups: readonly SentGroup[],
): Promise<Marks> {
  const values = groups.map((group) => ({
    key: sentGroupKey(partner, group.functionalIdentifier, group.group),
    value: JSON.stringify(group),
  }));
  const interchange: SentInterchange = values.map(({ key }) => key);
  const all = [
    ...values,
    { key: sentInterchangeKey(partner, groups[0]?.interchange ?? ''), value: JSON.stringify(interchange) },
  ];
  return Promise.all(all.map(async ({ key, value }) => ({ key, expected: await journal.mark(key), value })));
}
