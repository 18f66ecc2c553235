/** Ranges beyond which single numbers are remembered: numbers that come in no order at all. */
const MOST_RANGES = 256;

/**
 * Control numbers that came. Senders count up, so that a million of them are a few ranges; what is no number, or comes in no
 * order, is remembered one by one. `0001` and `1` are two numbers: ST02 is text.
 */
export class ControlNumbers {
  private readonly others = new Set<string>();
  /** By the number of digits: first and last of each range, in the order of coming. */
  private readonly ranges = new Map<number, number[]>();

  /** Remembers a number; false where it came before. */
  add(text: string): boolean {
    if (!/^\d{1,15}$/.test(text)) return this.addOther(text);
    const value = Number(text);
    let ranges = this.ranges.get(text.length);
    if (ranges === undefined) {
      ranges = [];
      this.ranges.set(text.length, ranges);
    }
    const last = ranges.length - 1;
    if (last > 0 && value === (ranges[last] as number) + 1 && !this.isAhead(ranges, value) && !this.others.has(text)) {
      ranges[last] = value;
      return true;
    }
    for (let at = 0; at < last; at += 2)
      if (value >= (ranges[at] as number) && value <= (ranges[at + 1] as number)) return false;
    if (this.others.has(text)) return false;
    if (ranges.length >= 2 * MOST_RANGES) return this.addOther(text);
    ranges.push(value, value);
    return true;
  }

  /** Whether a number lies in a range other than the last. */
  private isAhead(ranges: readonly number[], value: number): boolean {
    for (let at = 0; at < ranges.length - 2; at += 2)
      if (value >= (ranges[at] as number) && value <= (ranges[at + 1] as number)) return true;
    return false;
  }

  private addOther(text: string): boolean {
    if (this.others.has(text)) return false;
    this.others.add(text);
    return true;
  }
}
