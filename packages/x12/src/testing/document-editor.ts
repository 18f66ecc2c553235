import type { Definition, ElementUse } from '../definition/definition.ts';
import type { GuidePath, GuideStep, Qualifier } from '../guide/guide-path.ts';
import { valueFault } from '../guide/value-fault.ts';
import { syntaxNote } from '../validate/syntax-note.ts';
import type { DocumentMaker } from './document-maker.ts';
import { type DocumentPart, DocumentPlaces, type ValueSlot } from './document-places.ts';
import { fittedValue, type ValueWish } from './fitted-value.ts';
import { madeSegment, type Properties } from './made-segment.ts';
import { oneOf } from './one-of.ts';

/** Steps after which notes are left broken: the guide asks for what they exclude. */
const MOST_STEPS = 50;

/** Changes a typed document where a guide wants it otherwise; syntax notes are kept as far as that can be. */
export class DocumentEditor {
  readonly places: DocumentPlaces;
  /** How often something has been changed. */
  changes = 0;
  readonly #definition: Definition;
  readonly #maker: DocumentMaker;

  constructor(definition: Definition, document: Properties, maker: DocumentMaker) {
    this.places = new DocumentPlaces(definition, document);
    this.#definition = definition;
    this.#maker = maker;
  }

  /** One more of what a step names; where no more may come, or it is a level, one that is there is made it. */
  add(scope: DocumentPart, step: GuideStep): DocumentPart | undefined {
    const node = oneOf(step.nodes, this.#maker.chance);
    const standing = this.places.chosen(scope, { ...step, nodes: [node], qualifiers: [], index: undefined });
    const most = node.kind === 'loop' ? node.repeat : node.maximumUse;
    const isTree = node.kind === 'loop' && node.hierarchical;
    this.changes++;
    if (isTree || standing.length >= most) {
      if (standing.length === 0) return undefined;
      const part = oneOf(standing, this.#maker.chance);
      this.#qualify(part, step.qualifiers);
      return part;
    }
    const { content: owner } = scope;
    const part: DocumentPart = { content: this.#maker.item(node), node, owner, key: node.key };
    owner[node.key] = most === 1 ? part.content : [...([owner[node.key] ?? []].flat() as unknown[]), part.content];
    this.#qualify(part, step.qualifiers);
    return part;
  }

  remove({ content, owner, key }: DocumentPart): void {
    this.changes++;
    const left = ([owner[key] ?? []].flat() as Properties[]).filter((one) => one !== content);
    if (left.length > 0) owner[key] = left;
    else delete owner[key];
    const header = owner['HL'] as Properties | undefined;
    const [, , , children] = this.#definition.segments['HL']?.elements ?? [];
    if (key === 'children' && left.length === 0 && header && children) header[children.name] = '0';
  }

  /** The part that a path leads to, made where it is missing. */
  ensure(start: DocumentPart, steps: readonly GuideStep[]): DocumentPart | undefined {
    let part: DocumentPart | undefined = start;
    for (const step of steps) {
      if (part === undefined) return undefined;
      part = this.places.chosen(part, step)[0] ?? this.add(part, step);
    }
    return part;
  }

  /** Gives an element or component a value where it has none. */
  fill(part: DocumentPart, path: GuidePath, wish: ValueWish): void {
    const { element, component, segment, use } = path;
    const head = this.places.headOf(part);
    const whole = segment?.elements[(element ?? 0) - 1];
    if (head === undefined || whole === undefined || use === undefined || element === undefined) return;
    head[whole.name] ??= this.#valueOf(whole);
    const [first] = [head[whole.name]].flat();
    if (component !== undefined && typeof first === 'object') (first as Properties)[use.name] ??= this.#valueOf(use);
    this.changes++;
    this.#keepNotes(part, element);
    for (const slot of this.places.slots(part, path)) this.refine(slot, use, wish);
  }

  /** Takes an element or component away. */
  clear(part: DocumentPart, path: GuidePath): void {
    const { element, component, segment, use } = path;
    const head = this.places.headOf(part);
    const whole = segment?.elements[(element ?? 0) - 1];
    if (head === undefined || whole === undefined || use === undefined || element === undefined) return;
    const composites = component === undefined ? [] : ([head[whole.name] ?? []].flat() as Properties[]);
    for (const composite of composites) delete composite[use.name];
    if (composites.every((composite) => Object.keys(composite).length === 0)) delete head[whole.name];
    this.changes++;
    this.#keepNotes(part, element);
  }

  /** Gives a value that a guide does not want another one, where there is one. */
  refine(slot: ValueSlot, use: ElementUse, wish: ValueWish): void {
    if (use.components !== undefined || valueFault(wish, wish.codes, use, slot.text) === undefined) return;
    const fitted = fittedValue(use, wish, this.#maker.signs, this.#maker.chance);
    if (fitted === undefined) return;
    slot.replace(fitted);
    this.changes++;
  }

  /** Keeps the first repeats of an element. */
  shorten(part: DocumentPart, { element, segment }: GuidePath, most: number): void {
    const head = this.places.headOf(part);
    const use = segment?.elements[(element ?? 0) - 1];
    const values = use && head?.[use.name];
    if (head === undefined || use === undefined || !Array.isArray(values) || values.length <= most) return;
    head[use.name] = values.slice(0, most);
    this.changes++;
  }

  #qualify(part: DocumentPart, qualifiers: readonly Qualifier[]): void {
    const head = this.places.headOf(part);
    for (const { element, value } of qualifiers) {
      const use = this.places.useOf(part, element);
      if (head === undefined || use === undefined) continue;
      const [first] = use.components ?? [];
      const one = first === undefined ? value : { ...(this.#valueOf(use) as Properties), [first.name]: value };
      head[use.name] = use.repeat === 1 ? one : [one];
      this.#keepNotes(part, element);
    }
  }

  #valueOf(use: ElementUse): unknown {
    const { chance, signs } = this.#maker;
    const elements = [{ ...use, requirement: 'M' as const }];
    return madeSegment({ id: '', name: '', elements, notes: [] }, { chance, signs, share: 0 })[use.name];
  }

  /** Adds and takes away elements, but for the one that has just been changed, until no syntax note is broken. */
  #keepNotes(part: DocumentPart, changed: number): void {
    const { node } = part;
    const head = this.places.headOf(part);
    const segment = this.#definition.segments[node?.kind === 'loop' ? node.loop : (node?.segment ?? '')];
    if (head === undefined || segment === undefined) return;
    const isThere = (element: number): boolean => head[segment.elements[element - 1]?.name ?? ''] !== undefined;
    for (let step = 0; step < MOST_STEPS; step++) {
      const broken = segment.notes.find((note) => syntaxNote(note, String)(isThere) !== undefined);
      const named = (broken?.match(/\d\d/g) ?? []).map(Number).filter((element) => element !== changed);
      if (broken === undefined || named.length === 0) return;
      const use = segment.elements[oneOf(named, this.#maker.chance) - 1];
      if (use === undefined) return;
      if (head[use.name] === undefined && !broken.startsWith('E')) head[use.name] = this.#valueOf(use);
      else if (use.requirement !== 'M') delete head[use.name];
    }
  }
}
