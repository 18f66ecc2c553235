import { ScannedSegment } from '../lexical/scanned-segment.ts';
import type { SegmentRun } from '../lexical/segment-run.ts';
import { HEAD } from '../lexical/token-list.ts';
import type { Segment, TransactionSet } from './interchange.ts';

/** Where a transaction set was read from; its segments are made when they are asked for. */
export class SetSource {
  #segments: readonly Segment[] | undefined;

  readonly run: SegmentRun | undefined;
  /** All bytes of the set are in the run, the terminator of SE included. */
  readonly isWhole: boolean;

  /** Of a set that is not kept there is no run, and of its segments only ST. */
  constructor(header: Segment, run: SegmentRun | undefined, isWhole: boolean) {
    this.#segments = run === undefined ? [header] : undefined;
    this.run = run;
    this.isWhole = isWhole;
  }

  /** The bytes from ST to SE without the last terminator; nothing where SE is missing or the set was not kept. */
  get bytes(): Uint8Array | undefined {
    const { run } = this;
    return run === undefined || !this.isWhole ? undefined : run.slice(run.start, run.lastEnd - run.origin);
  }

  get segments(): readonly Segment[] {
    this.#segments ??= this.fresh();
    return this.#segments;
  }

  /** The segments made anew, so that what is looked through once does not stay in memory. */
  fresh(): readonly Segment[] {
    return this.#segments ?? (this.run === undefined ? [] : segmentsOf(this.run, 1));
  }

  /** The same one by one. */
  each(visit: (segment: Segment) => void): void {
    if (this.#segments !== undefined) for (const segment of this.#segments) visit(segment);
    else if (this.run !== undefined) eachOf(this.run, 1, visit);
  }
}

/** The segments of a run; `first` is the number of the first. */
export function segmentsOf(run: SegmentRun, first: number): Segment[] {
  const segments: Segment[] = [];
  eachOf(run, first, (segment) => segments.push(segment));
  return segments;
}

function eachOf(run: SegmentRun, first: number, visit: (segment: Segment) => void): void {
  const { entries, end } = run;
  let position = first;
  for (let at = run.first; at < end; at += HEAD + 1 + (entries[at + 1] as number))
    visit(new ScannedSegment(position++, run, at));
}

const SOURCE = Symbol('source');

interface WithSource {
  readonly [SOURCE]: SetSource;
}

/** An own property, so that a copy of the set (`{ ...set }`) has its segments too. */
const LAZY_SEGMENTS: PropertyDescriptor & ThisType<WithSource> = {
  enumerable: true,
  configurable: true,
  get() {
    return this[SOURCE].segments;
  },
};

/** Makes fields, which no one else has, a transaction set whose segments stay bytes until they are asked for. */
export function setOf<Fields extends object>(
  fields: Fields,
  source: SetSource,
): Fields & Pick<TransactionSet, 'segments'> {
  const set = fields as Fields & { [SOURCE]?: SetSource };
  set[SOURCE] = source;
  Object.defineProperty(set, 'segments', LAZY_SEGMENTS);
  return set as Fields & WithSource & Pick<TransactionSet, 'segments'>;
}

/** The source of a set as it was read; nothing for one that was given other segments. */
export function sourceOf(set: Pick<TransactionSet, 'segments'>): SetSource | undefined {
  const source = (set as Partial<WithSource>)[SOURCE];
  if (source === undefined) return undefined;
  return Object.getOwnPropertyDescriptor(set, 'segments')?.get === LAZY_SEGMENTS.get ? source : undefined;
}

/** Fields together with the segments of a set, which stay what they are. */
export function withSegments<Fields extends object>(
  set: TransactionSet,
  fields: Fields,
): Fields & Pick<TransactionSet, 'segments'> {
  const source = sourceOf(set);
  return source === undefined ? { ...fields, segments: set.segments } : setOf(fields, source);
}
