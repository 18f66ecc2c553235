import type { ConflictRule, FieldGroup, Handling, ReportingSystem } from '../policy/authority-rules.ts';
import type { Policy } from '../policy/policy.ts';

/** What one system says of a field; values are texts that are equal when they mean the same. */
export interface FieldReport {
  readonly field: FieldGroup;
  readonly from: ReportingSystem;
  /** What is known; undefined when nothing is. */
  readonly known: string | undefined;
  readonly reported: string;
}

/** What is to become of a report, and why. */
export interface Judgment {
  readonly verdict: 'agrees' | Handling;
  readonly owner: ReportingSystem;
  /** In a few words. */
  readonly why: string;
}

/** Whether a report agrees, is adopted, waits for a person or is left: the table of authority says so (R20). */
export function judgeReport(policy: Pick<Policy, 'authority' | 'fulfillment'>, report: FieldReport): Judgment {
  const { field, from, known, reported } = report;
  const owner = ownerOfField(policy, field);
  if (known === reported) return { verdict: 'agrees', owner, why: 'it is known' };
  if (from === owner) return { verdict: 'adopt', owner, why: `${field} is the word of ${from}` };
  const verdict = handlingOf(policy.authority.fields[field], from, known);
  return { verdict, owner, why: `${field} is the word of ${owner}, not of ${from}` };
}

/** The system that a field belongs to. */
function ownerOfField({ authority, fulfillment }: Pick<Policy, 'authority' | 'fulfillment'>, field: FieldGroup) {
  // One setting says whose shipments are told to partners: two could contradict each other, and tell them twice.
  return field === 'shipment' ? fulfillment.shipmentsFrom : authority.fields[field].owner;
}

function handlingOf(rule: ConflictRule, from: ReportingSystem, known: string | undefined): Handling {
  return rule.of?.[from] ?? (known === undefined ? rule.whenNew : rule.whenDifferent);
}
