/** The part of an input that is in memory: all of it, or what a stream has brought and is still needed. */
export interface ByteWindow {
  /** Offset of the first byte in the whole input. */
  readonly base: number;
  readonly bytes: Uint8Array;
  /** Nothing follows. */
  readonly isLast: boolean;
}

/** What is looked at behind a byte before it is judged: an ISA whose widths are wrong is searched this far. */
const LOOK_AHEAD = 512;

/** Offset up to which the bytes of a window can be judged whatever follows them. */
export function judgedEnd({ base, bytes, isLast }: ByteWindow): number {
  return base + (isLast ? bytes.length : Math.max(0, bytes.length - LOOK_AHEAD));
}

/** A window that grows at its end. What has been handed out is never written over: it may still be read. */
export interface GrowingWindow {
  readonly window: ByteWindow;
  /** Adds bytes and forgets those before `keepFrom`. */
  add(chunk: Uint8Array, keepFrom: number): void;
  /** Says that nothing follows. */
  end(): void;
}

/**
 * Room made at least behind what is kept and what comes. A buffer that a garbage collection finds in use is there until the
 * next large one, so that small buffers keep the memory of a stream small.
 */
const LEAST_ROOM = 16 * 1024;

/** An empty window at the beginning of an input. */
export function growingWindow(): GrowingWindow {
  let buffer = new Uint8Array(0);
  // Number of bytes in use; the room behind them takes the next chunks.
  let length = 0;
  let window: ByteWindow = { base: 0, bytes: buffer, isLast: false };
  return {
    get window() {
      return window;
    },
    add(chunk, keepFrom) {
      let base = window.base;
      if (length + chunk.length > buffer.length) {
        const rest = buffer.subarray(Math.min(length, keepFrom - base), length);
        base = window.base + length - rest.length;
        buffer = new Uint8Array(rest.length + chunk.length + Math.max(LEAST_ROOM, rest.length));
        buffer.set(rest);
        length = rest.length;
      }
      buffer.set(chunk, length);
      length += chunk.length;
      window = { base, bytes: buffer.subarray(0, length), isLast: false };
    },
    end() {
      window = { ...window, isLast: true };
    },
  };
}
