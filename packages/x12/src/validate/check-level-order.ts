import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';
import { type MatchedLoop, pathOf } from '../structure/matched.ts';
import type { HierarchicalLevel, LevelContext } from './check-levels.ts';
import { elementSpan } from './element-span.ts';

/** What BSN05 (element 1005) says of the order of levels in a ship notice: S shipment, O order, P pack, I item. */
const ORDERS: Readonly<Record<string, string>> = { '0001': 'SOPI', '0002': 'SOIP', '0003': 'SPOI', '0004': 'SOI' };

/**
 * The order that BSN05 declares against the levels that came. The standard forbids no order, so a difference is a warning,
 * said once, at the first level that differs. Tare levels (T) are left to the partner's guide.
 */
export function checkLevelOrder(root: MatchedLoop, levels: readonly HierarchicalLevel[], context: LevelContext): void {
  const start = root.members.find((member) => member.kind === 'segment' && member.use.segment === 'BSN');
  const declared = start?.kind === 'segment' ? (start.segment.elements[4]?.repeats[0]?.[0] ?? '') : '';
  const order = Object.hasOwn(ORDERS, declared) ? ORDERS[declared] : undefined;
  if (order === undefined) return;
  const wrong = levels.find((level) => level.code !== 'T' && !follows(order, level));
  if (wrong !== undefined) context.report(orderIssue(wrong, order, declared, context));
}

function follows(order: string, level: HierarchicalLevel): boolean {
  let parent = level.parent;
  while (parent?.code === 'T') parent = parent.parent;
  const place = order.indexOf(level.code);
  // A level without parent is sound only where the order begins; a kind outside the order is the guide's matter.
  if (place < 0) return level.code === '';
  return parent === undefined ? place === 0 : order.indexOf(parent.code) === place - 1;
}

function orderIssue(level: HierarchicalLevel, order: string, declared: string, context: LevelContext): Issue {
  const { segment } = level.header;
  const span = elementSpan(segment, { element: 3 });
  return makeIssue('level-order', {
    message: `level ${level.code} is not where BSN05 ${declared} puts it`,
    at: { ...span, segment: segment.position, element: 3 },
    address: context.address,
    path: [...pathOf(level.header), 'HL03'],
    expected: [...order].join('-'),
    found: level.parent === undefined ? level.code : `${level.code} below ${level.parent.code}`,
  });
}
