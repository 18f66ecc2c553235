import type { DescriptionChange } from './description-change.ts';
import type { FieldShape, ValueShape } from './surface.ts';
import { everything, type UsedPaths, type UsedStep } from './used-paths.ts';

/** `query`, `headers` and `sends` go out; `reads` comes in. */
export type Place = 'query' | 'headers' | 'sends' | 'reads';

/** A pair of values that is still to be compared. */
interface Task {
  readonly before: ValueShape;
  readonly after: ValueShape;
  readonly used: UsedPaths;
  readonly path: string;
}

/** What is told of one operation and place. */
export type Tell = (
  severity: DescriptionChange['severity'],
  kind: DescriptionChange['kind'],
  path: string,
  message: string,
) => void;

/**
 * Compares two values by what is used of them. Where all is used, a pair of definitions is compared once, however often it is
 * referred to: `seen` holds the pairs.
 */
export function compareValues(start: Task, place: Place, seen: Set<string>, tell: Tell): void {
  // A list of work and no recursion: descriptions refer to one another thousands deep.
  const tasks = [start];
  for (const task of tasks) {
    const { before, after, used } = task;
    const isComparable = compareTypes(before, after, place, (...told) => tell(told[0], told[1], task.path, told[2]));
    if (!isComparable) continue;
    const path = used.all ? (before.name ?? task.path) : task.path;
    if (used.all) {
      const pair = `${place === 'reads' ? 'in' : 'out'} ${before.id} ${after.id}`;
      if (seen.has(pair)) continue;
      seen.add(pair);
    }
    compareEnums(before, after, place, (...told) => tell(told[0], told[1], path, told[2]));
    const items = used.all ? everything : used.below.get('[]');
    const [one, other] = [before.items?.(), after.items?.()];
    if (items !== undefined && one === undefined && !used.all) tell('breaking', 'use-unknown', `${path}[]`, unknown);
    if (items !== undefined && one !== undefined && other !== undefined)
      tasks.push({ before: one, after: other, used: items, path: `${path}[]` });
    tasks.push(...compareFields({ ...task, path }, place, tell));
  }
}

const unknown = 'is used, and not in the old description: it was not compared';

function compareFields({ before, after, used, path }: Task, place: Place, tell: Tell): Task[] {
  const [old, recent] = [
    before.fields?.() ?? new Map<string, FieldShape>(),
    after.fields?.() ?? new Map<string, FieldShape>(),
  ];
  const names = used.all ? [...old.keys()] : [...used.below.keys()].filter((name) => name !== '[]');
  const tasks = names.flatMap((name): Task[] => {
    const [one, other] = [old.get(name), recent.get(name)];
    const at = path === '' ? name : `${path}.${name}`;
    const step = used.below.get(name);
    if (one === undefined) tell('breaking', 'use-unknown', at, unknown);
    else if (other === undefined) tell('breaking', 'field-removed', at, 'is not there any more');
    else {
      compareField(one, other, place, (...told) => tell(told[0], told[1], at, told[2]));
      compareArguments(one, other, step, (...told) => tell(told[0], told[1], at, told[2]));
      return [{ before: one.value(), after: other.value(), used: step ?? everything, path: at }];
    }
    return [];
  });
  if (place !== 'reads') compareRequired(old, recent, { used, path, tell });
  return tasks;
}

type TellHere = (severity: DescriptionChange['severity'], kind: DescriptionChange['kind'], message: string) => void;

function compareField(before: FieldShape, after: FieldShape, place: Place, tell: TellHere): void {
  const isSent = place !== 'reads';
  if (isSent && after.readOnly === true && before.readOnly !== true)
    tell('breaking', 'field-read-only', 'may not be sent any more');
  if (!isSent && before.required && !after.required) tell('warning', 'optional', 'need not be there any more');
  if (after.deprecated === true && before.deprecated !== true) tell('warning', 'deprecated', 'is deprecated');
}

function compareArguments(before: FieldShape, after: FieldShape, step: UsedStep | undefined, tell: TellHere): void {
  const [old, recent] = [
    before.arguments ?? new Map<string, FieldShape>(),
    after.arguments ?? new Map<string, FieldShape>(),
  ];
  // Nobody has said which are given: of all that there were any may be.
  const given = step === undefined ? [...old.keys()] : (step.arguments ?? []);
  for (const name of given) {
    if (!old.has(name)) tell('breaking', 'use-unknown', `the argument ${name} ${unknown}`);
    else if (!recent.has(name)) tell('breaking', 'argument-removed', `the argument ${name} is not there any more`);
  }
  for (const [name, { required }] of recent)
    if (required && old.get(name)?.required !== true && !(step !== undefined && given.includes(name)))
      tell('breaking', 'argument-required', `the argument ${name} must be given`);
}

/** What must be sent now: refused is who does not send it, and who sends it sometimes. */
function compareRequired(
  old: ReadonlyMap<string, FieldShape>,
  recent: ReadonlyMap<string, FieldShape>,
  { used, path, tell }: { readonly used: UsedPaths; readonly path: string; readonly tell: Tell },
): void {
  for (const [name, field] of recent) {
    if (!field.required || field.readOnly === true || old.get(name)?.required === true) continue;
    const at = path === '' ? name : `${path}.${name}`;
    if (used.below.has(name)) tell('warning', 'field-required', at, 'must be sent each time now');
    else tell('breaking', 'field-required', at, old.has(name) ? 'must be sent now' : 'is new and must be sent');
  }
}

/** Whether they are of one type, so that it makes sense to look into them. */
function compareTypes(before: ValueShape, after: ValueShape, place: Place, tell: TellHere): boolean {
  if (place !== 'reads') compareLimits(before, after, tell);
  // Where one of them says nothing of a type there is nothing to compare.
  if (before.types.size === 0 || after.types.size === 0) return true;
  const [from, to] = place === 'reads' ? [after.types, before.types] : [before.types, after.types];
  const strange = [...from].filter((type) => !to.has(type));
  if (strange.some((type) => type !== 'null')) {
    tell('breaking', 'type-changed', `is ${list(after.types)}, and was ${list(before.types)}`);
    return false;
  }
  if (strange.length > 0 && place === 'reads') tell('warning', 'optional', 'may be null now');
  if (strange.length > 0 && place !== 'reads') tell('warning', 'type-changed', 'may not be null any more');
  return true;
}

function compareLimits(before: ValueShape, after: ValueShape, tell: TellHere): void {
  for (const [name, limit] of after.limits) {
    const old = before.limits.get(name);
    if (old === undefined || limit < old)
      tell('breaking', 'limit-shrunk', `${name} is ${limit}, and was ${old ?? 'without limit'}`);
  }
}

function compareEnums(before: ValueShape, after: ValueShape, place: Place, tell: TellHere): void {
  if (after.values === undefined) return;
  const { values: old } = before;
  if (old === undefined) {
    if (place !== 'reads') tell('warning', 'value-removed', `is only one of ${list(after.values)} now`);
    return;
  }
  const { values: recent } = after;
  const gone = [...old].filter((value) => !recent.has(value));
  const added = [...recent].filter((value) => !old.has(value));
  if (gone.length > 0) tell('warning', 'value-removed', `has no more ${list(gone)}`);
  if (added.length > 0) tell('warning', 'value-added', `may be ${list(added)} too`);
}

function list(values: Iterable<string>): string {
  const all = [...values];
  return all.length <= 10 ? all.join(', ') : `${all.slice(0, 10).join(', ')} and ${all.length - 10} more`;
}
