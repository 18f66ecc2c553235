import { type ConnectorFailure, failure } from '../port/failure.ts';
import type { ErpOrderLine, ErpOrderStatus, LineQuantity } from '../port/orders.ts';
import type { JudgedLines } from './named-lines.ts';

/** An order as it was read, with what its system needs to change it. */
export interface KnownOrder {
  readonly status: 'found';
  readonly order: ErpOrderStatus;
}

/** How many of the lines were written, from the first on, and why no more. Without a failure it is at least one. */
export interface WrittenLines {
  readonly done: number;
  readonly failure?: ConnectorFailure | undefined;
}

/** How lines of one order are read, judged and written. */
export interface LineEditor<Known extends KnownOrder, Line> {
  /** The system's name, which stands before a message of ours: `NetSuite`. */
  readonly name: string;
  readonly number: string;
  /** The lines that are named; all of them when absent. */
  readonly asked: readonly LineQuantity[] | undefined;
  read(): Promise<
    Known | { readonly status: 'notFound' } | { readonly status: 'failed'; readonly failure: ConnectorFailure }
  >;
  judge(known: Known, asked: readonly LineQuantity[] | undefined): JudgedLines<Line>;
  /** Writes the lines, or the first of them only where each write makes a new version of the order. */
  write(known: Known, lines: readonly Line[]): Promise<WrittenLines>;
}

export type EditedLines<Line> =
  | { readonly status: 'done'; readonly lines: readonly Line[] }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  /** Nothing was written. */
  | { readonly status: 'failed'; readonly failure: ConnectorFailure }
  /** A write failed, or a read after one; `done` is how many lines were written before. */
  | { readonly status: 'stopped'; readonly failure: ConnectorFailure; readonly done: number };

/** How often somebody else may change the order between our read and our write. */
const mostRaces = 3;

/**
 * Changes lines of an order: what is written was judged by the same read, and where the system says that the order has
 * changed since (412, or the word of Business Central) it is read and judged again.
 */
export async function editLines<
  Known extends KnownOrder,
  Line extends { readonly at: number; readonly line: ErpOrderLine },
>({ name, number, asked, read, judge, write }: LineEditor<Known, Line>): Promise<EditedLines<Line>> {
  const done: Line[] = [];
  const written = new Set<string>();
  let races = 0;
  for (;;) {
    const known = await read();
    if (known.status !== 'found') {
      const gone = failure('not-found', `${name}: there is no order ${number}`);
      const reason = known.status === 'failed' ? known.failure : gone;
      return done.length === 0
        ? { status: 'failed', failure: reason }
        : { status: 'stopped', failure: reason, done: done.length };
    }
    const remaining = asked?.filter(({ lineId }) => !done.some(({ line }) => line.lineId === lineId));
    const judged = judge(known, remaining);
    if (!judged.ok && done.length === 0) return { status: 'rejected', reason: judged.reason, message: judged.message };
    if (!judged.ok)
      return { status: 'stopped', failure: failure('conflict', `${name}: ${judged.message}`), done: done.length };
    const lines = judged.lines.filter((one) => !written.has(keyOf(one)));
    if (lines.length === 0) return { status: 'done', lines: done };
    const answer = await write(known, lines);
    for (const one of lines.slice(0, answer.done)) {
      done.push(one);
      written.add(keyOf(one));
    }
    if (answer.failure === undefined && answer.done === lines.length) return { status: 'done', lines: done };
    if (answer.failure === undefined) continue;
    races++;
    if (!isRace(answer.failure) || races >= mostRaces)
      return { status: 'stopped', failure: answer.failure, done: done.length };
  }
}

function isRace({ vendor }: ConnectorFailure): boolean {
  return vendor?.status === 412 || vendor?.code === 'Request_EntityChanged';
}

function keyOf({ at, line }: { readonly at: number; readonly line: ErpOrderLine }): string {
  return `${at} ${line.lineId}`;
}
