import type { Definition } from '../definition/definition.ts';
import type { Segment, TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';
import type { ValidatedSet } from '../validate/validate-set.ts';
import type { AppliedGuide } from './applied-guide.ts';
import { checkCharacters } from './check-characters.ts';
import { checkConditions } from './check-conditions.ts';
import { checkElements } from './check-elements.ts';
import { checkGuideLevels } from './check-guide-levels.ts';
import { checkSeparators } from './check-separators.ts';
import { checkNotUsed, checkUses } from './check-uses.ts';
import { type CompiledGuide, compileGuide } from './compile-guide.ts';
import type { Guide } from './guide.ts';
import { GuideRun } from './guide-run.ts';
import { replaceCharacters } from './replace-characters.ts';

/**
 * The definition with a companion guide laid over it, for `read`, `decode`, `encode` and `write`. The typed document stays
 * the same; faults against the guide are issues with its name in `guide`.
 * @throws RangeError when the guide is for another set or release, or names a place that the definition does not have
 * (`readGuide(json, { definition })` gives those as issues); TypeError when the definition has a guide already.
 */
export function withGuide<Id extends string, Document>(
  definition: Definition<Id, Document>,
  guide: Guide,
): Definition<Id, Document> {
  if (definition.guide !== undefined)
    throw new TypeError(`the definition has the guide ${definition.guide.guide.name}`);
  const compiled = compileGuide(definition, guide);
  const [fault] = compiled.faults;
  if (fault !== undefined) throw new RangeError(`${guide.name}: ${fault.message}`);
  const { id, release, functionalIdentifier, name, structure, segments } = definition;
  return { id, release, functionalIdentifier, name, structure, segments, guide: applied(compiled, definition) };
}

function applied(compiled: CompiledGuide, definition: Definition): AppliedGuide {
  const { guide } = compiled;
  const { violations = {} } = guide;
  const isSettled = Object.hasOwn(violations, 'guide-character');
  return {
    guide,
    check: (set, found, limit) => check(compiled, definition, set, found, limit),
    replaced: (segments: readonly Segment[]) => replaceCharacters(compiled, definition, segments),
    // What can not be read there is better not sent.
    asOutgoing: (issue) => (issue.code === 'guide-character' && !isSettled ? { ...issue, severity: 'error' } : issue),
    checkSeparators: (delimiters) => checkSeparators(guide, delimiters),
  };
}

function check(
  compiled: CompiledGuide,
  definition: Definition,
  set: TransactionSet,
  found: ValidatedSet,
  limit: number,
): readonly Issue[] {
  const run = new GuideRun(compiled, definition, set, found, limit);
  // More faults than anybody reads: the guide has nothing to add.
  if (found.issues.length > limit) return run.issues();
  const { places, characters, beginnings } = compiled;
  for (const place of places) checkNotUsed(place, run);
  if (characters !== undefined) checkCharacters(characters, run);
  for (const place of places) checkElements(place, run);
  for (const place of places) checkUses(place, run);
  if (beginnings !== undefined) checkGuideLevels(beginnings, run);
  checkConditions(run);
  return run.issues();
}
