import type { Runtime } from '@dist/orchestration/runtime';
import { type Issue, read } from '@dist/x12';
import type { GatewayOptions } from './gateway-options.ts';
import { readInterchange } from './intake/read-interchange.ts';
import { receivedDefinitions } from './partner/received-definitions.ts';
import type { FileReceipt, InterchangeReceipt } from './receipt.ts';
import { receiveInterchange } from './receive-interchange.ts';
import { allIssues, type Interchange, type Received } from './received.ts';

export interface ReceivedBytes {
  /** Name of the file or message: the same name with the same contents again is the same message (R03). */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Most bytes of a file when the gateway's options say nothing. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Takes in a file of X12 interchanges, one after the other. Each is committed whole, with the orders that follow from it
 * and the acknowledgment that will leave, before the next is looked at (R01): killed in between, the same call goes on.
 */
export async function receiveFile(
  options: GatewayOptions,
  runtime: Pick<Runtime, 'dispatch'>,
  file: ReceivedBytes,
): Promise<FileReceipt> {
  const gateway = { ...options, limits: { bytes: mostBytes, ...options.limits } };
  const receivedAt = gateway.clock();
  const { usage, limits } = gateway;
  const received = read(file.bytes, { sets: receivedDefinitions, receiver: { usage }, limits });
  const interchanges: InterchangeReceipt[] = [];
  for (const [index, plain] of received.interchanges.entries()) {
    const one = await withPartner(gateway, file, plain, { place: `${file.name}#${index + 1}`, receivedAt });
    interchanges.push(await receiveInterchange(gateway, runtime, one));
  }
  const inside = new Set<Issue>(received.interchanges.flatMap(allIssues));
  return { name: file.name, interchanges, issues: received.issues.filter((issue) => !inside.has(issue)) };
}

/** Whose it is decides how it is read. */
async function withPartner(
  gateway: GatewayOptions,
  { bytes: all }: ReceivedBytes,
  plain: Interchange,
  where: Pick<Received, 'place' | 'receivedAt'>,
): Promise<Received> {
  const { sender, receiver } = plain.header;
  const bytes = all.subarray(plain.offset, plain.offset + plain.length);
  const partner = await gateway.partners.byAddress(sender, receiver, where.receivedAt);
  const interchange = partner === undefined ? plain : readInterchange(gateway, plain, bytes, partner);
  return { ...where, interchange, bytes, partner, offset: plain.offset };
}
