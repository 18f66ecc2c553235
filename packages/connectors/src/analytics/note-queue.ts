import type { ConnectorFailure } from '../port/failure.ts';
import type { ExportedNote, Notes } from '../port/notes.ts';

export interface NoteQueueSettings {
  readonly notes: Pick<Notes, 'export'>;
  /** Most notes in memory; 10 000 when absent. */
  readonly capacity?: number | undefined;
  /** Most notes that one flush hands over at once; 500 when absent. */
  readonly most?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** Is told of notes that the collector refuses for what is in them: they are not sent again. */
  readonly onRejected?: ((notes: readonly ExportedNote[], message: string) => void) | undefined;
}

/** How a flush ended: all are there, or what is left waits. */
export type FlushOutcome =
  | { readonly status: 'empty' }
  | {
      readonly status: 'waiting';
      readonly left: number;
      readonly failure: ConnectorFailure;
      readonly until?: number | undefined;
    };

/** Notes on their way to a collector, in memory that does not grow. */
export interface NoteQueue {
  /**
   * False where there is no room: nothing is dropped in silence. Whoever reads a journal stops there, and goes on from that
   * note later.
   */
  add(note: ExportedNote): boolean;
  /** Sends until nothing is left or something fails; before the time that the collector asked for, nothing is sent. */
  flush(signal?: AbortSignal): Promise<FlushOutcome>;
  readonly size: number;
}

/**
 * A queue before `notes.export`: at least once and in order while this process lives. What was not flushed is lost with the
 * process, and comes again from the journal with the same ids. One flush runs at a time; a second one waits for it.
 */
export function noteQueue(settings: NoteQueueSettings): NoteQueue {
  const { notes, capacity = 10_000, most = 500, now = Date.now, onRejected } = settings;
  if (!Number.isInteger(capacity) || capacity < 1) throw new TypeError('capacity is 1 or more');
  if (!Number.isInteger(most) || most < 1) throw new TypeError('most is 1 or more');
  const waiting: ExportedNote[] = [];
  let held: { readonly failure: ConnectorFailure; readonly until: number } | undefined;
  let running: Promise<FlushOutcome> | undefined;

  const send = async (signal: AbortSignal | undefined): Promise<FlushOutcome> => {
    while (waiting.length > 0) {
      if (held !== undefined && now() < held.until) return { status: 'waiting', left: waiting.length, ...held };
      const some = waiting.slice(0, most);
      const outcome = await notes.export(some, { key: some[0]?.id ?? '', signal });
      waiting.splice(0, outcome.exported);
      held = undefined;
      if (outcome.status === 'exported') continue;
      if (outcome.status === 'rejected') {
        // One of the next request is at fault, and which one is not told: alone it cannot keep the others back.
        await refuseOne(some.length - outcome.exported === 1 ? outcome.message : undefined, signal);
        continue;
      }
      const { failure } = outcome;
      const until = failure.retryAfterMs === undefined ? undefined : now() + failure.retryAfterMs;
      if (until !== undefined) held = { failure, until };
      return { status: 'waiting', left: waiting.length, failure, until };
    }
    return { status: 'empty' };
  };
  const refuseOne = async (message: string | undefined, signal: AbortSignal | undefined) => {
    const [first] = waiting;
    if (first === undefined) return;
    const alone = message === undefined ? await notes.export([first], { key: first.id, signal }) : undefined;
    const text = message ?? (alone?.status === 'rejected' ? alone.message : undefined);
    if (alone !== undefined && alone.status !== 'exported' && alone.status !== 'rejected') return;
    waiting.shift();
    if (text !== undefined) onRejected?.([first], text);
  };
  return {
    add: (note) => {
      if (waiting.length >= capacity) return false;
      waiting.push(note);
      return true;
    },
    flush: async (signal) => {
      while (running !== undefined) await running;
      running = send(signal);
      try {
        return await running;
      } finally {
        running = undefined;
      }
    },
    get size() {
      return waiting.length;
    },
  };
}
