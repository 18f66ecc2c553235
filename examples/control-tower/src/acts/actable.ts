import { type OrderState, type Policy, phase, terminalPhases, waiting } from '@dist/orchestration';
import { loadOrder } from '@dist/orchestration/runtime';
import type { Tower } from '../server/tower.ts';
import type { OrderAct } from './act.ts';

/** Something of an order that an operator may act on. */
export interface Actable {
  /** Key of an effect or name of a hold; absent for the order. */
  readonly item?: string | undefined;
  readonly verbs: readonly OrderAct['verb'][];
  readonly why: string;
  /** What a correction begins from. */
  readonly content?: unknown;
}

/** What an operator may do with an order, and its holds, parked effects and documents. `undefined` where there is none of that id. */
export async function actable(
  { journal, policyOf }: Pick<Tower, 'journal' | 'policyOf'>,
  id: string,
): Promise<readonly Actable[] | undefined> {
  const loaded = await loadOrder(journal, id, policyOf);
  return loaded && actablesOf(loaded.state, policyOf(loaded.state.policy));
}

function actablesOf(state: OrderState, policy: Policy): readonly Actable[] {
  if (phase(state) === 'abandoned') return [];
  const moved = new Set(waiting(state, policy).movedBy);
  const holds = Object.values(state.holds).map(
    ({ hold, reason, owner, endedBy }): Actable => ({
      item: hold,
      verbs: endedBy === undefined ? ['release'] : [],
      why: `held for ${owner}: ${reason}${endedBy === undefined ? '' : ` (${endedBy} ends it)`}`,
    }),
  );
  const effects = Object.values(state.effects).flatMap(({ status, effect: { key, body }, message = '' }): Actable[] => {
    const content = 'content' in body ? body.content : body;
    if (status === 'parked')
      return [{ item: key, verbs: ['replay', 'correct', 'dismiss'], why: `parked: ${message}`, content }];
    if (body.type === 'document.send' && status === 'done')
      return [{ item: key, verbs: ['resend', 'correct'], why: 'sent', content }];
    return moved.has(`operator.replayed/${key}`) ? [{ item: key, verbs: ['replay'], why: 'without an answer' }] : [];
  });
  const whole: Actable[] = terminalPhases.includes(phase(state))
    ? []
    : [{ verbs: ['abandon'], why: 'the whole order' }];
  return [...holds, ...effects, ...whole];
}
