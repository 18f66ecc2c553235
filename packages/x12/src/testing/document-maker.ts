import type { Definition, LoopUse, StructureNode } from '../definition/definition.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { DocumentOptions } from './made-document.ts';
import { madeLevels } from './made-levels.ts';
import { madeSegment, type Properties } from './made-segment.ts';
import { oneOf } from './one-of.ts';

/** How many of a hundred optional elements are there, as long as there may be optional places. */
const SHARE_OF_ELEMENTS = 35;

// Element 1005: what BSN05 says of the order of levels in a ship notice. One says nothing.
const ORDERS = [
  ['', ''],
  ['', ''],
  ['0001', 'SOPI'],
  ['0002', 'SOIP'],
  ['0003', 'SPOI'],
  ['0004', 'SOI'],
] as const;

/** Makes one document of a set, and parts for it. */
export class DocumentMaker {
  readonly chance: Chance;
  readonly signs: readonly string[];
  readonly #definition: Definition;
  readonly #without: ReadonlySet<StructureNode>;
  /** The order of levels, and the code by which BSN05 declares it. */
  readonly #order: readonly [code: string, kinds: readonly string[]];
  readonly #isWhole: boolean;
  #left: number;

  constructor(definition: Definition, { seed, signs, places, without, constraints }: DocumentOptions) {
    this.chance = chanceOf(seed);
    this.signs = signs;
    this.#definition = definition;
    this.#without = without;
    this.#left = places;
    const levels = constraints?.levels ?? [];
    // What a guide asks of a level can only be shown where that level is.
    this.#isWhole = levels.length > 0;
    this.#order = this.#isWhole ? declared(oneOf(levels, this.chance)) : anyOrder(this.chance);
  }

  document(): Properties {
    return this.#nodes(this.#definition.structure, 0);
  }

  /** One use of a segment, or one repetition of a loop that has no levels. */
  item(node: StructureNode): Properties {
    return node.kind === 'loop' ? this.#nodes(node.children, 1) : this.#segment(node.segment);
  }

  #nodes(structure: readonly StructureNode[], depth: number): Properties {
    const document: Properties = {};
    // LS and LE bound loops, which stand there with them or not at all.
    let bounds: Properties | 'left out' | undefined;
    for (const node of structure) {
      if (node.key === 'LE') {
        if (typeof bounds === 'object') document['LE'] = { ...bounds };
        bounds = undefined;
      } else if (node.key === 'LS') {
        bounds = this.#isFilled(node, depth) ? this.#segment('LS') : 'left out';
        if (typeof bounds === 'object') document['LS'] = bounds;
      } else if (bounds !== 'left out' && this.#isFilled(node, depth)) document[node.key] = this.#place(node, depth);
    }
    return document;
  }

  /** Whether a place is filled. Of optional ones the deeper are less often: there are so many of them. */
  #isFilled(node: StructureNode, depth: number): boolean {
    if (node.requirement === 'M') return true;
    if (this.#left <= 0 || this.#without.has(node)) return false;
    if (this.chance(100) >= (depth === 0 ? 25 : 12)) return false;
    this.#left--;
    return true;
  }

  #place(node: StructureNode, depth: number): Properties | Properties[] {
    if (node.kind === 'segment') return this.#repeated(node.maximumUse, () => this.#segment(node.segment));
    if (node.hierarchical) return this.#levels(node);
    return this.#repeated(node.repeat, () => this.#nodes(node.children, depth + 1));
  }

  #repeated(most: number, item: () => Properties): Properties | Properties[] {
    if (most === 1) return item();
    const items = [item()];
    while (items.length < most && items.length < 4 && this.#left > 0 && this.chance(3) === 0) {
      this.#left--;
      items.push(item());
    }
    return items;
  }

  #levels(node: LoopUse): Properties[] {
    const [first, ...rest] = node.children;
    const header = this.#definition.segments[node.loop];
    if (first === undefined || header === undefined) throw new RangeError(`${node.loop} is not defined`);
    const more = (): boolean => {
      if (this.#left <= 0 || this.chance(2) === 0) return false;
      this.#left--;
      return true;
    };
    const content = () => this.#nodes(rest, 1);
    const order = this.#order[1];
    return madeLevels(node, { chance: this.chance, header, order, isWhole: this.#isWhole, more, content });
  }

  #segment(id: string): Properties {
    const segment = this.#definition.segments[id];
    if (segment === undefined) throw new RangeError(`${this.#definition.id} has no definition of ${id}`);
    const share = this.#left > 0 ? SHARE_OF_ELEMENTS : 0;
    const made = madeSegment(segment, { chance: this.chance, signs: this.signs, share });
    if (id === 'BSN') declareOrder(made, segment.elements[4]?.name, this.#order[0]);
    return made;
  }
}

function anyOrder(chance: Chance): readonly [code: string, kinds: readonly string[]] {
  const [code, kinds] = oneOf(ORDERS, chance);
  return [code, [...kinds]];
}

/** The code of an order: tare levels have none of their own. */
function declared(order: readonly string[]): readonly [code: string, kinds: readonly string[]] {
  const kinds = order.filter((kind) => kind !== 'T').join('');
  return [ORDERS.find((known) => known[1] === kinds)?.[0] ?? '', order];
}

/** BSN05 says what order the levels have, or nothing. */
function declareOrder(segment: Properties, name: string | undefined, code: string): void {
  if (name === undefined) return;
  if (code === '') delete segment[name];
  else segment[name] = code;
}
