import type { Mutant } from './mutant.ts';

/** Wrong concerns: when something is asked for, sent or given up. */
export const concernMutants: readonly Mutant[] = [
  {
    sentence: 'a lost answer is answered by a second submit (R19)',
    file: 'concerns/submitting.ts',
    find: "entry.status === 'inDoubt' && part.notFound.has(entry.attempt)",
    replace: "entry.status === 'inDoubt'",
  },
  {
    sentence: 'a look-up that found nothing is passed over (R19)',
    file: 'concerns/submitting.ts',
    find: 'part.notFound.has(entry.attempt)',
    replace: 'false',
  },
  {
    sentence: 'a part is submitted while the order is held',
    file: 'concerns/submitting.ts',
    find: 'for (const _hold in holds) return;',
    replace: '',
  },
  {
    sentence: 'a part is submitted although the order is cancelled',
    file: 'concerns/submitting.ts',
    find: 'view.unsubmitted.size === 0 || view.cancels.size > 0 ||',
    replace: 'view.unsubmitted.size === 0 ||',
  },
  {
    sentence: 'a lost answer is looked up at once, before the submit can land',
    file: 'concerns/submitting.ts',
    find: 'later(since, step.policy.retry.lookUpAfterSeconds)',
    replace: 'since',
  },
  {
    sentence: 'an order that no ERP has accepted is cancelled there',
    file: 'concerns/cancelling.ts',
    find: 'if (accepted === undefined) return;\n  const { view } = step;',
    replace: "const { view } = step; accepted ??= { number: 'none' };",
  },
  {
    sentence: 'what the ERP cancelled is not taken off its lines',
    file: 'concerns/cancelling.ts',
    find: "if (!view.dropped.has(fact.cancel)) move(view, 'cancelled', fact.lines);",
    replace: '',
  },
  {
    sentence: 'the ERP is asked to cancel before the warehouse (R17)',
    file: 'concerns/cancelling.ts',
    find: 'if (!known && stopFirst(step, { cancel, part })) break;',
    replace: '',
  },
  {
    sentence: 'a request to cancel is sent although nothing is open',
    file: 'concerns/cancelling.ts',
    find: 'if (!known && !part.lines.some((line) => view.lines.open.has(line.lineId))) continue;',
    replace: '',
  },
  {
    sentence: 'a substitute is accepted by silence (R20)',
    file: 'concerns/acknowledging.ts',
    find: '!isDecided(step) || isUnsettled(step)',
    replace: '!isDecided(step)',
  },
  {
    sentence: 'a replay by an operator does nothing',
    file: 'concerns/operating.ts',
    find: 'const isOpen = wentOut || ',
    replace: 'const isOpen = false && ',
  },
  {
    sentence: 'a document that went out is replayed under its old key (R12)',
    file: 'concerns/operating.ts',
    find: 'if (wentOut) sendAnew(step, entry, body);\n  else issue(',
    replace: 'issue(',
  },
  {
    sentence: 'a change of what a warehouse has is asked of the ERP alone (R17)',
    file: 'concerns/changing.ts',
    find: 'if (parts.filter((part) => isAtWarehouse(step, change, part)).length > 0) return;',
    replace: '',
  },
  {
    sentence: 'what a change has stopped at the warehouse does not go there again (R17)',
    file: 'concerns/releasing-again.ts',
    find: 'if (lines.length === 0 || entryOf(step, key) !== undefined) return;',
    replace: 'return;',
  },
  {
    sentence: 'a load tells of itself before all orders have joined (R15)',
    file: 'concerns/loading.ts',
    find: 'return orders.size >= (view.closed?.orders ?? 1)',
    replace: 'return orders.size >= 1',
  },
  {
    sentence: 'a payment that does not add up is told to the orders (R24)',
    file: 'concerns/remitting.ts',
    find: "if (remittance === undefined || Object.hasOwn(step.holds, 'remittance-sum')) return;",
    replace: 'if (remittance === undefined) return;',
  },
  {
    sentence: 'what a warehouse confirms before the order is never judged (R21)',
    file: 'concerns/judge-early.ts',
    find: 'judgeConfirmations(step);',
    replace: '',
  },
  {
    sentence: 'an invoice goes although the notice that covers it waits for a person (R23)',
    file: 'concerns/notifying.ts',
    find: "after.status === 'parked' || (after.status === 'issued' && after.attempt > 1)",
    replace: "after.status === 'issued' && after.attempt > 1",
  },
  {
    sentence: 'a look-up that nobody asked for counts for a later doubt (R19)',
    file: 'concerns/submitting.ts',
    find: 'return isAsked ? join(step) :',
    replace: 'return isAsked || !isAsked ? join(step) :',
  },
  {
    sentence: 'what a look-up did not find counts for every later attempt (R19)',
    file: 'concerns/submitting.ts',
    find: 'part.notFound.has(entry.attempt)',
    replace: 'part.notFound.size > 0',
  },
];
