import type { Definition, ElementUse, LoopUse, StructureNode } from '../definition/definition.ts';
import { wordsOf } from '../element/words-of.ts';
import { type DocumentObject as DocumentPart, isObject } from '../encode/document.ts';
import type { DocumentChange } from './document-change.ts';
import { type Keyed, matchItems } from './match-items.ts';

/** Where a comparison stands. */
interface Place {
  readonly path: readonly (string | number)[];
  readonly words: readonly string[];
}

const NOTHING: DocumentPart = {};

/** Deeper is no transaction set. */
const DEEPEST = 100;

/** The differences between two documents by the structure of their definition; what it does not know is compared by name. */
export function compareObjects(definition: Definition, before: unknown, after: unknown): DocumentChange[] {
  const changes: DocumentChange[] = [];
  const comparison = new Comparison(definition, changes);
  comparison.nodes(definition.structure, partOf(before), partOf(after), { path: [], words: [] });
  return changes;
}

const partOf = (value: unknown): DocumentPart => (isObject(value) ? value : NOTHING);

class Comparison {
  private readonly definition: Definition;
  private readonly changes: DocumentChange[];

  constructor(definition: Definition, changes: DocumentChange[]) {
    this.definition = definition;
    this.changes = changes;
  }

  nodes(nodes: readonly StructureNode[], before: DocumentPart, after: DocumentPart, place: Place): void {
    if (place.path.length > 2 * DEEPEST) throw new RangeError(`a document is nested deeper than ${DEEPEST} levels`);
    const seen = new Set<string>();
    for (const node of nodes) {
      if (seen.has(node.key)) continue;
      seen.add(node.key);
      this.items(node, node.key, before[node.key], after[node.key], place);
    }
  }

  private items(node: StructureNode, key: string, before: unknown, after: unknown, place: Place): void {
    const isMany = Array.isArray(before) || Array.isArray(after);
    const segment = node.kind === 'segment' ? node.segment : node.loop;
    const word = node.kind === 'segment' ? segment : node.hierarchical ? 'level' : `${segment} loop`;
    const [left, right] = [before, after].map((value) => listOf(value).map(partOf)) as [DocumentPart[], DocumentPart[]];
    // One on each side is the same one, whatever it holds.
    const identityOf = (item: DocumentPart): Keyed => (isMany ? this.identity(node, item) : { key: undefined });
    for (const match of matchItems(left, right, identityOf)) {
      const { key: identity, from, to } = match;
      const index = to ?? from ?? 0;
      const here: Place = {
        path: [...place.path, key, ...(isMany ? [index] : [])],
        words: [...place.words, ...(isMany ? [numbered(word, index, identity)] : node.kind === 'loop' ? [word] : [])],
      };
      const [old, now] = [from === undefined ? undefined : left[from], to === undefined ? undefined : right[to]];
      if (match.isMoved) this.add('moved', here, { before: String((from ?? 0) + 1), after: String(index + 1) });
      if (old === undefined) this.add('added', here, { after: this.summary(segment, node, now) });
      else if (now === undefined) this.add('removed', here, { before: this.summary(segment, node, old) });
      else this.item(node, segment, old, now, here);
    }
  }

  private item(node: StructureNode, segment: string, before: DocumentPart, after: DocumentPart, place: Place): void {
    if (node.kind === 'segment') {
      this.values(this.definition.segments[segment]?.elements ?? [], before, after, place);
      return;
    }
    this.nodes(node.children, before, after, place);
    if (node.hierarchical) this.items(node, 'children', before['children'], after['children'], place);
  }

  private values(uses: readonly ElementUse[], before: DocumentPart, after: DocumentPart, place: Place): void {
    for (const use of uses) {
      const { name, designator, components } = use;
      if (NUMBERING.has(designator)) continue;
      const [old, now] = [before[name], after[name]];
      const here = { ...place, path: [...place.path, name] };
      if (components !== undefined && !Array.isArray(old) && !Array.isArray(now)) {
        this.values(components, partOf(old), partOf(now), here);
        continue;
      }
      const [left, right] = [textOf(old), textOf(now)];
      if (left === right) continue;
      const kind = left === undefined ? 'added' : right === undefined ? 'removed' : 'changed';
      this.add(kind, here, { designator, name: wordsOf(name), before: left, after: right });
    }
  }

  private add(kind: DocumentChange['kind'], { path, words }: Place, details: Partial<DocumentChange>): void {
    const present = Object.entries(details).filter(([, value]) => value !== undefined);
    this.changes.push({ kind, path, place: words.join(', '), ...Object.fromEntries(present) });
  }

  /** What identifies a repetition among the others, best first. */
  private identity(node: StructureNode, item: DocumentPart): Keyed {
    if (node.kind === 'segment') return { key: this.firstValue(node.segment, item) };
    if (!node.hierarchical) return { key: this.firstValue(node.loop, partOf(item[node.loop])) };
    return { key: goodsOf(node, item) ?? this.firstValue('HL', partOf(item['HL'])) };
  }

  /** The first value that a segment has, with its name: `assigned identification 10`. */
  private firstValue(segment: string, item: DocumentPart): string | undefined {
    for (const { name, components } of this.definition.segments[segment]?.elements ?? []) {
      const value = item[name];
      if (typeof value === 'string' && value !== '') return `${wordsOf(name)} ${value}`;
      if (components !== undefined && isObject(value)) return `${wordsOf(name)} ${textOf(value)}`;
    }
    return undefined;
  }

  /** The values of a segment, or of the one that starts a loop, as they would be written. */
  private summary(segment: string, node: StructureNode, item: DocumentPart | undefined): string {
    const values = node.kind === 'segment' ? item : partOf(item?.[segment]);
    const uses = this.definition.segments[segment]?.elements ?? [];
    return [segment, ...uses.map(({ name }) => textOf(values?.[name]) ?? '')].join('*').replace(/\*+$/, '');
  }
}

/** Numbers of levels follow from their order. */
const NUMBERING: ReadonlySet<string> = new Set(['HL01', 'HL02', 'HL04']);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function numbered(word: string, index: number, identity: string | undefined): string {
  return `${word} ${index + 1}${identity === undefined ? '' : ` (${identity})`}`;
}

/** Where the identity of the goods of a level is: order, carton, item. */
const GOODS = [
  ['PRF', 'purchaseOrderNumber'],
  ['MAN', 'mark'],
  ['LIN', 'productId'],
] as const;

/** HL03 and the goods: `S`, `O PO1`, `P 00006141411234567814`, `I 012345678905`. */
function goodsOf({ children }: LoopUse, item: DocumentPart): string | undefined {
  const code = textOf(partOf(item['HL'])['level']) ?? '';
  for (const [segment, name] of GOODS) {
    if (!children.some(({ key }) => key === segment)) continue;
    const [first] = listOf(item[segment]);
    const value = textOf(partOf(first)[name]);
    if (value !== undefined) return `${code} ${value}`;
  }
  return undefined;
}

/** A value as text: components joined by `:`, repeats by `^`. Undefined where there is none. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (Array.isArray(value)) return value.map((item) => textOf(item) ?? '').join('^') || undefined;
  if (!isObject(value)) return value === undefined || value === null ? undefined : String(value);
  return (
    Object.values(value)
      .map((item) => textOf(item) ?? '')
      .join(':') || undefined
  );
}
