import { note, type Step } from '../kernel/step.ts';
import { costOf, slaOf } from './sla-of.ts';

/** Records that a deadline has passed unmet, and tells of it, whose it is and what it costs. */
export function breach(step: Step, timer: string, due: string, why: string): void {
  step.breaches = { ...step.breaches, [timer]: step.event.at };
  const sla = slaOf(step, timer);
  const stated = sla?.isStated === true ? `, ${costOf(sla)}` : '';
  const { owner, breachCost, currency } = sla ?? {};
  const money = breachCost === undefined ? {} : { breachCost, currency };
  note(step, 'sla.breached', `${timer} ${why}: due ${due}${stated}`, {
    data: { timer, due, ...(sla && { owner }), ...money },
  });
}
