import type { ElementUse } from '../definition/definition.ts';
import type { MatchedSegment } from '../structure/matched.ts';
import type { CompiledPlace } from './compile-guide.ts';
import type { GuideRun } from './guide-run.ts';
import { headOf } from './set-index.ts';
import { valueFault } from './value-fault.ts';

/** What a guide asks of an element or component, in every segment that its path names. */
export function checkElements(place: CompiledPlace, run: GuideRun): void {
  const { element, use, steps } = place.path;
  if (element === undefined || use === undefined) return;
  for (const instance of run.index.all(steps)) {
    const member = headOf(instance);
    if (member !== undefined && !run.isTold(member.segment, element, place.path.component))
      checkElement(place, use, element, member, run);
  }
}

function checkElement(
  { rule, path, codes }: CompiledPlace,
  use: ElementUse,
  element: number,
  member: MatchedSegment,
  run: GuideRun,
): void {
  const { component } = path;
  const place = { element, ...(component === undefined ? {} : { component }) };
  const repeats = member.segment.elements[element - 1]?.repeats ?? [];
  const isPresent = repeats.some((repeat) =>
    component === undefined ? repeat.some((text) => text !== '') : (repeat[component - 1] ?? '') !== '',
  );
  if (!isPresent) {
    if (rule.usage === 'required')
      run.element(member, use, place, { code: 'guide-missing', complaint: 'is missing', acknowledgment: 'AK403-1' });
    return;
  }
  if (rule.usage === 'not-used') {
    const fault = { code: 'guide-not-used', complaint: 'is not used', acknowledgment: 'AK403-10' } as const;
    run.element(member, use, place, { ...fault, expected: 'nothing' });
    return;
  }
  if (rule.most !== undefined && repeats.length > rule.most) {
    const fault = { code: 'guide-repeat', complaint: 'repeats more often than the guide allows' } as const;
    const expected = `at most ${rule.most}`;
    run.element(member, use, { ...place, repeat: rule.most + 1 }, { ...fault, acknowledgment: 'AK403-3', expected });
    return;
  }
  if (use.components !== undefined) return;
  for (const [index, repeat] of repeats.entries()) {
    const text = repeat[(component ?? 1) - 1] ?? '';
    const fault = text === '' ? undefined : valueFault(rule, codes, use, text);
    if (fault === undefined) continue;
    run.element(member, use, { ...place, ...(repeats.length > 1 ? { repeat: index + 1 } : {}) }, fault);
    return;
  }
}
