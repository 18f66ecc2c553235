import type { LoopUse, SegmentDefinition } from '../definition/definition.ts';
import type { Chance } from './chance.ts';
import type { Properties } from './made-segment.ts';
import { oneOf } from './one-of.ts';

/** What the levels of a document need to know. */
export interface LevelOptions {
  readonly chance: Chance;
  /** HL of the release. */
  readonly header: SegmentDefinition;
  /** Kinds of level from the outermost in, where their order is declared; none where any kind may follow any. */
  readonly order: readonly string[];
  /** Whether the first level has one of each kind of the order below it. */
  readonly isWhole: boolean;
  /** Whether another optional level may be made; asked once for each. */
  readonly more: () => boolean;
  /** The segments of one level beside its HL. */
  readonly content: (node: LoopUse) => Properties;
}

/** Shipment, order, tare, pack, item, and two that occur beside them. */
const KINDS = [...'SOTPIKF'];
/** Levels deeper than a shipment ever has, made now and then. */
const DEEPEST = 12;

/** A tree of levels in any order of kinds, or in the order that the set declares; numbered as it is written. */
export function madeLevels(node: LoopUse, options: LevelOptions): Properties[] {
  const { chance, header, order, isWhole, more } = options;
  const [id, parentId, kind, hasChildren] = header.elements.map(({ name }) => name);
  if (id === undefined || parentId === undefined || kind === undefined || hasChildren === undefined)
    throw new RangeError('HL has four elements');
  let last = 0;
  let count = 0;
  const level = (parent: string | undefined, depth: number): Properties => {
    // Numbers may have gaps.
    last += 1 + (chance(4) === 0 ? chance(5) : 0);
    const number = String(last);
    count++;
    const isSpine = isWhole && count === depth;
    const made = options.content(node);
    const most = order.length === 0 ? DEEPEST : order.length;
    const children: Properties[] = [];
    while (depth < most && children.length < 4 && ((isSpine && children.length === 0) || more()))
      children.push(level(number, depth + 1));
    made['HL'] = {
      [id]: number,
      ...(parent === undefined ? {} : { [parentId]: parent }),
      [kind]: order.length === 0 ? oneOf(KINDS, chance) : order[depth - 1],
      [hasChildren]: children.length > 0 ? '1' : '0',
    };
    if (children.length > 0) made['children'] = children;
    return made;
  };
  const roots = [level(undefined, 1)];
  while (roots.length < 3 && more()) roots.push(level(undefined, 1));
  return roots;
}
