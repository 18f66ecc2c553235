/** One wrong machine: a text of one module in the place of another. */
export interface Mutant {
  /** What is wrong with it, in one sentence. */
  readonly sentence: string;
  /** Where the text is expected, below `src`; it is found wherever it stands, if it stands in one place only. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Each breaks one rule that somebody might break by mistake; the suite must see every one of them. */
export const mutants: readonly Mutant[] = [
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
    sentence: 'what the ERP rejects is not taken off its lines',
    file: 'concerns/submitting.ts',
    find: "move(view, 'rejected', fact.rejected);",
    replace: '',
  },
  {
    sentence: 'back-orders that the agreement forbids are waited for (R21)',
    file: 'concerns/submitting.ts',
    find: "step.policy.fulfillment.backorders === 'forbidden'",
    replace: 'false',
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
    sentence: 'the 855 goes before all parts are decided (R16)',
    file: 'kernel/is-decided.ts',
    find: 'if (view.undecided.size === 0) return true;',
    replace: 'if (view.undecided.size < parts.length) return true;',
  },
  {
    sentence: 'a substitute is accepted by silence (R20)',
    file: 'concerns/acknowledging.ts',
    find: '!isDecided(step) || isUnsettled(step)',
    replace: '!isDecided(step)',
  },
  {
    sentence: 'notices and invoices go before the 855',
    file: 'kernel/may-follow.ts',
    find: 'return !step.policy.channels[captured.order.channel].acknowledge || isDecided(step);',
    replace: 'return true;',
  },
  {
    sentence: 'what a hold is about goes out all the same',
    file: 'kernel/is-stopped.ts',
    find: 'if (names.some((name) => Object.hasOwn(holds, name))) return true;',
    replace: '',
  },
  {
    sentence: 'a line that is over is told of without a decision (R22)',
    file: 'kernel/is-stopped.ts',
    find: '({ lineId }) => Object.hasOwn(holds, ',
    replace: '({ lineId }) => false && Object.hasOwn(holds, ',
  },
  {
    sentence: 'an invoice goes beyond what was noticed (R23)',
    file: 'kernel/invoice-gate.ts',
    find: "credit ? compare(left, view.rows.get(lineId)?.shipped ?? '0') <= 0 : compare(left, '0') >= 0,",
    replace: 'true,',
  },
  {
    sentence: 'one invoice of several takes the room of all (R23)',
    file: 'kernel/invoice-gate.ts',
    find: 'if (covered) for (const [lineId, left] of after) room.set(lineId, left);',
    replace: '',
  },
  {
    sentence: 'of two contradicting reports the last one wins',
    file: 'kernel/join.ts',
    find: 'wins: after < before });',
    replace: 'wins: true });',
  },
  {
    sentence: 'a contradiction is not flagged',
    file: 'kernel/join.ts',
    find: 'Object.hasOwn(step.conflicts, key) ? step.conflicts : { ...step.conflicts, [key]: true };',
    replace: 'step.conflicts;',
  },
  {
    sentence: 'a later copy of a fact takes the place of the first',
    file: 'kernel/join.ts',
    find: 'const earlier = event.at < known.at ||',
    replace: 'const earlier = event.at > known.at ||',
  },
  {
    sentence: 'a shipment told by another message is another shipment',
    file: 'kernel/fact-key.ts',
    find: "'shipment.posted': ({ shipment }) => shipment.shipmentId,",
    replace: "'shipment.posted': ({ key }) => key,",
  },
  {
    sentence: 'an 824 is taken for the 997 that came before it (R11)',
    file: 'kernel/fact-key.ts',
    find: "'acknowledgment.received': ({ document, by, status }) =>",
    replace: "'acknowledgment.received': ({ document, by, status }) => document ??",
  },
  {
    sentence: 'two parts accepted are one fact',
    file: 'kernel/fact-key.ts',
    find: "'erp.accepted': ({ partId }) => partId,",
    replace: "'erp.accepted': () => '1',",
  },
  {
    sentence: 'what has shipped is taken off twice',
    file: 'kernel/row.ts',
    find: "if (row.shipped !== '0') rest = subtract(rest, row.shipped);",
    replace: "if (row.shipped !== '0') rest = subtract(subtract(rest, row.shipped), row.shipped);",
  },
  {
    sentence: 'eaches are counted as cases',
    file: 'kernel/row.ts',
    find: 'return convert(quantity, row.baseUnit, { baseUnit: row.baseUnit, conversions: [...row.conversions] })?.value;',
    replace: 'return quantity.value;',
  },
  {
    sentence: 'an order with open lines is closed',
    file: 'order/phase.ts',
    find: 'const busy = view.ledger.byStatus.issued.size > 0 || !keptOf(state).awaited.isEmpty;',
    replace: 'const busy = false;',
  },
  {
    sentence: 'what waits for a person is not shown',
    file: 'order/phase.ts',
    find: "if (byStatus.parked.size > 0) return 'parked';\n  if (view.invalid",
    replace: 'if (view.invalid',
  },
  {
    sentence: 'a hold stays after its release',
    file: 'order/derive-holds.ts',
    find: 'if (!step.view.released.has(open.hold)) found.set(open.hold, open);',
    replace: 'found.set(open.hold, open);',
  },
  {
    sentence: 'nothing is owed in time (R26)',
    file: 'order/derive-owed.ts',
    find: 'for (const concern of dated)',
    replace: 'for (const concern of dated.slice(0, 0))',
  },
  {
    sentence: 'what others owe is not waited for',
    file: 'order/derive-owed.ts',
    find: 'for (const concern of waiting)',
    replace: 'for (const concern of waiting.slice(0, 0))',
  },
  {
    sentence: 'an abandoned order goes on',
    file: 'order/transition.ts',
    find: 'if (isActive(step.view)) for (const concern of issuing)',
    replace: 'for (const concern of issuing)',
  },
  {
    sentence: 'a replay by an operator does nothing',
    file: 'concerns/operating.ts',
    find: "if (!wentOut && entry.status !== 'parked') return false;",
    replace: 'return false;',
  },
  {
    sentence: 'a document that went out is replayed under its old key (R12)',
    file: 'concerns/operating.ts',
    find: 'if (wentOut) sendAnew(step, entry, body);\n  else issue(',
    replace: 'issue(',
  },
  {
    sentence: 'a change below the shipped quantity is asked for (R17)',
    file: 'concerns/changing.ts',
    find: 'if (below !== undefined) {\n    change.status',
    replace: 'if (below === null) {\n    change.status',
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
    sentence: 'a claim that ran out is performed again blindly (R19)',
    file: 'runtime/run-effect.ts',
    find: "if (reclaimed && effect.safety === 'lookupFirst') {",
    replace: "if (reclaimed && effect.safety === 'manual') {",
  },
  {
    sentence: 'an effect that was answered or withdrawn is performed all the same',
    file: 'runtime/run-effect.ts',
    find: 'if (!isWanted(effect, state)) return forget(running, claim);',
    replace: '',
  },
  {
    sentence: 'a shipment that nobody was told of is not found (R28)',
    file: 'reconcile/compare-shipment.ts',
    find: 'settleDifference(comparison, { ...about, known: undefined, reported: goodsOf(view, shipment), sentence, adopt });',
    replace: '',
  },
  {
    sentence: 'events of the first release keep their version (golden histories)',
    file: 'word/to-current-version.ts',
    find: "{ 'acknowledgment.received': { by: '997' } }",
    replace: '{}',
  },
];
