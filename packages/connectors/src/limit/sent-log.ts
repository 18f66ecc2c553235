/** How many pieces a window is kept in at most, so that a day of requests takes no more memory than a second of them. */
const pieces = 1000;

interface Piece {
  readonly first: number;
  /** The latest of them: with it all go. */
  last: number;
  count: number;
}

/**
 * Requests of the last `length` milliseconds, oldest first. Those close together are kept as one and count until the last of
 * them is old enough: that wastes less than a thousandth of the window.
 */
export class SentLog {
  #length: number;
  #pieces: Piece[] = [];
  /** Index of the oldest that counts; those before it go in blocks. */
  #start = 0;
  #count = 0;
  #freed = 0;

  constructor(length: number) {
    this.#length = length;
  }

  /** How many count. */
  get count(): number {
    return this.#count;
  }

  /** How many have gone since the beginning. */
  get freed(): number {
    return this.#freed;
  }

  get length(): number {
    return this.#length;
  }

  set length(length: number) {
    this.#length = length;
  }

  add(count: number, at: number): void {
    const newest = this.#pieces.length > this.#start ? this.#pieces.at(-1) : undefined;
    this.#count += count;
    if (newest === undefined || at - newest.first > this.#length / pieces) {
      this.#pieces.push({ first: at, last: at, count });
      return;
    }
    newest.count += count;
    newest.last = Math.max(newest.last, at);
  }

  /** Those that are `length` old go. */
  forget(now: number): void {
    this.dropUntil(now - this.#length);
  }

  /** Those go that came until then. */
  dropUntil(instant: number): void {
    for (let oldest = this.#pieces[this.#start]; oldest && oldest.last <= instant; oldest = this.#pieces[this.#start])
      this.#drop(oldest, oldest.count);
  }

  /** So many of the oldest go. */
  dropOldest(count: number): void {
    let left = count;
    for (let oldest = this.#pieces[this.#start]; oldest && left > 0; oldest = this.#pieces[this.#start]) {
      const part = Math.min(left, oldest.count);
      this.#drop(oldest, part);
      left -= part;
    }
  }

  /** When the last of the so many oldest is to go; undefined when there are fewer. */
  lastOf(count: number): number | undefined {
    let left = count;
    for (let index = this.#start; index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      left -= piece?.count ?? 0;
      if (left <= 0) return piece?.last;
    }
    return undefined;
  }

  #drop(oldest: Piece, count: number): void {
    oldest.count -= count;
    this.#count -= count;
    this.#freed += count;
    if (oldest.count > 0) return;
    this.#start++;
    if (this.#start < pieces) return;
    this.#pieces = this.#pieces.slice(this.#start);
    this.#start = 0;
  }
}
