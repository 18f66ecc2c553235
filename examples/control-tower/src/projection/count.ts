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
 *
 * For partners, a cut-over and outcomes. Now: answers that are `overdue` (partner). By hour: documents `received` (partner) and
 * those that are `malformed` (partner, why), submits by `route` (ERP, partner and part; class, `rejected` or `done`), deadlines met `onTime`
 * (document and partner; `met` or `missed`), buckets of hours `toShip`, `toInvoice` and `toEnd` (bucket, partner), how `stock` was
 * found (`exact`, `short`, `over`, `differs`; partner), and a `deduction` that was decided (partner).
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
  | 'cycle'
  | 'overdue'
  | 'received'
  | 'malformed'
  | 'route'
  | 'onTime'
  | 'toShip'
  | 'toInvoice'
  | 'toEnd'
  | 'stock'
  | 'deduction';
