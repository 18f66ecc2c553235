import type { Delimiters } from '../envelope/interchange.ts';
import type { Severity } from '../issue.ts';
import { issueCodes } from '../issue-codes.ts';
import { conditionInWords } from './condition-in-words.ts';
import type { Guide, GuideCharacters, GuideCondition, GuidePlace } from './guide.ts';
import { allowedCharacters } from './guide-characters.ts';
import { severityOf } from './severity-of.ts';

/**
 * What a change means for data: `tightened` refuses some that was sound, `loosened` allows some that was not, `wording`
 * changes nothing. A rule that is another now is two changes: the old one loosened, the new one tightened.
 */
export type GuideChangeKind = 'tightened' | 'loosened' | 'wording';

/** One difference between two versions of a guide. */
export interface GuideChange {
  readonly kind: GuideChangeKind;
  /** The place: a path of the guide, the id of a condition, or the part of the guide such as `levels`. */
  readonly place: string;
  /** What changed: `usage`, `codes`, `minimum`, `condition`, … */
  readonly what: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** The differences between two versions of a guide, each with what it means for data. Order and layout do not count. */
export function compareGuides(before: Guide, after: Guide): GuideChange[] {
  return [
    ...wordingChanges('guide', before, after, ['name', 'version', 'effective', 'provenance', 'notes', 'example']),
    ...replaced('guide', 'set', before.set, after.set),
    ...replaced('guide', 'release', before.release, after.release),
    ...characterChanges(before, after),
    ...replaced('separators', 'separators', shownSeparators(before.separators), shownSeparators(after.separators)),
    ...allowedChanges('levels', 'levels', before.levels?.map(joined), after.levels?.map(joined)),
    ...violationChanges(before, after),
    ...byKey(before.places, after.places, ({ path }) => path).flatMap(([path, old, now]) =>
      placeChanges(path, old ?? { path }, now ?? { path }),
    ),
    ...byKey(before.conditions, after.conditions, ({ id }) => id).flatMap(([id, old, now]) =>
      conditionChanges(id, old, now),
    ),
  ];
}

const joined = (order: readonly string[]): string => order.join('-');

function wordingChanges<T>(place: string, before: T, after: T, keys: readonly (keyof T & string)[]): GuideChange[] {
  return keys.flatMap((what): GuideChange[] => {
    const [old, now] = [shown(before[what]), shown(after[what])];
    return old === now ? [] : [{ kind: 'wording', place, what, before: old, after: now }];
  });
}

const shown = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'string' ? value : JSON.stringify(value);

/** A demand that is another now: the old one is gone, the new one is there. */
function replaced(place: string, what: string, before: string | undefined, after: string | undefined): GuideChange[] {
  if (before === after) return [];
  const old: GuideChange[] = before === undefined ? [] : [{ kind: 'loosened', place, what, before }];
  return after === undefined ? old : [...old, { kind: 'tightened', place, what, after }];
}

/** What may be chosen from: undefined is everything. */
function allowedChanges(
  place: string,
  what: string,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): GuideChange[] {
  if (before === undefined || after === undefined) return replaced(place, what, before?.join(', '), after?.join(', '));
  const [old, now] = [new Set(before), new Set(after)];
  const gone = before.filter((one) => !now.has(one)).join(', ');
  const added = after.filter((one) => !old.has(one)).join(', ');
  return [
    ...(gone === '' ? [] : [{ kind: 'tightened', place, what, before: gone } as const]),
    ...(added === '' ? [] : [{ kind: 'loosened', place, what, after: added } as const]),
  ];
}

/** A bound that asks for more the greater it is. */
function boundChanges(place: string, what: string, before: number, after: number, isLeast: boolean): GuideChange[] {
  if (before === after) return [];
  const kind = after > before === isLeast ? 'tightened' : 'loosened';
  return [{ kind, place, what, before: finite(before), after: finite(after) }];
}

const finite = (bound: number): string | undefined => (Number.isFinite(bound) ? String(bound) : undefined);

function placeChanges(path: string, before: GuidePlace, after: GuidePlace): GuideChange[] {
  const [old, now] = [boundsOf(before), boundsOf(after)];
  const isSameUse = old.least === now.least && old.most === now.most;
  const usage = shownChange(path, 'usage', before.usage, after.usage);
  return [
    ...(isSameUse ? usage : []),
    ...boundChanges(path, 'least', old.least, now.least, true),
    ...boundChanges(path, 'most', old.most, now.most, false),
    ...allowedChanges(
      path,
      'codes',
      before.codes?.map(({ code }) => code),
      after.codes?.map(({ code }) => code),
    ),
    ...labelChanges(path, before, after),
    ...boundChanges(path, 'minimum', old.minimum, now.minimum, true),
    ...boundChanges(path, 'maximum', old.maximum, now.maximum, false),
    ...replaced(path, 'format', before.format, after.format),
    ...replaced(path, 'starts', before.starts, after.starts),
    ...wordingChanges(path, before, after, ['name', 'notes']),
  ];
}

const shownChange = (place: string, what: string, before?: string, after?: string): GuideChange[] =>
  before === after ? [] : [{ kind: 'wording', place, what, before, after }];

function boundsOf({ usage, least, most, minimum, maximum }: GuidePlace) {
  return {
    least: least ?? (usage === 'required' ? 1 : 0),
    most: usage === 'not-used' ? 0 : (most ?? Number.POSITIVE_INFINITY),
    minimum: minimum ?? 0,
    maximum: maximum ?? Number.POSITIVE_INFINITY,
  };
}

function labelChanges(place: string, before: GuidePlace, after: GuidePlace): GuideChange[] {
  const labels = new Map(before.codes?.map(({ code, label }) => [code, label]));
  return (after.codes ?? []).flatMap(({ code, label }) =>
    labels.has(code) ? shownChange(place, `label of ${code}`, labels.get(code), label) : [],
  );
}

function conditionChanges(id: string, before?: GuideCondition, after?: GuideCondition): GuideChange[] {
  const [old, now] = [ruleOf(before), ruleOf(after)];
  if (old === now) return shownChange(id, 'text', before?.text, after?.text);
  return [
    ...(before === undefined
      ? []
      : [{ kind: 'loosened', place: id, what: 'condition', before: conditionInWords(before) } as const]),
    ...(after === undefined
      ? []
      : [{ kind: 'tightened', place: id, what: 'condition', after: conditionInWords(after) } as const]),
  ];
}

/** What a condition asks, without its words. */
const ruleOf = (condition: GuideCondition | undefined): string | undefined =>
  condition && JSON.stringify([condition.at, sorted(condition.when), sorted(condition.must)]);

/** With the properties of objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
}

function characterChanges(first: Guide, second: Guide): GuideChange[] {
  const [before, after] = [first.characters, second.characters];
  const old = before && [...allowedCharacters(before, first.release)];
  const now = after && [...allowedCharacters(after, second.release)];
  return [
    ...(old === undefined || now === undefined
      ? replaced('characters', 'characters', before?.set, after?.set)
      : allowedChanges('characters', 'characters', old, now)),
    // What is written instead changes what is sent, not what is allowed.
    ...wordingChanges('characters', replacementsOf(before), replacementsOf(after), ['replace', 'fold', 'otherwise']),
  ];
}

const replacementsOf = ({ replace, fold, otherwise }: Partial<GuideCharacters> = {}) => ({ replace, fold, otherwise });

const shownSeparators = (separators: Delimiters | undefined): string | undefined =>
  separators &&
  [separators.element, separators.component, separators.segment, separators.repetition ?? ''].join(' ').trimEnd();

const RANK: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2 };

function violationChanges(before: Guide, after: Guide): GuideChange[] {
  const named = [...Object.keys(before.violations ?? {}), ...Object.keys(after.violations ?? {})];
  const codes = [...new Set(named.flatMap((code) => (code === 'guide-*' ? GUIDE_CODES : [code])))];
  return codes.flatMap((code): GuideChange[] => {
    const [old, now] = [meant(before, code), meant(after, code)];
    if (old === now) return [];
    const kind = RANK[now] > RANK[old] ? 'tightened' : 'loosened';
    return [{ kind, place: 'violations', what: code, before: old, after: now }];
  });
}

const GUIDE_CODES = Object.keys(issueCodes).filter((code) => code.startsWith('guide-'));

/** What a fault means: the standard's own severity where the table is silent about one of its faults. */
function meant(guide: Guide, code: string): Severity {
  const isTabled = code.startsWith('guide-') || Object.hasOwn(guide.violations ?? {}, code);
  const [standard = 'error' as const] = Object.entries(issueCodes).find(([name]) => name === code)?.[1] ?? [];
  return isTabled ? severityOf(guide, code) : standard;
}

function byKey<T>(
  before: readonly T[] | undefined,
  after: readonly T[] | undefined,
  keyOf: (one: T) => string,
): (readonly [string, T | undefined, T | undefined])[] {
  const old = new Map(before?.map((one) => [keyOf(one), one]));
  const now = new Map(after?.map((one) => [keyOf(one), one]));
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => [key, old.get(key), now.get(key)] as const);
}
