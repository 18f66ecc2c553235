import type { Mutant } from './mutant.ts';

/** A wrong kernel: how facts are joined and counted, and what may leave. */
export const kernelMutants: readonly Mutant[] = [
  {
    sentence: 'what the ERP rejects is not taken off its lines',
    file: 'kernel/take-answer.ts',
    find: "move(view, 'rejected', fact.rejected);",
    replace: '',
  },
  {
    sentence: 'back-orders that the agreement forbids are waited for (R21)',
    file: 'kernel/as-agreed.ts',
    find: "policy.fulfillment.backorders !== 'forbidden'",
    replace: 'true',
  },
  {
    sentence: 'the 855 goes before all parts are decided (R16)',
    file: 'kernel/is-decided.ts',
    find: 'if (view.undecided.size === 0) return true;',
    replace: 'if (view.undecided.size < parts.length) return true;',
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
    find: 'if (names().some((name) => Object.hasOwn(holds, name))) return true;',
    replace: '',
  },
  {
    sentence: 'a line that is over is told of without a decision (R22)',
    file: 'kernel/is-stopped.ts',
    find: 'return lines.some(({ lineId }) => ofLine.some((kind) => ',
    replace: 'return lines.some(({ lineId }) => ofLine.some((kind) => false && ',
  },
  {
    sentence: 'an invoice goes beyond what was noticed (R23)',
    file: 'kernel/invoice-gate.ts',
    find: "credit ? compare(left, view.rows.get(lineId)?.shipped ?? '0') <= 0 : !isNegative(left);",
    replace: 'true;',
  },
  {
    sentence: 'one invoice of several takes the room of all (R23)',
    file: 'kernel/invoice-gate.ts',
    find: 'for (const [lineId, left] of after) room.set(lineId, left);',
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
    find: 'if (!isKnown) step.conflicts = { ...step.conflicts, [key]: true };',
    replace: '',
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
    sentence: 'a change below the shipped quantity is asked for (R17)',
    file: 'kernel/change-refusal.ts',
    find: 'if (compare(wanted, row.shipped) < 0)',
    replace: 'if (false)',
  },
  {
    sentence: 'a change is asked of the ERP although the warehouse ships more (R17)',
    file: 'kernel/change-refusal.ts',
    find: 'compare(wanted, leaves) < 0',
    replace: 'false',
  },
  {
    sentence: 'a submit that was given up is waited for (R29)',
    file: 'kernel/instead-of.ts',
    find: 'if (isAnswered(partOf(view, partId)) || view.cancels.size > 0) return undefined;',
    replace: 'if (partId !== "") return undefined;',
  },
  {
    sentence: 'a release of a hold counts for ever, whatever the hold is about by then',
    file: 'kernel/take-release.ts',
    find: 'if (about === undefined) view.waived.add(hold);',
    replace: 'view.waived.add(hold);',
  },
  {
    sentence: "an operator's replay names another partner (R29)",
    file: 'kernel/other-subject.ts',
    find: "['type', 'document', 'partner', 'to',",
    replace: "['type', 'document', 'to',",
  },
  {
    sentence: 'a warehouse that stops more than it was asked for ships less of the next request (R17)',
    file: 'kernel/requests.ts',
    find: 'if (compare(asked, stopped) > 0) sum',
    replace: 'sum',
  },
];
