import { type AnswerDifference, difference } from './difference.ts';
import type { BusinessService } from './route-policy.ts';

/** What the other system has answered to the same question. */
export interface ShadowReport {
  readonly service: BusinessService;
  /** `orders.find`. */
  readonly operation: string;
  readonly primary: string;
  readonly shadow: string;
  /** What was asked for. */
  readonly subject: string;
  /** Empty where both said the same. */
  readonly differences: readonly AnswerDifference[];
}

export interface Shadow {
  /** Name of the system that is asked too. */
  readonly system: string;
  /** What of an answer is not compared: numbers and times of each system's own. */
  readonly ignore?: ((path: string) => boolean) | undefined;
  /** Is told of every comparison. What it throws is nobody's. */
  readonly report: (report: ShadowReport) => void;
}

/** Numbers, times and words that two systems cannot have in common. */
const own = /(^|\.)(number|status|changedAt|asOf|message)$/;

/**
 * Asks two systems the same and answers what the first says. The second is asked at the same time; it is never waited for,
 * and whatever happens to it changes nothing.
 */
export async function shadowing<Answer>(
  ask: (system: string) => Promise<Answer>,
  primary: string,
  shadow: Shadow | undefined,
  about: Pick<ShadowReport, 'service' | 'operation' | 'subject'>,
): Promise<Answer> {
  const answer = ask(primary);
  if (shadow === undefined || shadow.system === primary) return await answer;
  const { system, ignore = (path) => own.test(path), report } = shadow;
  Promise.allSettled([answer, ask(system)])
    .then(([first, second]) => {
      if (first.status !== 'fulfilled') return;
      const other = second.status === 'fulfilled' ? second.value : { status: 'threw', reason: String(second.reason) };
      const differences = difference(first.value, other).filter(({ path }) => !ignore(path));
      report({ ...about, primary, shadow: system, differences });
    })
    // A report that fails is not the business of whoever asked.
    .catch(() => undefined);
  return await answer;
}
