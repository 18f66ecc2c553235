import { sha256 } from '../identity/sha256.ts';
import { factKey } from '../kernel/fact-key.ts';
import type { View } from '../kernel/view.ts';
import { transition } from '../order/transition.ts';
import { viewOf } from '../order/view-of.ts';
import type { FieldGroup } from '../policy/authority-rules.ts';
import type { Policy } from '../policy/policy.ts';
import { policyFor } from '../policy/policy-for.ts';
import type { Told } from '../word/effect.ts';
import { eventVersion, type OrderEvent } from '../word/event.ts';
import type { ErrorClass } from '../word/failure.ts';
import type { OrderState } from '../word/state.ts';
import type { Finding, FindingKind } from './finding.ts';
import { type FieldReport, judgeReport } from './judge-report.ts';
import type { Observation } from './observed.ts';

/** An order that is held against what another system has of it. */
export interface Comparison {
  readonly at: string;
  /** What stands as the cause of the events. */
  readonly run: string;
  /** That of all orders, and that of this order's partner. */
  readonly policy: Policy;
  readonly own: Policy;
  /** The order with everything that it was told so far. */
  state: OrderState;
  readonly events: OrderEvent[];
  readonly findings: Finding[];
}

export function beginComparison(
  state: OrderState,
  { at, run = 'reconcile' }: Pick<Observation, 'at' | 'run'>,
  policy: Policy,
): Comparison {
  const { captured } = viewOf(state);
  const own =
    captured === undefined ? policy : policyFor(policy, { partner: captured.partner, channel: captured.order.channel });
  return { at, run, policy, own, state, events: [], findings: [] };
}

/** A difference, and what the order is told where the report is adopted. */
export interface Difference extends FieldReport {
  readonly kind: FindingKind;
  /** What it is about; together with the field and what is reported it names the hold. */
  readonly name: string;
  readonly sentence: string;
  /** Nothing where no event could say it: then it waits for a person. */
  readonly adopt?: readonly Told[] | undefined;
  /** Team that a hold waits for. */
  readonly class: ErrorClass;
}

/** Deals with one report as the table of authority says. True when it was adopted or agrees. */
export function settleDifference(comparison: Comparison, difference: Difference): boolean {
  const { verdict, why } = judgeReport(comparison.own, difference);
  const { adopt = [], sentence } = difference;
  if (verdict === 'agrees') return true;
  if (verdict === 'ignore') {
    found(comparison, { ...difference, action: 'ignored', sentence: `${sentence} It is left: ${why}.` });
    return false;
  }
  if (verdict === 'adopt' && adopt.length > 0) {
    for (const told of adopt) tell(comparison, told);
    found(comparison, { ...difference, action: 'told', sentence: `${sentence} The order was told.` });
    return true;
  }
  hold(comparison, { ...difference, sentence: `${sentence} A person decides: ${why}.` });
  return false;
}

/** Tells the order a fact; what follows is compared with the order as it then is. */
export function tell(comparison: Comparison, told: Told, key?: string): void {
  const event = { ...told, key: '', at: comparison.at, v: eventVersion, causation: comparison.run } as OrderEvent;
  const named = { ...event, key: `reconcile/${key ?? factKey(event) ?? event.type}` };
  comparison.state = transition(comparison.state, named, comparison.policy).state;
  comparison.events.push(named);
}

/** Holds the order for a difference, once: a person who lets it pass is not asked again for the same. */
export function hold(comparison: Comparison, difference: Omit<Difference, 'adopt'>): void {
  const { field, name, reported, sentence } = difference;
  const placed = `reconcile/${field}/${name}/${reported.length > 40 ? sha256(reported).slice(0, 16) : reported}`;
  const { facts } = comparison.state;
  if (Object.hasOwn(facts, `hold.released/${placed}`)) {
    found(comparison, { ...difference, action: 'passed' });
    return;
  }
  if (!Object.hasOwn(facts, `hold.placed/${placed}`)) {
    tell(comparison, { type: 'hold.placed', hold: placed, reason: sentence, class: difference.class });
  }
  found(comparison, { ...difference, action: 'held' });
}

/** Puts a finding into the report. */
export function found(
  { state, findings }: Comparison,
  finding: Omit<Finding, 'key' | 'order'> & { readonly field?: FieldGroup | undefined },
): void {
  const { kind, action, name, field, known, reported, sentence } = finding;
  const value = reported === undefined ? '' : `/${reported}`;
  const key = `${state.id}/${kind}/${field ?? ''}/${name}${value}`;
  findings.push({ key, kind, action, order: state.id, name, field, known, reported, sentence });
}

/** The view of the order as it now is. */
export function viewNow({ state }: Comparison): View {
  return viewOf(state);
}
