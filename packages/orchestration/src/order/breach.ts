import { note, type Step } from '../kernel/step.ts';

/** Records that a deadline has passed unmet, and tells of it. */
export function breach(step: Step, timer: string, due: string, why: string): void {
  step.breaches = { ...step.breaches, [timer]: step.event.at };
  note(step, 'sla.breached', `${timer} ${why}: due ${due}`, { data: { timer, due } });
}
