import type { HierarchicalLevel } from '../validate/check-levels.ts';
import type { GuideRun } from './guide-run.ts';
import { textAt } from './set-index.ts';

/**
 * The chain of every level, from the outermost in, against the beginnings of the orders that a guide allows. Of a branch
 * only the first level that is wrong is told; a tree that the standard already found wrong is left alone.
 */
export function checkGuideLevels(beginnings: ReadonlySet<string>, run: GuideRun): void {
  const { levels, issues } = run.found;
  if (issues.some(({ code, severity }) => code.startsWith('level-') && severity !== 'information')) return;
  const chains = new Map<HierarchicalLevel, string>();
  for (const level of levels) {
    const { segment } = level.header;
    const above = level.parent === undefined ? '' : chains.get(level.parent);
    // The parent is wrong, or is one that did not come.
    if (above === undefined || (level.parent === undefined && textAt(segment, 2) !== '')) continue;
    const chain = above === '' ? level.code : `${above}-${level.code}`;
    if (beginnings.has(chain)) {
      chains.set(level, chain);
      continue;
    }
    const use = run.definition.segments['HL']?.elements[2];
    if (use === undefined) return;
    run.element(
      level.header,
      use,
      { element: 3 },
      {
        code: 'guide-level-order',
        complaint: `gives the order ${chain}, which the guide does not allow`,
        acknowledgment: 'AK403-7',
        expected: (run.compiled.guide.levels ?? []).map((order) => order.join('-')).join(' or '),
      },
    );
  }
}
