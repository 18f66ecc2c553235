/** One way to be wrong: in a file of `src/reconcile` one text stands for another. */
export interface Wrong {
  /** What it does wrong, in words. */
  readonly wrong: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const wrongReconciliations: readonly Wrong[] = [
  {
    wrong: 'believes whoever reports (R20)',
    file: 'judge-report.ts',
    from: 'if (from === owner)',
    to: 'if (from !== "us")',
  },
  {
    wrong: 'believes nobody, the owner included (R20)',
    file: 'judge-report.ts',
    from: 'if (from === owner)',
    to: 'if (from === "us")',
  },
  {
    wrong: 'takes the shipments of the ERP where the warehouse is the source (R21)',
    file: 'judge-report.ts',
    from: '? fulfillment.shipmentsFrom :',
    to: "? 'erp' :",
  },
  {
    wrong: 'tells an answer that is on its way',
    file: 'compare-order.ts',
    from: 'if (isAsked(comparison.state, part.partId) ||',
    to: 'if (',
  },
  {
    wrong: 'takes a second ERP order for the first (R19)',
    file: 'compare-order.ts',
    from: 'if (accepted?.number === number) return true;',
    to: 'if (accepted !== undefined) return true;',
  },
  {
    wrong: 'counts what has a name twice',
    file: 'compare-order.ts',
    from: 'takeClosings(comparison, order, part);\n  compareLines(comparison, order, part);',
    to: 'compareLines(comparison, order, part);\n  takeClosings(comparison, order, part);',
  },
  {
    wrong: 'counts what is cancelled already again',
    file: 'part-balance.ts',
    from: "else if (fact.type === 'cancel.result' &&",
    to: "else if (fact.type === 'cancel.requested' &&",
  },
  {
    wrong: 'counts what was ended short already again',
    file: 'part-balance.ts',
    from: "fact.type === 'line.shortClosed' &&",
    to: "fact.type === 'cancel.requested' &&",
  },
  {
    wrong: 'compares a part with the whole order (R16)',
    file: 'part-balance.ts',
    from: "(inBaseUnit(row, quantity) ?? '0')",
    to: 'row.ordered',
  },
  {
    wrong: 'ends lines below what has shipped',
    file: 'compare-order.ts',
    from: 'if (compare(there, shipped) >= 0)',
    to: 'if (compare(there, shipped) >= -1)',
  },
  {
    wrong: 'has the ERP asked for what it has done',
    file: 'changed-by-hand.ts',
    from: 'if (partId === undefined) return [request];',
    to: 'return [request];',
  },
  {
    wrong: 'asks a person again for what was let pass',
    file: 'comparison.ts',
    from: 'hold.released/',
    to: 'hold.forgotten/',
  },
  {
    wrong: 'believes an older look at an order',
    file: 'reconcile-report.ts',
    from: "?? '') <= order.changedAt)",
    to: "?? '9') >= order.changedAt || !byNumber.has(name))",
  },
  {
    wrong: 'makes an order of what the journal does not have',
    file: 'reconcile-report.ts',
    from: 'if (viewNow(comparison).captured === undefined) {',
    to: 'if (observed.records.length === 0 && viewNow(comparison).captured === undefined) {',
  },
  {
    wrong: 'takes some records for all that there are',
    file: 'reconcile-report.ts',
    from: 'if (observed.complete === true)',
    to: 'if (observed.complete !== false)',
  },
  {
    wrong: 'reports what has time yet',
    file: 'owed-documents.ts',
    from: ' > at) return;',
    to: " > '9') return;",
  },
  {
    wrong: 'looks from now on, not from the watermark',
    file: 'begin-run.ts',
    from: 'sweep || watermark === beginning ? beginning : later(watermark, -overlapSeconds)',
    to: 'later(watermark, watermark === beginning ? 0 : 7200)',
  },
  {
    wrong: 'moves the watermark before it has looked',
    file: 'begin-run.ts',
    from: 'const value = JSON.stringify({ watermark, runs: runs + 1 });',
    to: "const value = JSON.stringify({ watermark: '2026-03-03T00:00:00.000Z', runs: runs + 1 });",
  },
  {
    wrong: 'keeps from the report what a broken run told',
    file: 'told-before.ts',
    from: 'fact.causation !== run',
    to: "fact.causation !== ''",
  },
  {
    wrong: 'drops the first order of each page',
    file: 'compare-page.ts',
    from: 'items.slice(index * size,',
    to: 'items.slice(index * size + 1,',
  },
];
