import { compareValues, type Place } from './compare-values.ts';
import type { DescriptionChange } from './description-change.ts';
import { readSurface } from './read-surface.ts';
import type { OperationShape, Surface, ValueShape } from './surface.ts';
import { everything, usedPaths } from './used-paths.ts';
import type { OperationUses, Uses } from './uses.ts';

const places: readonly Place[] = ['query', 'headers', 'sends', 'reads'];

/**
 * What breaks for an adapter that was built on one description of a system when the system becomes as another says, the worst
 * first. Both are texts, in a notation that `readSurface` knows, and each may be in another one. Without a list of what is used
 * everything is compared, and a definition that is used in several places is told of once.
 * Throws a TypeError for a text that is no description, and for a list of uses with a path that is none.
 */
export function descriptionDrift(before: string, after: string, uses?: Uses): readonly DescriptionChange[] {
  return surfaceDrift(readSurface(before), readSurface(after), uses);
}

function surfaceDrift(before: Surface, after: Surface, uses: Uses | undefined): readonly DescriptionChange[] {
  const changes: DescriptionChange[] = [];
  const seen = new Set<string>();
  const operations = uses === undefined ? [...before.keys()] : Object.keys(uses.operations);
  const [olds, recents] = uses === undefined ? [before, after] : [plainly(before), plainly(after)];
  const base = uses === undefined ? '' : baseOf(olds, operations);
  for (const operation of operations) {
    const name = uses === undefined ? operation : plainName(operation, base);
    const [old, recent] = [olds.get(name), recents.get(name)];
    const tell = (
      severity: DescriptionChange['severity'],
      kind: DescriptionChange['kind'],
      at: string,
      message: string,
    ) => void changes.push({ severity, kind, operation, at, message });
    if (old === undefined)
      tell('breaking', 'use-unknown', '', 'is used, and not in the old description: it was not compared');
    else if (recent === undefined) tell('breaking', 'operation-removed', '', 'is not there any more');
    else compareOperations(old, recent, { uses: uses?.operations[operation], seen, tell });
  }
  return [...changes].sort((left, right) => Number(left.severity === 'warning') - Number(right.severity === 'warning'));
}

/**
 * What stands before the paths of a description that writes them whole (`/fscmRestApi/resources/11.13.18.05/shipments`) and a list
 * of uses from the resource on: what most of the operations have. Both descriptions must have it, since another one before the
 * same path is another operation.
 */
function baseOf(surface: Surface, operations: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const operation of operations.map((one) => plainName(one))) {
    const [method = '', path = ''] = operation.split(' ');
    if (!path.startsWith('/')) continue;
    for (const name of surface.keys()) {
      if (!name.startsWith(`${method} `) || !name.endsWith(path)) continue;
      const base = name.slice(method.length + 1, name.length - path.length);
      counts.set(base, (counts.get(base) ?? 0) + 1);
    }
  }
  if (counts.has('')) return '';
  const [most] = [...counts].sort(([one, times], [other, more]) => more - times || one.length - other.length);
  return most?.[0] ?? '';
}

/** The operations by their names without the names of parameters in paths: a release may call `{id}` `{OrderKey}`. */
function plainly(surface: Surface): Surface {
  return new Map([...surface].map(([name, shape]) => [plainName(name), shape]));
}

function plainName(name: string, base = ''): string {
  const [method = '', path] = name.split(' ');
  return path?.startsWith('/') ? `${method} ${base}${path.replace(/\{[^{}]*\}/g, '{}')}` : name;
}

interface Comparison {
  readonly uses: OperationUses | undefined;
  readonly seen: Set<string>;
  readonly tell: (
    severity: DescriptionChange['severity'],
    kind: DescriptionChange['kind'],
    at: string,
    message: string,
  ) => void;
}

function compareOperations(before: OperationShape, after: OperationShape, { uses, seen, tell }: Comparison): void {
  if (after.deprecated && !before.deprecated) tell('warning', 'deprecated', '', 'is deprecated');
  const sendsNothing = uses !== undefined && (uses.sends ?? []).length === 0;
  if (after.mustSend && !before.mustSend && (uses === undefined || sendsNothing))
    tell('breaking', 'body-required', 'sends', 'must have a body now');
  for (const place of places) {
    const used = uses === undefined ? everything : usedPaths(uses[place] ?? []);
    const [old, recent] = [before[place], after[place]];
    const isUsed = used.all || used.below.size > 0;
    const say = (path: string) => (path === '' ? place : `${place} ${path}`);
    // What must be given in an address counts for who gives nothing, too; a body that is not sent lacks nothing.
    if (!isUsed && place !== 'query' && place !== 'headers' && !(place === 'sends' && isArguments(before))) continue;
    if (old === undefined && recent === undefined && !isUsed) continue;
    if (recent === undefined && old !== undefined) {
      if (isUsed) tell('breaking', 'field-removed', say(''), 'is not there any more');
      continue;
    }
    compareValues(
      { before: old ?? nothing, after: recent ?? nothing, used, path: '' },
      place,
      seen,
      (severity, kind, path, message) => tell(severity, kind, say(path), message),
    );
  }
}

/** The arguments of a field of GraphQL are no body: what is required there is required of everyone. */
function isArguments({ sends }: OperationShape): boolean {
  return sends?.id.endsWith(' arguments') === true;
}

const nothing: ValueShape = { id: 'nothing', types: new Set(), limits: new Map() };
