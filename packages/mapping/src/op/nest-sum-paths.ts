import type { NestRule } from '../map/rule.ts';
import type { Step } from '../path/path.ts';
import type { CompileContext, Place } from './compile-context.ts';

/** Where the values stand in an item that equal items are summed by: the keys that lead there. */
export function sumPaths(context: CompileContext, rule: NestRule, item: Place): readonly (readonly string[])[] {
  const { sum = [] } = rule;
  if (sum.length > 0 && context.direction !== 'read') checkLevels(context, rule);
  return sum.flatMap((text) => {
    const path = context.path(rule, 'canonical', text, item, 'look')?.path;
    if (path === undefined) return [];
    if (!path.absolute && path.steps.length > 0 && path.steps.every(isProperty) && mayBeDecimal(path.shape)) {
      return [path.steps.map(({ key }) => key)];
    }
    const message = `sum takes paths of decimals inside an item, without [] and /, and not ${text}`;
    context.report(rule, 'path-not-value', message, { side: 'canonical' });
    return [];
  });
}

function isProperty({ many, select, index }: Step): boolean {
  return !many && select.length === 0 && index === undefined;
}

function mayBeDecimal(shape: Step['shape']): boolean {
  return shape.kind === 'any' || (shape.kind === 'leaf' && (shape.type === 'text' || shape.type === 'any'));
}

/** A sum says how much of something there is, and no more in which unit or group below it how much lies. */
function checkLevels(context: CompileContext, rule: NestRule): void {
  const { levels, define } = rule;
  const holdsAt = (code: string | undefined) =>
    code !== undefined && Object.hasOwn(define, code) ? define[code]?.holds : undefined;
  const unit = levels.find((code) => holdsAt(code) === 'unit');
  if (unit !== undefined) {
    const message = `sum needs levels without units: what lies in a unit of level ${unit} is a bag, and must stay one`;
    context.report(rule, 'rule-malformed', message, { found: unit });
  } else if (levels.some((code) => holdsAt(code) === 'item') && holdsAt(levels[levels.length - 1]) !== 'item') {
    context.report(rule, 'rule-malformed', 'sum needs the level that holds the item to be the innermost one');
  }
}
