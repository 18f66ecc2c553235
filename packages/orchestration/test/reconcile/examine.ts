import { defaultPolicy, dryRun } from '@dist/orchestration';
import { reconcileReport } from '@dist/orchestration/reconcile';
import { documentCases } from './document-cases.ts';
import { orderCases } from './order-cases.ts';
import { outOfBandRun } from './out-of-band-run.ts';
import { defaultAt } from './report-case.ts';

/** What the quick checks find wrong with the reconciliation that they were built with; empty when nothing is. */
export async function examine(): Promise<readonly string[]> {
  const faults = [...orderCases, ...documentCases].flatMap((one) => {
    const { sentence, state, records, complete, run, policy = defaultPolicy, at = defaultAt } = one;
    const { events, findings } = reconcileReport(state, { at, records, complete, run }, policy);
    const told = events.map(({ type }) => type).join();
    const found = findings.map(({ kind, action, name }) => `${kind} ${action} ${name}`).join();
    const again = reconcileReport(dryRun(state, events, policy).state, { at, records, complete, run }, policy).events;
    const agrees = told === one.told.join() && found === one.found.join() && again.length === 0;
    return agrees ? [] : [sentence];
  });
  if (faults.length > 0) return faults;
  const { faults: found } = await outOfBandRun({ orders: 12, seed: 5, dropped: 0.4, edited: 0.4, killed: 0.06 });
  return found;
}
