import type { Runtime } from '@dist/orchestration/runtime';
import { type Issue, read } from '@dist/x12';
import { functionalAcknowledgment997, purchaseOrder850 } from '@dist/x12/004010';
import type { GatewayOptions } from './gateway-options.ts';
import type { FileReceipt, InterchangeReceipt } from './receipt.ts';
import { receiveInterchange } from './receive-interchange.ts';

/** The transaction sets that a seller receives; any other is refused (AK502 1). */
const sets = [purchaseOrder850, functionalAcknowledgment997] as const;

export interface ReceivedBytes {
  /** Name of the file or message: the same name with the same contents again is the same message (R03). */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes in a file of X12 interchanges, one after the other. Each is committed whole, with the orders that follow from it
 * and the acknowledgment that will leave, before the next is looked at (R01): killed in between, the same call goes on.
 */
export async function receiveFile(
  gateway: GatewayOptions,
  runtime: Pick<Runtime, 'dispatch'>,
  file: ReceivedBytes,
): Promise<FileReceipt> {
  const receivedAt = gateway.clock();
  const received = read(file.bytes, { sets, receiver: { usage: gateway.usage } });
  const interchanges: InterchangeReceipt[] = [];
  for (const [index, interchange] of received.interchanges.entries()) {
    const bytes = file.bytes.subarray(interchange.offset, interchange.offset + interchange.length);
    const place = `${file.name}#${index + 1}`;
    interchanges.push(await receiveInterchange(gateway, runtime, { interchange, bytes, place, receivedAt }));
  }
  const inside = new Set<Issue>(interchanges.flatMap((receipt) => receipt.issues as readonly Issue[]));
  return { name: file.name, interchanges, issues: received.issues.filter((issue) => !inside.has(issue)) };
}
