import type { CancelOutcome } from '../port/orders.ts';
import { type CancelledLine, cancelledLines } from './cancelled-lines.ts';
import { editLines, type KnownOrder, type LineEditor } from './edit-lines.ts';

/** How a system cancels lines. */
export interface OrderCancel<Known extends KnownOrder> extends Omit<LineEditor<Known, CancelledLine>, 'judge'> {
  keeps(quantity: string): boolean;
}

/** Cancels what has not left of some lines, or of all. */
export async function cancelOrder<Known extends KnownOrder>(cancel: OrderCancel<Known>): Promise<CancelOutcome> {
  const { name, number, asked, keeps, read, write } = cancel;
  const judge: LineEditor<Known, CancelledLine>['judge'] = ({ order }, lines) => cancelledLines(order, lines, keeps);
  const edited = await editLines({ name, number, asked, read, write, judge });
  switch (edited.status) {
    case 'done':
      return { status: 'cancelled', number, lines: edited.lines.map(({ cancelled }) => cancelled) };
    case 'rejected':
      return { status: 'rejected', reason: edited.reason, message: `${name}: ${edited.message}` };
    case 'failed':
      return edited;
    case 'stopped': {
      const { failure, done } = edited;
      // Of the whole order what was cancelled already is no longer open; a part of a line would go down a second time.
      if (done > 0 || !failure.safeToReplay)
        return { status: 'unknown', failure: { ...failure, safeToReplay: asked === undefined } };
      if (failure.class !== 'validation') return { status: 'failed', failure };
      return { status: 'rejected', reason: failure.vendor?.code ?? 'validation', message: failure.message };
    }
  }
}
