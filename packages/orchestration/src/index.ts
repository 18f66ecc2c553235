export { composeAcknowledgment } from './core/compose/acknowledgment.ts';
export { composeInvoice } from './core/compose/invoice.ts';
export { composeShipNotice } from './core/compose/ship-notice.ts';
export { type DryRun, dryRun } from './core/dry-run.ts';
export { effectKey } from './core/effect-key.ts';
export { empty } from './core/empty.ts';
export { explain } from './core/explain.ts';
export { lines } from './core/lines.ts';
export { type Obligation, obligations, timers } from './core/obligations.ts';
export { phase, terminalPhases } from './core/phase.ts';
export { replay } from './core/replay.ts';
export { transition } from './core/transition.ts';
export { waiting } from './core/waiting.ts';
export { type Enriched, type EnrichmentRequest, enrich } from './enrichment/enrich.ts';
export { enrichmentPerformer } from './enrichment/enrichment-performer.ts';
export { lookups } from './enrichment/lookups.ts';
export type {
  ItemCrossReference,
  MasterData,
  MasterDataKeys,
  MasterDataPort,
  ShipToCrossReference,
} from './enrichment/master-data.ts';
export { externalReference } from './identity/external-reference.ts';
export { orderId } from './identity/order-id.ts';
export { defaultPolicy } from './policy/default-policy.ts';
export { dueAt } from './policy/due-at.ts';
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
  ChangeRules,
  DocumentRules,
  FulfillmentRules,
  InvoicingRules,
  MoneyRules,
  SubstitutionRule,
} from './policy/sections.ts';
export { When } from './policy/when.ts';
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
