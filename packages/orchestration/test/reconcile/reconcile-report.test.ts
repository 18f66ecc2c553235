import { defaultPolicy, dryRun, lines } from '@dist/orchestration';
import { reconcileReport } from '@dist/orchestration/reconcile';
import { describe, expect, it } from 'vitest';
import { documentCases } from './document-cases.ts';
import { orderCases } from './order-cases.ts';
import { defaultAt, fulfilling, seen } from './report-case.ts';

describe('the report of one order', () => {
  it.each([...orderCases, ...documentCases].map((one) => [one.sentence, one] as const))(
    '%s',
    (_, { state, records, complete, run, policy = defaultPolicy, at = defaultAt, ...expected }) => {
      const { events, findings } = reconcileReport(state, { at, records, complete, run }, policy);
      expect(events.map(({ type }) => type)).toEqual(expected.told);
      expect(findings.map(({ kind, action, name }) => `${kind} ${action} ${name}`)).toEqual(expected.found);
      for (const { sentence } of findings) expect(sentence).toMatch(/^[A-Z0-9].*\.$/i);
      // Told once, nothing is left to tell; what is held is held once.
      const after = dryRun(state, events, policy).state;
      expect(reconcileReport(after, { at, records, complete, run }, policy).events).toEqual([]);
    },
  );

  it('R28 leaves the state that it was given as it was', () => {
    const state = fulfilling;
    const before = JSON.stringify([state, lines(state)]);
    reconcileReport(state, { at: defaultAt, records: [seen('20')] }, defaultPolicy);
    expect(JSON.stringify([state, lines(state)])).toBe(before);
  });
});
