import type { Mutant } from './mutant.ts';

/** What is around the kernel and its concerns: the order, the runtime, the reconciliation, stored events. */
export const shellMutants: readonly Mutant[] = [
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
    find: 'if (open.endedBy !== undefined || !isReleased(step.view, open)) found',
    replace: 'found',
  },
  {
    sentence: 'nothing is owed in time (R26)',
    file: 'order/derive-owed.ts',
    find: 'isOver ? none : dated',
    replace: 'none',
  },
  {
    sentence: 'what others owe is not waited for',
    file: 'order/derive-owed.ts',
    find: 'active ? waiting : none',
    replace: 'none',
  },
  {
    sentence: 'an abandoned order goes on',
    file: 'order/transition.ts',
    find: 'if (isActive(step.view)) for (const owed of issuing)',
    replace: 'for (const owed of issuing)',
  },
  {
    sentence: 'a release of its hold before it came lets an unclear change pass (R17)',
    file: 'order/derive-holds.ts',
    find: 'open.endedBy !== undefined || ',
    replace: '',
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
