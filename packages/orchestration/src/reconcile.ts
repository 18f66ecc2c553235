export type { Finding, FindingAction, FindingKind } from './reconcile/finding.ts';
export { type FieldReport, type Judgment, judgeReport } from './reconcile/judge-report.ts';
export type {
  Observation,
  Observed,
  ObservedClosing,
  ObservedInvoice,
  ObservedLine,
  ObservedName,
  ObservedOrder,
  ObservedPayment,
  ObservedRecord,
  ObservedShipment,
} from './reconcile/observed.ts';
export { type OrderReferences, orderReferences } from './reconcile/order-references.ts';
export { type ReconcileRun, reconcile } from './reconcile/reconcile.ts';
export type { ReconcileOptions } from './reconcile/reconcile-options.ts';
export { type OrderReport, reconcileReport } from './reconcile/reconcile-report.ts';
