/** Time that passes only when it is told to: events in the order of their instants, and of their making within one. */
export class Simulation {
  now = 0;
  /** Events that were made and have not happened. */
  waiting = 0;
  #order = 0;
  readonly #heap: { at: number; order: number; run: (() => void) | undefined }[] = [];

  /** Something happens later; what is returned prevents it. */
  after(milliseconds: number, run: () => void): () => void {
    const event: { at: number; order: number; run: (() => void) | undefined } = {
      at: this.now + milliseconds,
      order: this.#order++,
      run,
    };
    this.#push(event);
    this.waiting++;
    return () => {
      if (event.run === undefined) return;
      event.run = undefined;
      this.waiting--;
    };
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Lets time pass until an instant, with all that happens before. */
  async until(instant: number): Promise<void> {
    await settled();
    for (let next = this.#heap[0]; next !== undefined && next.at <= instant; next = this.#heap[0]) {
      this.#pop();
      if (next.run === undefined) continue;
      this.now = next.at;
      this.waiting--;
      const { run } = next;
      next.run = undefined;
      run();
      await settled();
    }
    this.now = Math.max(this.now, instant);
  }

  #push(event: { at: number; order: number; run: (() => void) | undefined }): void {
    const heap = this.#heap;
    let index = heap.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(event, heap[parent])) break;
      heap[index] = heap[parent] ?? event;
      index = parent;
    }
    heap[index] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const child = before(heap[left + 1], heap[left]) ? left + 1 : left;
      const below = heap[child];
      if (below === undefined || !before(below, last)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
  }
}

function before(
  one: { at: number; order: number } | undefined,
  other: { at: number; order: number } | undefined,
): boolean {
  if (one === undefined) return false;
  if (other === undefined) return true;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** All that promises have to do is done. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Numbers from 0 to less than 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
