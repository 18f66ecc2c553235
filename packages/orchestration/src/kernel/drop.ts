import { move } from './move.ts';
import type { DroppedView, View } from './view.ts';

/** Ends quantities that nobody waits for: they are cancelled in the balance, and the ERP is told under the name of the cancellation. */
export function drop(view: View, { cancel, ...dropped }: DroppedView & { readonly cancel: string }): void {
  view.dropped.set(cancel, dropped);
  move(view, 'cancelled', dropped.lines);
}
