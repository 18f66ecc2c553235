import { explain, phase } from '@dist/orchestration';
import { type Journal, loadOrder } from '@dist/orchestration/runtime';
import { crashPolicy } from './crash-policy.ts';
import type { LedgerEntry } from './crash-world.ts';
import { openStore } from './open-store.ts';
import type { CrashStore } from './worker-settings.ts';

/** What there is when all has come to rest. */
export interface CrashEnding {
  readonly store: CrashStore;
  readonly ledger: readonly LedgerEntry[];
  readonly numbers: readonly string[];
  readonly late: readonly string[];
  /** Documents that each order must have sent; all three when absent. */
  readonly documents?: readonly string[] | undefined;
}

/** Everything that is not as it must be, in sentences; none when no crash has done harm. */
export async function crashFaults(ending: CrashEnding): Promise<readonly string[]> {
  const { journal, close } = await openStore(ending.store);
  try {
    const faults = [
      ...(await ordersLost(journal, ending)),
      ...submittedAgain(ending),
      ...documentsWrong(ending),
      ...(await timersMissing(journal, ending)),
    ];
    const next = await journal.next();
    return next === undefined ? faults : [...faults, `something is due at ${next} still`];
  } finally {
    await close();
  }
}

async function ordersLost(journal: Journal, { numbers }: CrashEnding): Promise<string[]> {
  const faults: string[] = [];
  const known: string[] = [];
  for await (const id of journal.orders()) known.push(id);
  const wanted = numbers.map((number) => `northfield/${number}`);
  if (known.sort().join() !== wanted.sort().join()) faults.push(`orders ${known.join()}, expected ${wanted.join()}`);
  for (const id of known) {
    const order = await loadOrder(journal, id, crashPolicy('whole'));
    if (order === undefined || phase(order.state) !== 'closed')
      faults.push(`${id} is not closed: ${order && explain(order.state, crashPolicy('whole'))}`);
  }
  return faults;
}

/** R19: an ERP that makes an order of each submit has made one of each. */
function submittedAgain({ ledger, numbers }: CrashEnding): string[] {
  return numbers.flatMap((number) => {
    const submits = ledger.filter((entry) => entry.kind === 'submit' && entry.reference === `northfield.${number}`);
    return submits.length === 1 ? [] : [`${number} was submitted ${submits.length} times`];
  });
}

/** R12: a document may arrive twice, but always the same bytes, under a number of its own, and in its order's sequence. */
function documentsWrong({ ledger, numbers, documents = ['855', '856/S1', '810/I1'] }: CrashEnding): string[] {
  const bytes = new Map<string, Set<string>>();
  for (const entry of ledger) {
    if (entry.kind !== 'deliver') continue;
    const known = bytes.get(entry.document) ?? new Set();
    bytes.set(entry.document, known.add(entry.bytes));
  }
  const faults = [...bytes].flatMap(([key, all]) =>
    all.size === 1 ? [] : [`${key} went out as ${[...all].join(' and ')}`],
  );
  const used = [...bytes.values()].flatMap((all) => [...all].map((text) => text.slice(0, 9)));
  if (new Set(used).size < used.length) faults.push(`a control number was used twice: ${used.sort().join(' ')}`);
  for (const number of numbers) {
    const wanted = documents.map((name) => `northfield/${number}/${name}`);
    const arrived = [...bytes.keys()].filter((key) => key.startsWith(`northfield/${number}/`));
    if (arrived.join() !== wanted.join()) faults.push(`${number} sent ${arrived.join(' ')}`);
    if (!bytes.has(`997/${number}`)) faults.push(`${number} has no 997`);
  }
  return faults;
}

/** The answers to these came after their deadline: its timer must have fired, once. */
async function timersMissing(journal: Journal, { late }: CrashEnding): Promise<string[]> {
  const faults: string[] = [];
  for (const number of late) {
    const timer = `997/northfield/${number}/856/S1`;
    let fired = 0;
    for await (const event of journal.events(`northfield/${number}`))
      if (event.type === 'timer.fired' && event.timer === timer) fired++;
    if (fired !== 1) faults.push(`${timer} fired ${fired} times`);
  }
  return faults;
}
