import type { Issue } from '../issue.ts';
import { issueCodes } from '../issue-codes.ts';
import type { Condition, Guide, GuideCharacters, GuidePlace, ValueRule } from './guide.ts';
import { allowedCharacters } from './guide-characters.ts';
import { shapeFault } from './json-shape.ts';

type Path = readonly (string | number)[];

/** What contradicts itself in a guide, whatever definition it is laid over. */
export function guideFaults(guide: Guide): Issue[] {
  const { effective, places = [], conditions = [], violations = {}, characters, separators } = guide;
  const { from, to } = effective ?? {};
  return [
    ...(from !== undefined && to !== undefined && to < from ? [shapeFault(['effective', 'to'], 'is before from')] : []),
    ...Object.keys(violations).flatMap(violationFault),
    ...repeated(places.map(({ path }) => path)).map((index) => shapeFault(['places', index, 'path'], 'came before')),
    ...repeated(conditions.map(({ id }) => id)).map((index) => shapeFault(['conditions', index, 'id'], 'came before')),
    ...places.flatMap((place, index) => placeFaults(place, ['places', index])),
    ...conditions.flatMap((one, index) => [
      ...(one.when === undefined ? [] : conditionFaults(one.when, ['conditions', index, 'when'])),
      ...conditionFaults(one.must, ['conditions', index, 'must']),
    ]),
    ...(characters === undefined ? [] : replacementFaults(characters, guide.release)),
    ...(separators === undefined ? [] : separatorFaults(Object.values(separators))),
  ];
}

/** Faults of the envelope are not a guide's to change: what they say is where the set begins and ends. */
const CHANGEABLE = /^(?:segment|loop|element|level|guide)-/;

/** Faults of a guide itself. */
const OF_JSON: ReadonlySet<string> = new Set(['guide-malformed', 'guide-path']);

function violationFault(code: string): Issue[] {
  const isKnown = Object.hasOwn(issueCodes, code);
  if ((isKnown && CHANGEABLE.test(code)) || code === 'guide-*') return [];
  const path = ['violations', code];
  if (isKnown) return [shapeFault(path, 'can not be changed', 'a code about a segment, loop, element, level or guide')];
  const [kind] = CHANGEABLE.exec(code) ?? [];
  const codes =
    kind === undefined ? [] : Object.keys(issueCodes).filter((one) => one.startsWith(kind) && !OF_JSON.has(one));
  const beginnings = 'guide-* or a code that begins with segment-, loop-, element-, level- or guide-';
  return [shapeFault(path, 'is no code of an issue', codes.length > 0 ? `one of ${codes.join(', ')}` : beginnings)];
}

function repeated(keys: readonly string[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}

function placeFaults({ least, most, usage, codes, ...rule }: GuidePlace, path: Path): Issue[] {
  const asks = [rule.minimum, rule.maximum, rule.format, rule.starts, codes, least, most];
  return [
    ...valueFaults(rule, path),
    ...(least !== undefined && most !== undefined && most < least
      ? [shapeFault([...path, 'most'], 'is less than least')]
      : []),
    ...(usage === 'not-used' && asks.some((one) => one !== undefined)
      ? [shapeFault([...path, 'usage'], 'is not-used, and something is asked of it')]
      : []),
    ...(usage === 'required' && (least === 0 || most === 0)
      ? [shapeFault([...path, 'usage'], 'is required none times')]
      : []),
    ...repeated((codes ?? []).map(({ code }) => code)).map((index) =>
      shapeFault([...path, 'codes', index], 'came before'),
    ),
  ];
}

function valueFaults({ minimum, maximum }: ValueRule, path: Path): Issue[] {
  const isContrary = minimum !== undefined && maximum !== undefined && maximum < minimum;
  return isContrary ? [shapeFault([...path, 'maximum'], 'is less than minimum')] : [];
}

function conditionFaults(condition: Condition, path: Path): Issue[] {
  if ('all' in condition) return condition.all.flatMap((one, index) => conditionFaults(one, [...path, 'all', index]));
  if ('any' in condition) return condition.any.flatMap((one, index) => conditionFaults(one, [...path, 'any', index]));
  if ('not' in condition) return conditionFaults(condition.not, [...path, 'not']);
  if ('present' in condition) return [];
  const { is, minimum, maximum, format, starts } = condition;
  if ([is, minimum, maximum, format, starts].every((one) => one === undefined))
    return [shapeFault(path, 'asks nothing', 'is, present, minimum, maximum, format or starts')];
  return valueFaults(condition, path);
}

function replacementFaults(characters: GuideCharacters, release: string): Issue[] {
  const allowed = allowedCharacters(characters, release);
  const isAllowed = (text: string) => Array.from(text).every((sign) => allowed.has(sign));
  const { replace = {}, otherwise = '' } = characters;
  return [
    ...Object.entries(replace).flatMap(([sign, instead]) => {
      const path = ['characters', 'replace', sign];
      if (Array.from(sign).length !== 1) return [shapeFault(path, 'is not one character')];
      return isAllowed(instead) ? [] : [shapeFault(path, 'is replaced by what is not allowed either')];
    }),
    ...(isAllowed(otherwise) ? [] : [shapeFault(['characters', 'otherwise'], 'is not allowed either')]),
  ];
}

function separatorFaults(separators: readonly (string | undefined)[]): Issue[] {
  const given = separators.filter((one) => one !== undefined);
  const isSound = given.every((one) => Array.from(one).length === 1) && new Set(given).size === given.length;
  return isSound ? [] : [shapeFault(['separators'], 'must be one character each and differ')];
}
