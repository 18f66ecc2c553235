/** How far two clocks drift apart in a window, as a share of it. */
const drift = 1e-5;

/** When the window of a vendor begins anew, as an interval that narrows with each answer. */
export class WindowReset {
  /** The reset comes after `earliest` and not after `latest`. */
  #next: { readonly earliest: number; readonly latest: number } | undefined;

  /** From when on it is certain that a new window has begun; undefined when nothing is known. */
  get certain(): number | undefined {
    return this.#next?.latest;
  }

  /** Requests until then certainly belong to the window that ends with the next reset. */
  get safe(): number {
    return this.#next?.earliest ?? Number.NEGATIVE_INFINITY;
  }

  /** The answer to a request that was sent at `sentAt` said that the reset is so many milliseconds away. */
  learn(milliseconds: number, sentAt: number, now: number, length: number): void {
    // Who waits half a window for an answer cannot tell one window from the next.
    if (now - sentAt >= length / 2) return;
    const said = { earliest: sentAt + milliseconds, latest: now + milliseconds };
    const known = this.#next;
    // The answer may speak of a window that has ended, or of the one after that which is known.
    const turns = known === undefined ? 0 : Math.round((middleOf(known) - middleOf(said)) / length);
    const earliest = Math.max(said.earliest + turns * length, known?.earliest ?? Number.NEGATIVE_INFINITY);
    const latest = Math.min(said.latest + turns * length, known?.latest ?? Number.POSITIVE_INFINITY);
    // Two that exclude each other: the windows are not what they were, so the newest word holds.
    this.#next = earliest <= latest ? { earliest, latest } : said;
  }

  /** The latest reset that has certainly been until now: requests until `safe` of it are of a window that is over. */
  pass(now: number, length: number): number | undefined {
    const next = this.#next;
    if (next === undefined || now < next.latest) return undefined;
    const turns = Math.floor((now - next.latest) / length);
    const over = next.earliest + turns * length;
    const margin = (turns + 1) * length * drift;
    const after = { earliest: over + length - margin, latest: next.latest + (turns + 1) * length + margin };
    // After many windows without an answer nothing is known any more.
    this.#next = after.latest - after.earliest < length / 2 ? after : undefined;
    return over;
  }
}

function middleOf({ earliest, latest }: { readonly earliest: number; readonly latest: number }): number {
  return (earliest + latest) / 2;
}
