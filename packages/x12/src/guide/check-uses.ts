import type { CompiledPlace } from './compile-guide.ts';
import type { GuideStep } from './guide-path.ts';
import type { GuideRun } from './guide-run.ts';

/** What a guide does not want to see: segments and loops that are not used. */
export function checkNotUsed({ rule, path }: CompiledPlace, run: GuideRun): void {
  if (rule.usage !== 'not-used' || path.element !== undefined) return;
  for (const instance of run.index.all(path.steps))
    run.instance(instance, {
      code: 'guide-not-used',
      complaint: 'is not used',
      acknowledgment: 'AK304-2',
      expected: 'nothing',
    });
}

/** How often a segment or loop comes in each loop around it. */
export function checkUses({ rule, path }: CompiledPlace, run: GuideRun): void {
  const step = path.steps.at(-1);
  if (path.element !== undefined || step === undefined || rule.usage === 'not-used') return;
  const least = rule.least ?? (rule.usage === 'required' ? 1 : 0);
  const most = rule.most ?? Number.POSITIVE_INFINITY;
  if (least === 0 && most === Number.POSITIVE_INFINITY) return;
  for (const scope of run.index.from(run.index.root, path.steps.slice(0, -1))) {
    if (scope.kind === 'segment') continue;
    const found = run.index.chosen(scope, step);
    const surplus = found[most];
    if (found.length < least) run.missing(scope, step, missingFault(step, least, found.length));
    else if (surplus !== undefined) run.instance(surplus, repeatFault(step, most));
  }
}

function missingFault(step: GuideStep, least: number, found: number) {
  const name = nameOf(step);
  const complaint = found === 0 ? `${name} is missing` : `${name} comes ${found} of at least ${least} times`;
  return { code: 'guide-missing', complaint, acknowledgment: 'AK304-3', expected: name } as const;
}

function repeatFault(step: GuideStep, most: number) {
  const isLoop = step.nodes[0]?.kind === 'loop';
  return {
    code: 'guide-repeat',
    complaint: `comes more often than the guide allows`,
    acknowledgment: isLoop ? 'AK304-4' : 'AK304-5',
    expected: `at most ${most} ${nameOf(step)}`,
  } as const;
}

/** `REF[01=IA]`. */
function nameOf({ id, qualifiers }: GuideStep): string {
  const conditions = qualifiers.map(({ element, value }) => `${String(element).padStart(2, '0')}=${value}`);
  return conditions.length === 0 ? id : `${id}[${conditions.join(',')}]`;
}
