/** That something was so often: by hour (`2026-11-28T04`, empty for what is now) and two more things that tell it from others. */
export interface Count {
  readonly metric: Metric;
  readonly hour: string;
  readonly a: string;
  readonly b: string;
  readonly n: number;
}

/**
 * What is counted, with what `a` and `b` are. Now: orders by `phase` (phase, partner), effects `waiting` (lane), `work` for a
 * person (cause, owner). By hour: orders `captured` (partner), attempts ended (`attempt`: class of failure or `done`, lane),
 * submits (`submit`: ERP, class or `done`), documents owed in time (`deadline`: document and partner, `met` or `missed`), `breach`
 * (document, partner) and what they cost (`breachCost`: currency, partner), `answer` of partners (partner, status), `hold`
 * (cause, partner), and of orders that ended: `touch` (`touched` or `touchless`, partner), `cycle` (hours up to, partner). By
 * quarter of an hour since 1970: deadlines `due` and what missing them would cost (`dueCost`; currency).
 */
export type Metric =
  | 'phase'
  | 'waiting'
  | 'work'
  | 'due'
  | 'dueCost'
  | 'captured'
  | 'attempt'
  | 'submit'
  | 'deadline'
  | 'breach'
  | 'breachCost'
  | 'answer'
  | 'hold'
  | 'touch'
  | 'cycle';
