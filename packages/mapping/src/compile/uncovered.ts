import type { Format } from '../format/format.ts';
import type { MappingIssue, Side } from '../issue.ts';
import type { Cover } from '../op/compile-context.ts';
import { isFillable } from '../run/finish.ts';
import type { Shape } from '../shape/shape.ts';

/**
 * The places that must be filled and no rule fills: mandatory elements, segments and loops, required fields. Of what is
 * optional, only the inside of what some rule makes counts.
 */
export function uncovered(format: Format, side: Side, cover: Cover): MappingIssue[] {
  const issues: MappingIssue[] = [];
  const seen = new Set<string>();
  const walk = (shape: Shape, at: Cover, path: readonly string[]) => {
    if (shape.kind !== 'object') return;
    const kids = kidsByKey(at);
    for (const field of shape.fields.values()) {
      const inside = [...path, field.key];
      const covers = kids.get(field.key);
      for (const inner of covers ?? []) if (isMadeHere(inner)) walk(field.shape, inner, inside);
      if (covers !== undefined || !field.required || (format.fillsRequired && isFillable(field))) continue;
      const place = format.notation.of(inside);
      if (!seen.has(place)) issues.push(fault(place, side));
      seen.add(place);
    }
  };
  walk(format.shape, cover, []);
  return issues;
}

function kidsByKey({ kids }: Cover): Map<string, Cover[]> {
  const byKey = new Map<string, Cover[]>();
  for (const kid of kids.values()) {
    const known = byKey.get(kid.key);
    if (known === undefined) byKey.set(kid.key, [kid]);
    else known.push(kid);
  }
  return byKey;
}

/** Whether rules stand below; a place that is itself the value has no inside. */
function isMadeHere({ kids }: Cover): boolean {
  return kids.size > 0;
}

function fault(place: string, side: Side): MappingIssue {
  const message = `${place} must be filled, and no rule fills it`;
  return { code: 'target-uncovered', severity: 'error', message, path: [], side, expected: `a rule for ${place}` };
}
