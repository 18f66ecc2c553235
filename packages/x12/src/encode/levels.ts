import type { Issue } from '../issue.ts';
import { type DocumentObject, isObject, itemsOf, type Path, type Placed, propertyOf, valueFault } from './document.ts';

/**
 * The levels of a tree in the order in which they are written: parent first, then its children. Where a level leaves
 * them out, HL01 is the next free number, HL02 the parent's HL01, and HL04 tells whether levels follow below. HL04 is
 * optional: a tree that is numbered whole, and nowhere says it, is written without.
 */
export function levelsOf(roots: readonly Placed[], most: number, report: (issue: Issue) => void): Placed[] {
  const levels = walk(roots, most, report);
  const isSilent = levels.every(
    ({ level }) => givenId(level) !== undefined && givenOf(level, 'hasChildren') === undefined,
  );
  return levels.map(({ level, parent, id, hasChildren, path }) => {
    const segment = propertyOf(level, 'HL');
    const child = isSilent ? undefined : hasChildren ? '1' : '0';
    return { value: isObject(segment) ? { ...level, HL: completed(segment, id, parent, child) } : level, path };
  });
}

interface Level {
  readonly level: DocumentObject;
  readonly path: Path;
  readonly parent: string | undefined;
  readonly id: string;
  readonly hasChildren: boolean;
}

/** Deeper is no packing. */
const DEEPEST = 64;

function walk(roots: readonly Placed[], most: number, report: (issue: Issue) => void): Level[] {
  const levels: Level[] = [];
  const ids = freeIds(roots);
  const above = new Set<DocumentObject>();
  const visit = ({ value, path }: Placed, parent: string | undefined): void => {
    if (above.has(value) || above.size === DEEPEST || levels.length > most) {
      report(valueFault(path, `a level that does not hold itself, at most ${DEEPEST} deep`, value));
      return;
    }
    const id = givenId(value) ?? ids.next();
    const given = propertyOf(value, 'children');
    const children = given === undefined ? [] : itemsOf(given, true, [...path, 'children'], report);
    levels.push({ level: value, path, parent, id, hasChildren: children.length > 0 });
    above.add(value);
    for (const child of children) if (levels.length <= most) visit(child, id);
    above.delete(value);
  };
  for (const root of roots) visit(root, undefined);
  return levels;
}

/** Numbers from 1 on that no level of the document has taken. */
function freeIds(roots: readonly Placed[]): { next: () => string } {
  const taken = new Set<string>();
  // A document may hold an object twice, or itself: each is looked at once.
  const seen = new Set<unknown>();
  const open: unknown[] = roots.map(({ value }) => value);
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    const id = givenId(value);
    if (id !== undefined) taken.add(id);
    const children = propertyOf(value, 'children');
    if (Array.isArray(children)) for (const child of children) if (child !== undefined) open.push(child);
  }
  let last = 0;
  const next = (): string => {
    do last++;
    while (taken.has(String(last)));
    return String(last);
  };
  return { next };
}

function givenId(level: DocumentObject): string | undefined {
  const id = givenOf(level, 'levelId');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function givenOf(level: DocumentObject, name: string): unknown {
  const segment = propertyOf(level, 'HL');
  return isObject(segment) ? propertyOf(segment, name) : undefined;
}

function completed(
  segment: DocumentObject,
  id: string,
  parent: string | undefined,
  child: string | undefined,
): DocumentObject {
  const or = (name: string, made: string | undefined): unknown => propertyOf(segment, name) ?? made;
  return {
    ...segment,
    levelId: or('levelId', id),
    parentLevelId: or('parentLevelId', parent),
    hasChildren: or('hasChildren', child),
  };
}
