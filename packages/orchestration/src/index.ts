export { type Enriched, type EnrichmentRequest, enrich } from './enrichment/enrich.ts';
export { enrichmentPerformer } from './enrichment/enrichment-performer.ts';
export { lineKeys } from './enrichment/line-keys.ts';
export { lookups } from './enrichment/lookups.ts';
export type { MasterData, MasterDataKeys, MasterDataPort } from './enrichment/master-data.ts';
export type { ContractPrice, CustomerGroup } from './enrichment/table/contract-price.ts';
export type { CreditAccount, TradeHold } from './enrichment/table/credit-account.ts';
export type {
  CustomerCrossReference,
  EmailDomain,
  ItemCrossReference,
  ShipToCrossReference,
} from './enrichment/table/cross-reference.ts';
export type {
  DestinationRule,
  ItemWeight,
  RoutingGuideRule,
  WarehouseRule,
} from './enrichment/table/destination-rule.ts';
export type { StockLevel, Substitute } from './enrichment/table/substitute.ts';
export type { TableRow } from './enrichment/table/table-row.ts';
export { externalReference } from './identity/external-reference.ts';
export { loadId } from './identity/load-id.ts';
export { orderId } from './identity/order-id.ts';
export { remittanceId } from './identity/remittance-id.ts';
export { effectKey } from './kernel/effect-key.ts';
export { composeAcknowledgment } from './order/compose-acknowledgment.ts';
export { composeInvoice } from './order/compose-invoice.ts';
export { composeShipNotice } from './order/compose-ship-notice.ts';
export { type DeductionRecord, deductions } from './order/deductions.ts';
export { type DryRun, dryRun } from './order/dry-run.ts';
export { empty } from './order/empty.ts';
export { explain } from './order/explain.ts';
export { lines } from './order/lines.ts';
export { type Obligation, type ObligationDeadline, obligations, timers } from './order/obligations.ts';
export { orderOf } from './order/order-of.ts';
export { phase, terminalPhases } from './order/phase.ts';
export { replay } from './order/replay.ts';
export { reviewTimer } from './order/review-timer.ts';
export { transition } from './order/transition.ts';
export { waiting } from './order/waiting.ts';
export {
  type AuthorityRule,
  AuthorityRules,
  type ConflictRule,
  type FieldGroup,
  type Handling,
  type ReportingSystem,
} from './policy/authority-rules.ts';
export { Calendar } from './policy/calendar.ts';
export { defaultPolicy } from './policy/default-policy.ts';
export { dueAt } from './policy/due-at.ts';
export { EnrichmentRules } from './policy/enrichment-rules.ts';
export { errorClasses } from './policy/error-classes.ts';
export {
  type ChannelRule,
  type DuplicateRule,
  type ErrorClassRule,
  Policy,
  type PolicyOverride,
  type PolicyPatch,
  type PriorityRule,
  type RoutingRule,
  type SlaDocument,
  type SlaRule,
} from './policy/policy.ts';
export { type PolicySubject, policyFor } from './policy/policy-for.ts';
export {
  type FailedAttempt,
  type RetryOfClass,
  type RetryRule,
  RetryRules,
  retryAt,
  retryOf,
} from './policy/retry-rules.ts';
export {
  ChangeRules,
  DocumentRules,
  FulfillmentRules,
  InvoicingRules,
  MoneyRules,
  SubstitutionRule,
} from './policy/sections.ts';
export type { BusinessDays } from './policy/sla-rule.ts';
export { When } from './policy/when.ts';
export {
  type BreakerRule,
  type ClassRule,
  type Criticality,
  classOf,
  type LaneCapacity,
  type LaneHours,
  type LaneRule,
  type WorkName,
  type WorkProfile,
  WorkRules,
  type WorkType,
  workName,
} from './policy/work-rules.ts';
export { completeNotes, type NotedStep } from './telemetry/complete-notes.ts';
export { checkEvent } from './word/check-event.ts';
export type {
  DocumentEffect,
  Effect,
  EffectBody,
  EffectOf,
  EffectType,
  ErpEffect,
  ErpOrder,
  ErpOrderName,
  LocalEffect,
  Safety,
  ShopEffect,
  WarehouseEffect,
  WorkClass,
} from './word/effect.ts';
export {
  type Approval,
  type Deduction,
  type EnrichedExtras,
  type EnrichedLine,
  type EventBase,
  eventVersion,
  type LineQuantity,
  type OrderEvent,
  type OrderPart,
  type Provenance,
  type RejectedLine,
  type Substitution,
} from './word/event.ts';
export type { ErrorClass, Failure } from './word/failure.ts';
export type {
  Hold,
  IssuedEffect,
  LineView,
  Note,
  OrderState,
  Phase,
  Timer,
  Transition,
  Waiting,
} from './word/state.ts';
export { upcast } from './word/upcast.ts';
