import type { Definition, ElementUse, StructureNode } from '../definition/definition.ts';
import type { GuidePath, GuideStep } from '../guide/guide-path.ts';
import type { Properties } from './made-segment.ts';

/** A segment or a repetition of a loop in a typed document, or the document itself. */
export interface DocumentPart {
  readonly content: Properties;
  /** Absent for the document. */
  readonly node: StructureNode | undefined;
  /** What holds it, and under which key: it stands there, or in a list there. */
  readonly owner: Properties;
  readonly key: string;
}

/** The value of an element or component in a typed document, and how to put another in its place. */
export interface ValueSlot {
  readonly text: string;
  replace(value: string): void;
}

/** Finds in a typed document what the paths of a guide name. */
export class DocumentPlaces {
  readonly root: DocumentPart;
  readonly #definition: Definition;

  constructor(definition: Definition, document: Properties) {
    this.#definition = definition;
    this.root = { content: document, node: undefined, owner: {}, key: '' };
  }

  /** Everything that steps lead to from a part. */
  from(start: DocumentPart, steps: readonly GuideStep[]): DocumentPart[] {
    return steps.reduce((reached, step) => reached.flatMap((part) => this.chosen(part, step)), [start]);
  }

  /** What stands at the places of a step and has its qualifiers. */
  chosen(part: DocumentPart, { nodes, qualifiers, index }: GuideStep): DocumentPart[] {
    const named = nodes.flatMap((node) => partsAt(part.content, node.key, node));
    const fit = named.filter((one) =>
      qualifiers.every(({ element, value }) => this.#textsOf(one, element).at(0) === value),
    );
    return index === undefined ? fit : fit.slice(index, index + 1);
  }

  /** The segment itself, or the one that begins the loop. */
  headOf({ content, node }: DocumentPart): Properties | undefined {
    if (node === undefined || node.kind === 'segment') return content;
    const head = content[node.children[0]?.key ?? ''];
    return typeof head === 'object' ? (head as Properties) : undefined;
  }

  /** The values of a path's element or component in a part, one for each repeat that has one. */
  slots(part: DocumentPart, { element, component, segment }: GuidePath): ValueSlot[] {
    const head = this.headOf(part);
    const use = segment?.elements[(element ?? 0) - 1];
    if (head === undefined || use === undefined) return [];
    const inner = component === undefined ? undefined : use.components?.[component - 1];
    return slotsOf(head, use, inner);
  }

  /** The use of an element in the segment of a part. */
  useOf({ node }: DocumentPart, element: number): ElementUse | undefined {
    const id = node?.kind === 'loop' ? node.loop : (node?.segment ?? '');
    return this.#definition.segments[id]?.elements[element - 1];
  }

  #textsOf(part: DocumentPart, element: number): string[] {
    const head = this.headOf(part);
    const use = this.useOf(part, element);
    if (head === undefined || use === undefined) return [];
    return slotsOf(head, use, use.components?.[0]).map(({ text }) => text);
  }
}

/** Levels are at one place, however deep they stand. */
function partsAt(owner: Properties, key: string, node: StructureNode): DocumentPart[] {
  const items = [owner[key] ?? []].flat() as Properties[];
  return items.flatMap((content) => [
    { content, node, owner, key },
    ...(node.kind === 'loop' && node.hierarchical ? partsAt(content, 'children', node) : []),
  ]);
}

function slotsOf(head: Properties, use: ElementUse, inner: ElementUse | undefined): ValueSlot[] {
  const value: unknown = head[use.name];
  if (inner !== undefined) return ([value ?? []].flat() as Properties[]).flatMap((each) => slotAt(each, inner.name));
  if (!Array.isArray(value)) return slotAt(head, use.name);
  const list: unknown[] = value;
  return list.map((each, index) => ({
    text: textOf(each),
    replace(other) {
      list[index] = other;
    },
  }));
}

function slotAt(holder: Properties, key: string): ValueSlot[] {
  const value = holder[key];
  if (value === undefined) return [];
  return [
    {
      text: textOf(value),
      replace(other) {
        holder[key] = other;
      },
    },
  ];
}

/** A composite as a whole has no text. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
