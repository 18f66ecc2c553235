import type { Format } from '../format/format.ts';
import { json } from '../format/json.ts';
import type { MappingIssue } from '../issue.ts';
import type { Condition } from '../map/rule.ts';
import { isFault, type Path } from '../path/path.ts';
import type { Constraint } from './constraint.ts';
import { constraintFaults } from './constraint-faults.ts';
import { foundAt } from './found-at.ts';
import { type AskedAt, holds, valuesOf } from './holds.ts';
import { inWords } from './in-words.ts';
import { type PlacedValue, placesAt } from './places-at.ts';
import type { ProfileDocument } from './profile-document.ts';
import { testValues, type ValueFault } from './test-values.ts';
import type { ValueTest } from './value-test.ts';

/**
 * What a canonical document breaks of what the partner asks: an issue `constraint-broken` for each place, with the
 * constraint's id as its rule and the severity that the constraint has. A path that cannot be read is an issue
 * `path-malformed`, one that a `format` (`json({ schema: Order })`) does not have `path-unknown`.
 */
export function checkConstraints(
  document: Pick<ProfileDocument, 'constraints'>,
  canonical: unknown,
  format: Format = anything,
): MappingIssue[] {
  return (document.constraints ?? []).flatMap((constraint) => {
    const faults = constraintFaults([constraint], format);
    return faults.length > 0 ? faults : checkOne(constraint, canonical, format);
  });
}

const anything = json();

function checkOne(constraint: Constraint, canonical: unknown, format: Format): MappingIssue[] {
  const document: PlacedValue = { value: canonical, keys: [] };
  const list = constraint.at === undefined ? undefined : format.parsePath(constraint.at, format.shape);
  const items = list === undefined || isFault(list) ? [document] : placesAt(document, list);
  const from = list === undefined || isFault(list) ? format.shape : list.shape;
  // Each path is parsed once, not once for each of the items.
  const known = new Map<string, Path | undefined>();
  const parse = (text: string): Path | undefined => {
    if (known.has(text)) return known.get(text);
    const path = format.parsePath(text, from);
    const found = isFault(path) ? undefined : path;
    known.set(text, found);
    return found;
  };
  return items.flatMap((item) => brokenAt(constraint, { document, item }, parse));
}

function brokenAt(constraint: Constraint, at: AskedAt, parse: (text: string) => Path | undefined): MappingIssue[] {
  if (constraint.if !== undefined && !holds(constraint.if, at, parse)) return [];
  const { then } = constraint;
  if (!isValueTest(then)) {
    if (holds(then, at, parse)) return [];
    const fault = { expected: inWords(then), found: foundAt(then, at, parse) || undefined };
    return [brokenIssue(constraint, fault, at.item.keys)];
  }
  const others = then.differsFrom === undefined ? [] : valuesOf(parse(then.differsFrom), at);
  const faults = testValues(then, valuesOf(parse(then.path), at), others);
  return faults.map((fault) => brokenIssue(constraint, fault, fault.keys ?? at.item.keys));
}

function isValueTest(then: Condition | ValueTest): then is ValueTest {
  return then !== true && 'path' in then && !('is' in then) && !('present' in then);
}

function brokenIssue(constraint: Constraint, fault: ValueFault, path: PlacedValue['keys']): MappingIssue {
  const { id, message, severity = 'error' } = constraint;
  const { expected, found } = fault;
  const where = path.length === 0 ? 'the document' : path.join('.');
  const asked = constraint.if === undefined ? '' : `where ${inWords(constraint.if)}, `;
  const what = `${asked}expected ${expected}${found === undefined ? '' : `, found ${found}`}`;
  const text = `Constraint ${id}: ${message ?? `${where}: ${what}`}`;
  return { code: 'constraint-broken', severity, message: text, path, side: 'canonical', rule: id, expected, found };
}
