import { checkConstraints } from '../profile/check-constraints.ts';
import type { Constraint } from '../profile/constraint.ts';
import type { ConformanceTest } from './conformance-test.ts';
import type { PartnerDocument } from './partner.ts';
import { violationsOf } from './violations-of.ts';

/**
 * For each constraint a document that breaks it, made of a golden pair that does not: it must be refused with the issue of that
 * constraint. A constraint that no golden pair can be made to break is said too: nothing shows that it is ever asked.
 */
export function constraintTests(document: PartnerDocument): ConformanceTest[] {
  return (document.profile.constraints ?? []).map((constraint) => ({
    name: `${document.name}, violations: a document that breaks constraint ${constraint.id} is refused`,
    layer: 'violations' as const,
    document: document.name,
    runsMap: false,
    run: () => isBreakable(document, constraint),
  }));
}

function isBreakable({ golden, canonical }: PartnerDocument, constraint: Constraint): void {
  const { format } = canonical;
  const breaks = (candidate: unknown): boolean =>
    checkConstraints({ constraints: [constraint] }, candidate, format).some(
      ({ code, rule }) => code === 'constraint-broken' && rule === constraint.id,
    );
  for (const pair of golden) {
    if (breaks(pair.canonical)) continue;
    for (const violation of violationsOf(constraint, pair.canonical, format)) if (breaks(violation)) return;
  }
  throw new Error(
    `no golden pair of ${golden.length} can be changed so that ${constraint.id} is broken: one that it is asked of is missing`,
  );
}
