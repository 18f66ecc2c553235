import type { Element, Segment } from '../envelope/interchange.ts';
import { runElements } from './run-elements.ts';
import { segmentId } from './segment-id.ts';
import type { SegmentRun } from './segment-run.ts';
import { COMPOSITE_FLAG, HEAD, UNUSUAL_FLAG } from './token-list.ts';

/** A segment in its bytes: what it holds is made when it is asked for. */
export class ScannedSegment implements Segment {
  readonly id: string;
  readonly position: number;
  readonly #run: SegmentRun;
  /** Its first entry in the run. */
  readonly #at: number;
  #elements: readonly Element[] | undefined = undefined;

  constructor(position: number, run: SegmentRun, at: number) {
    const { entries, origin, base, bytes } = run;
    const shift = origin - base;
    const start = ((entries[at] as number) >>> 2) + shift;
    this.id = segmentId(bytes, start, ((entries[at + HEAD] as number) >>> 2) + shift);
    this.position = position;
    this.#run = run;
    this.#at = at;
  }

  get offset(): number {
    return this.#run.origin + this.#start;
  }

  get length(): number {
    const { entries } = this.#run;
    const end = (entries[this.#at + HEAD + (entries[this.#at + 1] as number)] as number) >>> 2;
    return end - this.#start;
  }

  /** Its bytes without the terminator. */
  get bytes(): Uint8Array {
    const start = this.#start;
    return this.#run.slice(start, start + this.length);
  }

  get #start(): number {
    return (this.#run.entries[this.#at] as number) >>> 2;
  }

  get elements(): readonly Element[] {
    this.#elements ??= runElements(this.#run, this.#at);
    return this.#elements;
  }

  /** The run, where every element is plain text: one component, one repeat, nothing unusual in it. */
  get plainRun(): SegmentRun | undefined {
    return ((this.#run.entries[this.#at] as number) & (COMPOSITE_FLAG | UNUSUAL_FLAG)) === 0 ? this.#run : undefined;
  }

  /** The text of an element, from 1, of a segment of plain elements; undefined for any other segment. */
  plainText(element: number): string | undefined {
    const run = this.plainRun;
    if (run === undefined) return undefined;
    const { entries } = run;
    const first = this.#at + HEAD;
    if (element > (entries[first - 1] as number)) return '';
    const from = ((entries[first + element - 1] as number) >>> 2) + 1;
    return run.shortText(from, (entries[first + element] as number) >>> 2);
  }

  /** Every element is plain text. */
  get isPlain(): boolean {
    return this.plainRun !== undefined;
  }

  /** The text of every element of a segment of plain elements, with its number. */
  eachText(visit: (text: string, element: number, repeat: number, component: number) => void): void {
    const run = this.#run;
    const { entries } = run;
    const first = this.#at + HEAD;
    const count = entries[first - 1] as number;
    let from = ((entries[first] as number) >>> 2) + 1;
    if (count === 0) return;
    const { text, from: start } = run.windowOf(from, (entries[first + count] as number) >>> 2);
    for (let element = 1; element <= count; element++) {
      const to = (entries[first + element] as number) >>> 2;
      visit(from === to ? '' : text.substring(from - start, to - start), element, 1, 1);
      from = to + 1;
    }
  }

  get run(): SegmentRun {
    return this.#run;
  }

  /** Index of its first entry in the run. */
  get entry(): number {
    return this.#at;
  }

  toJSON(): Segment {
    const { id, elements, offset, length, position } = this;
    return { id, elements, offset, length, position };
  }
}
