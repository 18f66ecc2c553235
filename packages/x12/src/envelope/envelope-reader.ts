import type { Issue } from '../issue.ts';
import { type ByteWindow, judgedEnd } from '../lexical/byte-window.ts';
import { isBlank } from '../lexical/bytes.ts';
import { isFixedWidthHeader, readInterchangeHeader, startsInterchange } from '../lexical/interchange-header.ts';
import { TextWindow } from '../lexical/segment-run.ts';
import type { ScanLimits } from '../lexical/segment-scanner.ts';
import { TokenList } from '../lexical/token-list.ts';
import { makeIssue } from '../make-issue.ts';
import type { EnvelopeItem } from './envelope-item.ts';
import { InterchangeReader } from './interchange-reader.ts';
import { type OpenInterchange, reportRepeated } from './open-interchange.ts';
import { unreadableIssue } from './unreadable-issue.ts';

/** Entries of an array where all of them are kept: the fewer arrays, the faster. */
const KEPT_CHUNK = 16 * 1024;

/**
 * Reads the interchanges of an input, which comes as one window or as one that grows. What is complete is taken with
 * `next`; nothing is read ahead of it, so that a slow taker holds the input back.
 */
export class EnvelopeReader {
  private readonly items: EnvelopeItem[] = [];
  private readonly tokens: TokenList;
  private readonly text = new TextWindow();
  /** Interchanges that came, by their parties and control number. */
  private readonly seen = new Set<string>();
  private current: InterchangeReader | undefined = undefined;
  private at = 0;
  private junkStart = -1;
  private isBegun = false;
  private isEmpty = true;

  private readonly limits: ScanLimits;
  private readonly bySegment: boolean;

  /** `isKept`: what is read stays in memory; else it goes by. */
  constructor(limits: ScanLimits, options: { readonly bySegment?: boolean; readonly isKept?: boolean } = {}) {
    this.tokens = new TokenList(options.isKept === true ? KEPT_CHUNK : undefined);
    this.limits = limits;
    this.bySegment = options.bySegment ?? false;
  }

  /** First byte that has to stay in memory. */
  get needed(): number {
    return this.current?.needed ?? this.at;
  }

  /** The next thing that is complete. `more`: the window ends too early. Undefined at the end of the input. */
  next(window: ByteWindow): EnvelopeItem | 'more' | undefined {
    for (;;) {
      const item = this.items.shift();
      if (item !== undefined) return item;
      const { current } = this;
      if (current === undefined) {
        const found = this.between(window);
        if (found === 'more') return 'more';
        if (found === 'end') return this.last(window);
        continue;
      }
      const result = current.step(window);
      if (result === 'more') return 'more';
      if (current.isDone) {
        this.at = current.at;
        this.current = undefined;
      }
    }
  }

  /** Looks for the next interchange. */
  private between(window: ByteWindow): 'found' | 'more' | 'end' {
    const { bytes, base, isLast } = window;
    const limit = judgedEnd(window) - base;
    let at = this.at - base;
    if (!this.isBegun) {
      if (limit <= 0 && !isLast) return 'more';
      this.isBegun = true;
      const unreadable = unreadableIssue(bytes);
      if (unreadable !== undefined) {
        this.push(unreadable);
        this.at = Number.MAX_SAFE_INTEGER;
        return 'found';
      }
      // A byte order mark is no data; only the one of UTF-8 leaves text that can be read byte by byte.
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
    }
    if (this.junkStart < 0) {
      while (at < limit && isBlank(bytes[at] as number)) at++;
      this.at = base + at;
      if (at >= limit) return isLast ? 'end' : 'more';
      if (this.open(window, at)) return 'found';
      this.junkStart = base + at;
      at++;
    }
    at = nextInterchange(bytes, at, limit);
    this.at = base + at;
    if (at >= limit && !isLast) return 'more';
    this.push(junkIssue(this.junkStart, this.at));
    this.junkStart = -1;
    return 'found';
  }

  private open(window: ByteWindow, at: number): boolean {
    const header = readInterchangeHeader(window.bytes, at);
    if (header === undefined) return false;
    const { tokens, text, limits } = this;
    this.isEmpty = false;
    const emit = (item: EnvelopeItem): void => {
      this.items.push(item);
    };
    this.current = new InterchangeReader(header, window, tokens, text, limits, emit, this.bySegment);
    this.checkRepeat(this.current.interchange);
    return true;
  }

  /** An interchange that repeats the control number of an earlier one between the same parties is rejected (TA105 025). */
  private checkRepeat(interchange: OpenInterchange): void {
    const { sender, receiver, controlNumber } = interchange.header;
    const key = [sender.qualifier, sender.id, receiver.qualifier, receiver.id, controlNumber].join('\n');
    if (this.seen.has(key)) reportRepeated(interchange);
    this.seen.add(key);
  }

  private push(issue: Issue): void {
    this.isEmpty = false;
    this.items.push({ kind: 'issue', issue });
  }

  private last({ base, bytes }: ByteWindow): EnvelopeItem | undefined {
    if (!this.isEmpty) return undefined;
    this.push(emptyIssue(base + bytes.length));
    return this.items.shift();
  }
}

/** Where an interchange begins again. */
function nextInterchange(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = bytes.indexOf(0x49, from); at >= 0 && at < limit; at = bytes.indexOf(0x49, at + 1))
    if (isFixedWidthHeader(bytes, at) || startsInterchange(bytes, at)) return at;
  return limit;
}

function junkIssue(offset: number, end: number): Issue {
  return makeIssue('file-not-x12', {
    message: `${end - offset} bytes belong to no interchange`,
    at: { offset, length: end - offset },
    address: {},
    expected: 'ISA',
  });
}

function emptyIssue(length: number): Issue {
  return makeIssue('file-empty', {
    message: 'the input is empty',
    at: { offset: 0, length },
    address: {},
    expected: 'ISA',
  });
}
