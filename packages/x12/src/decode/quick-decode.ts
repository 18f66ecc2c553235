import type { Definition } from '../definition/definition.ts';
import type { TransactionSet } from '../envelope/interchange.ts';
import { sourceOf } from '../envelope/set-source.ts';
import { ScannedSegment } from '../lexical/scanned-segment.ts';
import type { SegmentRun } from '../lexical/segment-run.ts';
import { COMPOSITE_FLAG, HEAD, UNUSUAL_FLAG } from '../lexical/token-list.ts';
import { checkSegment } from '../validate/check-segment.ts';
import type { PlainValue } from '../validate/plain-value.ts';
import { decodeSegment, type Properties, put, wrapped } from './decode-segment.ts';
import { filterBit, type QuickLevel, type QuickPlace, quickPlan } from './quick-plan.ts';
import { SHORT, type ShortTexts } from './short-texts.ts';

/**
 * The typed document of a set without any fault, made in one pass over its bytes. Undefined where there may be a fault or
 * the set is not of that kind: then it is read the long way, which alone says what is wrong. Both give the same document.
 */
export function quickDecode(definition: Definition, set: TransactionSet): Properties | undefined {
  const source = sourceOf(set);
  if (source?.run === undefined || !source.isWhole || set.issues.length > 0) return undefined;
  return new QuickDecoder(source.run, quickPlan(definition)).decode();
}

class QuickDecoder {
  private readonly run: SegmentRun;
  private readonly document: Properties;
  /** Open loops from the set in: their plans, the place reached in each, its uses, the object being filled. */
  private readonly levels: QuickLevel[];
  private readonly reached: number[] = [-1];
  private readonly uses: number[] = [0];
  private readonly objects: Properties[];
  /** The list of the place reached, where it repeats. */
  private readonly lists: (Properties[] | undefined)[] = [undefined];
  private depth = 0;

  constructor(run: SegmentRun, plan: QuickLevel) {
    this.run = run;
    this.levels = [plan];
    this.document = new plan.Empty();
    this.objects = [this.document];
  }

  decode(): Properties | undefined {
    const { entries, first, end } = this.run;
    let position = 2;
    // ST comes first, SE last: both have been checked.
    let at = first + HEAD + 1 + (entries[first + 1] as number);
    for (;;) {
      const next = at + HEAD + 1 + (entries[at + 1] as number);
      if (next >= end) break;
      if (!this.take(at, position)) return undefined;
      at = next;
      position++;
    }
    return this.closeTo(-1) ? this.document : undefined;
  }

  private take(at: number, position: number): boolean {
    const id = this.idAt(at);
    const { levels, reached, uses } = this;
    for (let depth = this.depth; depth >= 0; depth--) {
      const level = levels[depth] as QuickLevel;
      const from = reached[depth] as number;
      const index = find(level, id, from > 0 || depth === 0 ? from : 1);
      if (index < 0) continue;
      const place = level.places[index] as QuickPlace;
      if (place.bounded) continue;
      const again = index === from;
      if (again ? (uses[depth] as number) >= place.most : (level.mandatory[from + 1] as number) < index) return false;
      if (!this.closeTo(depth)) return false;
      const value = this.segment(place, at, position);
      if (value === undefined) return false;
      reached[depth] = index;
      uses[depth] = again ? (uses[depth] as number) + 1 : 1;
      if (place.inner === undefined) this.add(depth, place, value, again);
      else this.open(depth, place, place.inner, value, again);
      return true;
    }
    return false;
  }

  private idAt(at: number): number {
    const { entries, bytes, origin, base } = this.run;
    const from = (entries[at] as number) >>> 2;
    const length = ((entries[at + HEAD] as number) >>> 2) - from;
    const start = from + origin - base;
    if (length !== 3 && length !== 2) return -1;
    const third = length === 3 ? (bytes[start + 2] as number) << 16 : 0;
    return (bytes[start] as number) | ((bytes[start + 1] as number) << 8) | third;
  }

  /** Leaves the loops deeper than a level, if nothing is missing in them. */
  private closeTo(depth: number): boolean {
    for (; this.depth > depth; this.depth--) {
      const level = this.levels[this.depth] as QuickLevel;
      if ((level.mandatory[(this.reached[this.depth] as number) + 1] as number) < level.places.length) return false;
    }
    return true;
  }

  private add(depth: number, { key, repeats, shared }: QuickPlace, value: Properties, again: boolean): void {
    const object = this.objects[depth] as Properties;
    if (shared) put(object, key, repeats, value);
    else if (!repeats) object[key] = value;
    else if (again) (this.lists[depth] as Properties[]).push(value);
    else {
      const list = [value];
      this.lists[depth] = list;
      object[key] = list;
    }
  }

  private open(depth: number, place: QuickPlace, inner: QuickLevel, start: Properties, again: boolean): void {
    const object = new inner.Empty();
    object[place.startKey] = start;
    this.add(depth, place, object, again);
    const deeper = depth + 1;
    this.depth = deeper;
    this.levels[deeper] = inner;
    this.reached[deeper] = 0;
    this.uses[deeper] = 1;
    this.objects[deeper] = object;
    this.lists[deeper] = undefined;
  }

  /** The properties of a segment; undefined where it may have a fault. */
  private segment(place: QuickPlace, at: number, position: number): Properties | undefined {
    const { run } = this;
    const { entries, bytes, origin, base } = run;
    const first = at + HEAD;
    const count = entries[first - 1] as number;
    const { check, short } = place;
    if (check === undefined) return undefined;
    const { elements } = place.segment;
    const { values, notes, required } = check;
    if (((entries[at] as number) & (COMPOSITE_FLAG | UNUSUAL_FLAG)) !== 0) return this.unusual(place, at, position);
    if (count > values.length) return undefined;
    const properties = new place.Empty();
    const shift = origin - base;
    let present = 0;
    let from = ((entries[first] as number) >>> 2) + 1;
    for (let index = 0; index < count; index++) {
      const to = (entries[first + index + 1] as number) >>> 2;
      if (to > from) {
        const use = elements[index];
        if (use === undefined) return undefined;
        let text: string | undefined;
        if (to - from <= SHORT) text = (short[index] as ShortTexts).at(bytes, from + shift, to + shift);
        else if ((values[index] as PlainValue)(bytes, from + shift, to + shift)) text = run.text(from, to);
        if (text === undefined) return undefined;
        present |= 1 << index;
        properties[use.name] = use.components === undefined && use.repeat === 1 ? text : wrapped(use, text);
      }
      from = to + 1;
    }
    if ((present & required) !== required) return undefined;
    for (let index = 0; index < notes.length; index++) if (!notes[index]?.(present)) return undefined;
    return properties;
  }

  /** A segment with composites, repeats or unusual characters goes through the whole check. */
  private unusual({ segment }: QuickPlace, at: number, position: number): Properties | undefined {
    const scanned = new ScannedSegment(position, this.run, at);
    let isRight = true;
    const report = (): void => {
      isRight = false;
    };
    checkSegment(segment, scanned, { address: {}, path: [], report });
    return isRight ? decodeSegment(segment, scanned) : undefined;
  }
}

/** The first place of a segment at or behind another; -1 where there is none. */
function find({ ids, filter }: QuickLevel, id: number, from: number): number {
  if ((filter & filterBit(id)) === 0) return -1;
  for (let at = Math.max(from, 0); at < ids.length; at++) if (ids[at] === id) return at;
  return -1;
}
