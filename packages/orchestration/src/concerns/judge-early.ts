import { asAgreed } from '../kernel/as-agreed.ts';
import { type Step, writeFact } from '../kernel/step.ts';
import { judgeConfirmations } from './take-confirmation.ts';

/**
 * What came before the order is judged when the order comes, since only then it is known whose policy decides: any order of
 * arrival ends the same, with overrides for a partner or a channel too. To be called once the order is joined.
 */
export function judgeEarly(step: Step): void {
  if (step.facts.size === 1) return;
  for (const [key, fact] of [...step.facts.entries()]) {
    const agreed = asAgreed(step, fact);
    if (agreed !== fact) writeFact(step, key, agreed);
  }
  judgeConfirmations(step);
}
