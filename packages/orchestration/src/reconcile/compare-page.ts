import type { Dispatch } from '../runtime/dispatch.ts';
import { policyOf } from '../runtime/runtime-options.ts';
import type { Fence } from './begin-run.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Observation } from './observed.ts';
import type { ReconcileOptions } from './reconcile-options.ts';
import { reconcileReport } from './reconcile-report.ts';

/** A run while it goes on. */
export interface Reconciling extends ReconcileOptions {
  readonly at: string;
  readonly fence: Fence;
  readonly count: { records: number; orders: number; told: number; readonly findings: Map<FindingKind, number> };
}

/** Compares some orders, each as it is when it is told, in one transaction. False when another run has begun. */
export async function comparePage(
  run: Reconciling,
  observations: readonly (Observation & { readonly id: string })[],
): Promise<boolean> {
  const findings = new Map<string, readonly Finding[]>();
  const told = new Map<string, number>();
  const dispatches = observations.map(
    ({ id, ...observation }): Dispatch => ({
      id,
      events: [],
      // Asked anew when the order has moved on meanwhile: nothing is decided on what is no longer so.
      decide: (state) => {
        const report = reconcileReport(state, observation, policyOf(run, state));
        findings.set(id, report.findings);
        told.set(id, report.events.length);
        return report.events;
      },
    }),
  );
  const { key, value } = run.fence;
  const result = await run.runtime.dispatch(dispatches, { marks: [{ key, expected: value, value }] });
  if (result.status === 'conflict') {
    if (result.what === 'mark') return false;
    throw new Error(`the orders of a page change all the time: ${result.what} ${result.key}`);
  }
  run.count.orders += observations.length;
  for (const events of told.values()) run.count.told += events;
  await tellReport(run, [...findings.values()].flat());
  return true;
}

/** Counts findings and gives them to whoever wants the report. */
export async function tellReport({ report, count }: Reconciling, findings: readonly Finding[]): Promise<void> {
  for (const { kind } of findings) count.findings.set(kind, (count.findings.get(kind) ?? 0) + 1);
  if (findings.length > 0) await report?.(findings);
}

/** Some of a list at a time. */
export function pagesOf<Item>(items: readonly Item[], size = 50): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
