import type { Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';

type Path = readonly (string | number)[];

/** Takes a value of parsed JSON as a T, or reports what is wrong and gives nothing. */
export type JsonShape<T> = (value: unknown, path: Path, report: (issue: Issue) => void) => T | undefined;

/** A fault of a guide's own JSON: it has no bytes to point at, `path` tells the place. */
export function shapeFault(path: Path, message: string, expected?: string, found?: unknown): Issue {
  const place = path.length === 0 ? 'the guide' : path.join('.');
  return makeIssue('guide-malformed', {
    message: `${place} ${message}`,
    at: { offset: 0, length: 0 },
    address: {},
    path,
    expected,
    found: found === undefined ? undefined : shown(found).slice(0, 80),
  });
}

const mustBe = (path: Path, expected: string, found: unknown): Issue =>
  shapeFault(path, `must be ${expected}`, expected, found);

/** A text is what it is, all else its JSON. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value));

/** The shapes that guides are made of. Every one has a limit. */
export const shapes = { text, integer, flag, oneOf, list, record, object, either };

/** Text of at least one and at most so many characters, without control characters other than line breaks. */
function text(most: number, least = 1): JsonShape<string> {
  return (value, path, report) => {
    if (typeof value === 'string' && value.length >= least && value.length <= most && !CONTROL.test(value))
      return value;
    report(mustBe(path, `text of ${least} to ${most} characters`, value));
    return undefined;
  };
}

const CONTROL = /(?![\n\r\t])\p{Cc}/u;

function integer(least: number, most: number): JsonShape<number> {
  return (value, path, report) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    report(mustBe(path, `a whole number from ${least} to ${most}`, value));
    return undefined;
  };
}

function flag(): JsonShape<boolean> {
  return (value, path, report) => {
    if (typeof value === 'boolean') return value;
    report(mustBe(path, 'true or false', value));
    return undefined;
  };
}

function oneOf<const T extends string>(...words: readonly T[]): JsonShape<T> {
  return (value, path, report) => {
    const word = words.find((one) => one === value);
    if (word === undefined) report(mustBe(path, `one of ${words.join(', ')}`, value));
    return word;
  };
}

function list<T>(item: JsonShape<T>, most: number, least = 0): JsonShape<readonly T[]> {
  return (value, path, report) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      report(mustBe(path, `a list of ${least} to ${most} items`, value));
      return undefined;
    }
    return value.flatMap((one: unknown, index) => {
      const taken = item(one, [...path, index], report);
      return taken === undefined ? [] : [taken];
    });
  };
}

/** An object with keys of any name. */
function record<T>(item: JsonShape<T>, most: number): JsonShape<Readonly<Record<string, T>>> {
  return (value, path, report) => {
    if (!isObject(value) || Object.keys(value).length > most) {
      report(mustBe(path, `an object of at most ${most} entries`, value));
      return undefined;
    }
    const taken = new Map<string, T>();
    for (const [key, one] of Object.entries(value)) {
      const entry = item(one, [...path, key], report);
      if (entry !== undefined) taken.set(key, entry);
    }
    return Object.fromEntries(taken);
  };
}

type Fields<T> = { readonly [Key in keyof T]-?: JsonShape<Exclude<T[Key], undefined>> };

/** An object of known properties, of which some must be there. One that is not known is a fault: it would do nothing. */
function object<T extends object>(fields: Fields<T>, required: readonly (keyof T & string)[]): JsonShape<T> {
  const known = Object.keys(fields);
  return (value, path, report) => {
    if (!isObject(value)) {
      report(mustBe(path, `an object of ${known.join(', ')}`, value));
      return undefined;
    }
    for (const key of Object.keys(value))
      if (!known.includes(key)) report(shapeFault([...path, key], 'is not known', `one of ${known.join(', ')}`, key));
    const taken: Partial<T> = {};
    for (const key of known as (keyof T & string)[]) {
      const one = Object.hasOwn(value, key) ? value[key] : undefined;
      const property = one === undefined ? undefined : fields[key](one, [...path, key], report);
      if (property !== undefined) taken[key] = property;
      else if (one === undefined && required.includes(key)) report(shapeFault([...path, key], 'is missing', key));
    }
    return required.every((key) => Object.hasOwn(taken, key)) ? (taken as T) : undefined;
  };
}

/** The first shape whose key the object has, in that order. */
function either<T>(byKey: readonly (readonly [key: string, shape: JsonShape<T>])[]): JsonShape<T> {
  return (value, path, report) => {
    const shape = isObject(value) ? byKey.find(([key]) => Object.hasOwn(value, key))?.[1] : undefined;
    if (shape !== undefined) return shape(value, path, report);
    const expected = `an object with ${byKey.map(([key]) => key).join(' or ')}`;
    report(shapeFault(path, 'is not understood', expected, value));
    return undefined;
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
