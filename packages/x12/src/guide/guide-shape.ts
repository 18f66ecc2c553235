import type { Delimiters } from '../envelope/interchange.ts';
import type { Condition, Guide, GuideCharacters, GuideCode, GuideCondition, GuidePlace, ValueRule } from './guide.ts';
import { type JsonShape, shapeFault, shapes } from './json-shape.ts';

const { text, integer, flag, oneOf, list, record, object, either } = shapes;

const path = text(200);
const words = text(2000);
const code = text(80);
const uses = integer(0, 1_000_000);
const day: JsonShape<string> = (value, place, report) => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  report(shapeFault(place, 'must be a day', 'a day such as 2026-01-31', value));
  return undefined;
};

const values = {
  minimum: integer(1, 1_000_000),
  maximum: integer(1, 1_000_000),
  format: oneOf('digits', 'letters', 'letters-and-digits', 'upper-case', 'no-blanks'),
  starts: code,
} satisfies { [Key in keyof ValueRule]-?: unknown };

const labelled = object<GuideCode>({ code, label: text(200) }, ['code']);
const allowedCode: JsonShape<GuideCode> = (value, place, report) =>
  labelled(typeof value === 'string' ? { code: value } : value, place, report);

const guidePlace = object<GuidePlace>(
  {
    ...values,
    path,
    usage: oneOf('required', 'used', 'dependent', 'not-used'),
    least: uses,
    most: uses,
    codes: list(allowedCode, 5000, 1),
    name: text(200),
    notes: words,
  },
  ['path'],
);

/** Deeper than any rule that a person can read. */
const DEEPEST = 8;

const condition = conditionShape(DEEPEST);

function conditionShape(depth: number): JsonShape<Condition> {
  const leaf = object<Extract<Condition, { is?: unknown }>>({ ...values, path, is: list(code, 1000, 1) }, ['path']);
  const presence = object<Extract<Condition, { present: unknown }>>({ path, present: flag() }, ['path', 'present']);
  if (depth === 0)
    return (_, place, report) => {
      report(shapeFault(place, 'is too deep', `at most ${DEEPEST} conditions in one another`));
      return undefined;
    };
  // Made when it is met: a shape inside a shape would never end.
  const inner: JsonShape<Condition> = (value, place, report) => conditionShape(depth - 1)(value, place, report);
  const several = list(inner, 50, 1);
  return either<Condition>([
    ['present', presence],
    ['path', leaf],
    ['all', object<Extract<Condition, { all: unknown }>>({ all: several }, ['all'])],
    ['any', object<Extract<Condition, { any: unknown }>>({ any: several }, ['any'])],
    ['not', object<Extract<Condition, { not: unknown }>>({ not: inner }, ['not'])],
  ]);
}

const guideCondition = object<GuideCondition>(
  { id: text(80), at: path, when: condition, must: condition, text: words },
  ['id', 'must'],
);

const character = text(2);

const characters = object<GuideCharacters>(
  {
    set: oneOf('basic', 'extended'),
    also: text(1000),
    except: text(1000),
    replace: record(text(20, 0), 1000),
    fold: flag(),
    otherwise: text(20, 0),
  },
  ['set'],
);

const separators = object<Delimiters>(
  { element: character, component: character, segment: character, repetition: character },
  ['element', 'component', 'segment'],
);

/** The shape of a guide's JSON. */
export const guideShape: JsonShape<Guide> = object<Guide>(
  {
    $schema: words,
    name: text(200),
    version: text(80),
    set: text(3),
    release: text(12),
    effective: object<NonNullable<Guide['effective']>>({ from: day, to: day }, []),
    provenance: list(words, 100),
    notes: list(words, 1000),
    example: text(100_000),
    characters,
    separators,
    levels: list(list(text(2), 20, 1), 100, 1),
    violations: record(oneOf('reject', 'accept-with-errors', 'silent'), 200),
    places: list(guidePlace, 5000),
    conditions: list(guideCondition, 1000),
  },
  ['name', 'set', 'release'],
);
