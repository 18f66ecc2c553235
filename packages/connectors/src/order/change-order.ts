import { failure } from '../port/failure.ts';
import type { ChangeOutcome } from '../port/orders.ts';
import { editLines, type KnownOrder, type LineEditor } from './edit-lines.ts';
import type { NamedLine } from './named-lines.ts';
import { revisedLines } from './revised-lines.ts';
import { untakenLines } from './untaken-lines.ts';

/** How a system takes new totals of lines. */
export interface OrderChange<Known extends KnownOrder> extends Omit<LineEditor<Known, NamedLine>, 'judge'> {
  readonly asked: NonNullable<LineEditor<Known, NamedLine>['asked']>;
  keeps(quantity: string): boolean;
}

/** Sets new totals of lines, and reads the order again. Totals are absolute, so that what stopped half way may be sent again. */
export async function changeOrder<Known extends KnownOrder>(change: OrderChange<Known>): Promise<ChangeOutcome> {
  const { name, number, asked, keeps, read, write } = change;
  const rejected = (reason: string, message: string) =>
    ({ status: 'rejected', reason, message: `${name}: ${message}` }) as const;
  const judge = ({ order }: Known, lines = asked) => revisedLines(order, lines, keeps);
  const edited = await editLines({ name, number, asked, read, write, judge });
  if (edited.status === 'rejected') return rejected(edited.reason, edited.message);
  if (edited.status === 'failed') return edited;
  if (edited.status === 'stopped') {
    const { failure: reason, done } = edited;
    // Lines before it have their new totals: nobody may take that for a refusal of all.
    if (done > 0 || !reason.safeToReplay) return { status: 'unknown', failure: { ...reason, safeToReplay: true } };
    if (reason.class !== 'validation') return { status: 'failed', failure: reason };
    return { status: 'rejected', reason: reason.vendor?.code ?? 'validation', message: reason.message };
  }
  const after = await read();
  if (after.status !== 'found') {
    const unread =
      after.status === 'failed' ? after.failure : failure('contract-drift', `${name}: order ${number} is gone`);
    return { status: 'unknown', failure: { ...unread, safeToReplay: true } };
  }
  // A system may answer that all is well, and change nothing.
  const others = untakenLines(after.order, asked);
  if (others.length === 0) return { status: 'changed', order: after.order };
  const text = `line ${others.join(', ')} has kept another quantity`;
  if (others.length === asked.length) return rejected('not-taken', text);
  return { status: 'unknown', failure: failure('contract-drift', `${name}: ${text}`, { safeToReplay: true }) };
}
