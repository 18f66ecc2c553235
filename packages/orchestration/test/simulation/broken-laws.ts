import { compare, equals } from '@dist/canonical/arithmetic';
import { lines, phase, terminalPhases } from '@dist/orchestration';
import type { RunEnd } from './simulate-run.ts';

/** Which law a run broke, and how. */
export interface Broken {
  readonly law: 'doubleSubmits' | 'lostOrders' | 'duplicateDocuments' | 'stuck' | 'other';
  readonly what: string;
}

/** Whether an order ended, waits for a person, or neither. */
export function endOf({ state }: RunEnd): 'ended' | 'parked' | 'neither' {
  const where = phase(state);
  if (terminalPhases.includes(where)) return 'ended';
  return where === 'parked' || where === 'held' ? 'parked' : 'neither';
}

/** Every law that a run broke; empty when it broke none. */
export function brokenLaws(end: RunEnd): readonly Broken[] {
  return [...doubleSubmits(end), ...lostOrders(end), ...duplicateDocuments(end), ...stuck(end), ...others(end)];
}

function doubleSubmits({ erp }: RunEnd): Broken[] {
  const references = erp.orders.map(({ reference }) => reference);
  const twice = [...new Set(references)].filter((one) => references.filter((other) => other === one).length > 1);
  return twice.map((reference) => ({ law: 'doubleSubmits', what: `the ERP has two orders for ${reference}` }));
}

/** What was acknowledged is an order; what the ERP has booked is known to be booked, or a person was told. */
function lostOrders(end: RunEnd): Broken[] {
  const { state, erp, isAcknowledged } = end;
  const found: Broken[] = [];
  if (isAcknowledged && phase(state) === 'empty') found.push({ law: 'lostOrders', what: 'acknowledged and not there' });
  for (const { partId, number, cancelled } of erp.orders) {
    if (`erp.accepted/${partId}` in state.facts || endOf(end) === 'parked' || cancelled) continue;
    // Who gives an order up while its submit is in doubt was told so.
    if (phase(state) === 'abandoned') continue;
    found.push({ law: 'lostOrders', what: `the ERP has ${number}, and nobody knows` });
  }
  return found;
}

/** R12: one document, one content and number, however often it is sent; a new one only where a person asked for it. */
function duplicateDocuments({ mailbox, replays }: RunEnd): Broken[] {
  const found: Broken[] = [];
  const byRoot = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const [document, copies] of mailbox.received) {
    if (copies.size > 1)
      found.push({ law: 'duplicateDocuments', what: `${document} came with ${copies.size} contents` });
    const root = document.replace(/#\d+$/, '');
    byRoot.set(root, (byRoot.get(root) ?? 0) + 1);
    for (const bytes of copies) {
      const other = numbers.get(bytes.slice(0, 9));
      if (other !== undefined && other !== document)
        found.push({ law: 'duplicateDocuments', what: `${document} has the number of ${other}` });
      numbers.set(bytes.slice(0, 9), document);
    }
  }
  for (const [root, count] of byRoot) {
    const asked = 1 + (replays.get(root) ?? 0);
    if (count > asked)
      found.push({ law: 'duplicateDocuments', what: `${root} went out ${count} times, ${asked} asked` });
  }
  return found;
}

function stuck(end: RunEnd): Broken[] {
  const { state, ended } = end;
  if (!ended) return [{ law: 'stuck', what: `it does not come to rest: ${phase(state)}` }];
  return endOf(end) === 'neither' ? [{ law: 'stuck', what: `nothing is due and it is ${phase(state)}` }] : [];
}

function others(end: RunEnd): Broken[] {
  const faults = [
    ...end.thrown,
    ...end.inVain,
    ...missedFaults(end),
    ...end.erp.absurd,
    ...balanceFaults(end),
    ...deadlineFaults(end),
    ...closingFaults(end),
  ];
  return faults.map((what) => ({ law: 'other', what }));
}

/** R28: what no message has brought was found by the first look after it. */
function missedFaults({ missed }: RunEnd): string[] {
  return [...missed].flatMap(([name, { isFound }]) => {
    if (isFound === true) return [];
    return [isFound === false ? `${name} was not found by the reconciliation after it` : `nobody looked for ${name}`];
  });
}

/** Nothing is billed beyond what has left, and no line is over that the warehouse did not ship over. */
function balanceFaults({ state, erp }: RunEnd): string[] {
  return lines(state).flatMap(({ lineId, over, invoiced, shipped }) => {
    const found: string[] = [];
    if (over !== '0' && !erp.overShipped()) found.push(`line ${lineId} is over by ${over}`);
    if (compare(invoiced, erp.shipped.get(lineId) ?? '0') > 0) found.push(`line ${lineId}: billed more than has left`);
    if (compare(shipped, erp.shipped.get(lineId) ?? '0') > 0) found.push(`line ${lineId}: more shipped than has left`);
    return found;
  });
}

/** R26: what is overdue was seen. */
function deadlineFaults({ state, at }: RunEnd): string[] {
  return Object.entries(state.timers).flatMap(([timer, due]) =>
    due <= at && !(timer in state.breaches) ? [`${timer} was due ${due} and nobody was told`] : [],
  );
}

/** A closed order has shipped and billed what the ERP did, and the partner has each document. */
function closingFaults({ id, state, erp, mailbox }: RunEnd): string[] {
  if (phase(state) !== 'closed') return [];
  const found = lines(state).flatMap(({ lineId, shipped, invoiced }) => {
    const left = erp.shipped.get(lineId) ?? '0';
    return equals(shipped, left) && equals(invoiced, left) ? [] : [`closed, and line ${lineId} is not what left`];
  });
  const sent = Object.values(state.effects).filter(({ effect }) => effect.body.type === 'document.send');
  const missing = sent.filter(({ status, effect }) => status === 'done' && !mailbox.received.has(effect.key));
  return [...found, ...missing.map(({ effect }) => `${id} is closed, and the partner has no ${effect.key}`)];
}
