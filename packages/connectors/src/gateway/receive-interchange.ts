import type { Journal, Runtime } from '@dist/orchestration/runtime';
import { sha256 } from '../bytes/sha256.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type InterchangeRecord, recordNames } from './interchange-record.ts';
import type { Plan } from './plan.ts';
import type { InterchangeReceipt } from './receipt.ts';
import { receiveAgain } from './receive-again.ts';
import { receiveFirst } from './receive-first.ts';
import { interchangeKey, issuesOf, type Received } from './received.ts';

/** Others may take the same control number or the same interchange at the same time; more often than this is a fault. */
const mostConflicts = 20;

/** Decides by the keys that are known already whether an interchange is new, came again, or was read before (R03). */
export async function receiveInterchange(
  gateway: GatewayOptions,
  runtime: Pick<Runtime, 'dispatch'>,
  received: Received,
): Promise<InterchangeReceipt> {
  const hash = await sha256(received.bytes);
  for (let conflicts = 0; ; conflicts++) {
    const plan = await planFor(gateway, received, hash);
    if (plan.receipt.status === 'seen') return plan.receipt;
    const result = await runtime.dispatch(plan.dispatches, plan.batch);
    if (result.status === 'appended') return plan.receipt;
    if (conflicts >= mostConflicts)
      throw new Error(`${received.place} could not be committed: ${result.what} ${result.key} keeps changing.`);
  }
}

async function planFor(gateway: GatewayOptions, received: Received, hash: string): Promise<Plan> {
  const { journal } = gateway;
  const key = interchangeKey(received.interchange);
  const fileMark = `file/${received.place}`;
  const before = await journal.mark(fileMark);
  const kept = await findRecord(journal, key, hash);
  const record = kept && (JSON.parse(kept.text) as InterchangeRecord);
  if (before === hash && record !== undefined) return seen(received, record);
  const plan =
    record === undefined || kept === undefined
      ? await receiveFirst(gateway, received, { key, hash })
      : await receiveAgain(gateway, received, { key, hash, record, kept });
  if (plan.receipt.status === 'unknown-partner') return plan;
  const mark = { key: fileMark, expected: before, value: hash };
  return { ...plan, batch: { ...plan.batch, marks: [...(plan.batch.marks ?? []), mark] } };
}

/** A rejected interchange does not use up its numbers: the partner sends it again, mended, under the same ones. */
async function findRecord(journal: Journal, key: string, hash: string) {
  for (const name of [recordNames.accepted(key), recordNames.rejected(key, hash)]) {
    const text = await journal.mark(name);
    if (text !== undefined) return { name, text };
  }
  return undefined;
}

/** The same file read again by a re-run: nothing. */
function seen(received: Received, { partner, acknowledgment, orders }: InterchangeRecord): Plan {
  const { controlNumber } = received.interchange.header;
  const issues = issuesOf(received);
  return {
    receipt: { status: 'seen', partner, controlNumber, acknowledgment, orders, issues },
    dispatches: [],
    batch: {},
  };
}
