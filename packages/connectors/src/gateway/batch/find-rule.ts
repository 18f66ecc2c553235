import type { EffectOf } from '@dist/orchestration';
import type { TradingPartner } from '../trading-partner.ts';
import type { BatchName } from './batch-records.ts';
import type { BatchRule } from './batch-rule.ts';
import type { Limits } from './choose-members.ts';

/** The rule that gathers a document; undefined where it leaves at once. */
export function findRule(
  { batches = [] }: Pick<TradingPartner, 'batches'>,
  { body, class: workClass, priority }: EffectOf<'document.send'>,
): BatchRule | undefined {
  const rule = batches.find(({ documents }) => documents.includes(body.document));
  const { classes = [], priority: most = Number.NEGATIVE_INFINITY } = rule?.urgent ?? {};
  return classes.includes(workClass) || priority <= most ? undefined : rule;
}

/** How large an interchange of a batch may be; that of a rule that is no longer there as rules say nothing of it. */
export function limitsOf(
  { batches = [] }: Pick<TradingPartner, 'batches'>,
  { documents }: Pick<BatchName, 'documents'>,
): Limits {
  const rule = batches.find((one) => one.documents.join() === documents.join());
  return { sets: rule?.maximumSets ?? 1000, bytes: rule?.maximumBytes ?? 10_000_000 };
}
