/** One way to be wrong: in a file of `src/availability` one text stands for another. */
export interface Wrong {
  /** What it does wrong, in words. */
  readonly wrong: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const wrongMachines: readonly Wrong[] = [
  {
    wrong: 'grants whatever is asked',
    file: 'answer-reservation.ts',
    from: 'compare(quantity, amount) <= 0',
    to: 'compare(quantity, amount) <= 1',
  },
  {
    wrong: 'grants one more than there is',
    file: 'answer-reservation.ts',
    from: 'compare(quantity, amount) <= 0',
    to: 'Number(quantity) <= Number(amount) + 1',
  },
  {
    wrong: 'does not count what is held',
    file: 'open-demand.ts',
    from: "if (status === 'held') found.push",
    to: "if (status === 'refused') found.push",
  },
  {
    wrong: 'counts an order and its allocation',
    file: 'open-demand.ts',
    from: 'total: greater(known.total, atWarehouse)',
    to: 'total: add(known.total, atWarehouse)',
  },
  {
    wrong: 'counts a confirmed reservation only when the warehouse knows it',
    file: 'open-demand.ts',
    from: "if (status !== 'confirmed' || externalReference === undefined) continue;",
    to: "if (status !== 'refused' || externalReference === undefined) continue;",
  },
  {
    wrong: 'counts an order that the number on hand no longer holds',
    file: 'open-demand.ts',
    from: 'subtract(demand.total, reflected(name))',
    to: 'demand.total',
  },
  {
    wrong: 'lets nothing expire',
    file: 'end-overdue.ts',
    from: 'reservation.expiresAt > step.now',
    to: "reservation.expiresAt > ''",
  },
  {
    wrong: 'has no timer for the end of a reservation',
    file: 'availability-timers.ts',
    from: "if (status === 'held') timers.push",
    to: "if (status === 'refused') timers.push",
  },
  {
    wrong: 'believes the snapshot that came last',
    file: 'record-stock.ts',
    from: 'report.sequence < snapshot.sequence)',
    to: 'report.sequence < 0)',
  },
  {
    wrong: 'adds a delta that the snapshot holds',
    file: 'record-stock.ts',
    from: 'report.sequence <= stream.snapshot.sequence',
    to: 'report.sequence < 0',
  },
  {
    wrong: 'keeps deltas beside the snapshot that holds them',
    file: 'record-stock.ts',
    from: 'deltas.filter(([, delta]) => delta.sequence > sequence)',
    to: 'deltas',
  },
  {
    wrong: 'believes that it has saved',
    file: 'apply-availability.ts',
    from: "if (saved === 'conflict') continue;",
    to: '',
  },
  {
    wrong: 'takes a request that comes again after its end for a new one',
    file: 'answer-reservation.ts',
    from: 'if (known !== undefined) {',
    to: "if (known?.status === 'held') {",
  },
  {
    wrong: 'confirms what has expired without a look at the stock',
    file: 'answer-reservation.ts',
    from: "? 'expired' : undefined",
    to: '? undefined : undefined',
  },
  {
    wrong: 'gives away today what is promised for tomorrow',
    file: 'promise.ts',
    from: 'while (index < changes.length) {',
    to: 'while (index < 0) {',
  },
  {
    wrong: 'expects what has arrived',
    file: 'expected-receipts.ts',
    from: 'subtract(total, received(receipt))',
    to: 'total',
  },
  {
    wrong: 'forgets what has shipped before the number on hand is the less',
    file: 'record-allocations.ts',
    from: 'const shipped = greater(known.shipped, told.shipped);',
    to: 'const shipped = told.shipped;',
  },
  {
    wrong: 'keeps what a complete report leaves out',
    file: 'record-allocations.ts',
    from: "event.report === 'complete' && !isOld ?",
    to: "event.report === 'complete' && isOld ?",
  },
  {
    wrong: 'gives away the safety stock',
    file: 'position.ts',
    from: 'if (!isZero(rule.safetyStock)) count',
    to: 'if (isZero(rule.safetyStock)) count',
  },
  {
    wrong: 'tells a channel twice under one revision',
    file: 'tell-channels.ts',
    from: '(told?.revision ?? 0) + 1',
    to: '1',
  },
  {
    wrong: 'tells nobody that it is sold out',
    file: 'tell-channels.ts',
    from: 'if (isZero(before) || isZero(now)) return true;',
    to: 'if (isZero(now)) return false;',
  },
];
