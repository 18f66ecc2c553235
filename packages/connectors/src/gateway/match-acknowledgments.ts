import type { OrderEvent } from '@dist/orchestration';
import type { FunctionalAcknowledgment997 } from '@dist/x12/004010';
import type { Captured, Source } from './capture-order.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { sentGroupKey } from './sent-group-key.ts';

const statuses = { A: 'accepted', E: 'acceptedWithErrors' } as const;
/** AK901: all sets, all with errors, or some of them. */
const groupsTaken: ReadonlySet<string> = new Set(['A', 'E', 'P']);

/** A partner's 997 for something we sent: found by the group's identifier and number, it moves that document's order. */
export async function matchAcknowledgments(
  { journal }: GatewayOptions,
  partner: string,
  document: FunctionalAcknowledgment997,
  { key, receivedAt }: Source,
): Promise<Captured> {
  const { functionalIdentifier, groupControlNumber } = document.AK1;
  const found = await journal.mark(sentGroupKey(partner, functionalIdentifier, groupControlNumber));
  if (found === undefined) {
    const message = `A 997 for ${functionalIdentifier} group ${groupControlNumber}, which was never sent to ${partner}.`;
    return {
      dispatches: [],
      issues: [{ code: 'acknowledgment-unmatched', severity: 'warning', message, path: ['AK1', 'AK102'] }],
    };
  }
  const { order, effect } = JSON.parse(found) as { order: string; effect: string };
  const answers = document.AK2Loop?.map(({ AK5 }) => AK5) ?? [];
  const verdict = document.AK9.groupAcknowledgment;
  // A group that is refused takes its sets with it, whatever is said of each.
  const code = groupsTaken.has(verdict) ? (answers[0]?.setAcknowledgment ?? verdict) : verdict;
  const errors = [...answers, document.AK9]
    .flatMap((answer) => Object.entries(answer))
    .filter(([name]) => /^(?:set|group)Error/.test(name));
  const event: OrderEvent = {
    type: 'acknowledgment.received',
    key,
    at: receivedAt,
    v: 2,
    document: effect,
    by: '997',
    status: statuses[code as keyof typeof statuses] ?? 'rejected',
    codes: errors.map(([, value]) => String(value)),
  };
  return { dispatches: [{ id: order, events: [event] }], issues: [] };
}
