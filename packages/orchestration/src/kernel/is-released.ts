import type { Hold } from '../word/state.ts';
import type { View } from './view.ts';

/** Whether a person has let a hold go, as it stands: not one of the same name that is about more, or about something else. */
export function isReleased({ released, waived }: View, { hold, about }: Pick<Hold, 'hold' | 'about'>): boolean {
  return released.has(about === undefined ? hold : `${hold}#${about}`) || waived.has(hold);
}
