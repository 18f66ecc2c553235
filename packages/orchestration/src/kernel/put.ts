import { priorityOf } from '../policy/fits.ts';
import { classOf, type WorkRules, workName } from '../policy/work-rules.ts';
import type { Effect, EffectBody, WorkClass } from '../word/effect.ts';
import { partnerOf } from './partner-of.ts';
import { issue, note, type Step } from './step.ts';

/** What is to be done, as a concern says it; the machine adds whose it is and how urgent. */
export type Owed = Pick<Effect, 'key' | 'lane' | 'safety'> & {
  readonly body: EffectBody;
  /** Not before this instant; at once when absent. */
  readonly notBefore?: string | undefined;
};

const classes = new WeakMap<WorkRules, Map<string, WorkClass>>();

/** Puts in the outbox what is owed for the first time. */
export function put(step: Step, { key, lane, safety, body, notBefore = step.origin.at }: Owed): void {
  const partner = partnerOf(step.view);
  if (partner === undefined) throw new TypeError(`${key} is owed for an order that is not known`);
  const order = step.view.captured?.order;
  const priority = order === undefined ? 5 : priorityOf(step.policy, partner, order);
  const effect: Effect = {
    key,
    order: step.before.id,
    partner,
    lane,
    class: workClass(step, body),
    priority,
    notBefore,
    attempt: 1,
    safety,
    body,
  };
  if (!issue(step, effect)) return;
  note(step, 'effect.issued', `${key} is due on ${lane}`, { effect: key, data: { lane, notBefore } });
}

/** The table is read once for each type of body: it is the same for all orders of a policy. */
function workClass({ policy }: Step, body: EffectBody): WorkClass {
  const name = body.type === 'document.send' ? body.document : body.type;
  const known = classes.get(policy.work);
  const found = known?.get(name) ?? classOf(workName(body), policy);
  if (known === undefined) classes.set(policy.work, new Map([[name, found]]));
  else known.set(name, found);
  return found;
}
