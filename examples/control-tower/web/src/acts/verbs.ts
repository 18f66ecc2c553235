import type { Act, OrderAct } from '../../../src/acts/act.ts';

/** What a button says. */
export const verbs: Readonly<Record<OrderAct['verb'], string>> = {
  replay: 'Try again',
  correct: 'Correct',
  dismiss: 'Give up',
  release: 'Release',
  resend: 'Send again',
  abandon: 'Abandon the order',
};

/** What an act is, in a few words. */
export function nameOf(act: Act): string {
  if (act.verb === 'flow') return `${act.what} ${act.id}: ${act.flow}`;
  if (act.verb === 'partnerState') return `partner ${act.partner}: ${act.state}`;
  return verbs[act.verb];
}
