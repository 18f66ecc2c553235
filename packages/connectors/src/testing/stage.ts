import type { Fetch } from '../http/http-client.ts';
import type { FindOutcome, SubmitOrder, SubmitOutcome } from '../port/orders.ts';
import type { ContractSubject, OrderSystem, Vendor } from './contract-subject.ts';

/** What happens to the next request on its way. */
export type Fault =
  /** It arrives and is answered. */
  | { readonly kind: 'none' }
  /** Nobody listens. */
  | { readonly kind: 'refused' }
  /** The connection breaks, before or after the system has done what was asked. */
  | { readonly kind: 'reset'; readonly done: boolean }
  /** No answer comes in time, though the system has done what was asked, or not. */
  | { readonly kind: 'silence'; readonly done: boolean }
  /** It is done and answered, and the answer's body is replaced. */
  | { readonly kind: 'garbled'; readonly body: string }
  /** Something between here and there answers instead of the system. */
  | { readonly kind: 'answered'; readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** An adapter, its system and the wire between them, for one case. */
export interface Stage {
  readonly connector: OrderSystem;
  readonly subject: ContractSubject;
  readonly vendor: Vendor;
  /** Requests that change something and left so far. */
  readonly written: () => number;
  /** The fault of the next request that changes something, or of the next one at all; those after it arrive. */
  meet(fault: Fault, which?: 'any request'): void;
  submit(order?: SubmitOrder, signal?: AbortSignal): Promise<SubmitOutcome>;
  find(signal?: AbortSignal): Promise<FindOutcome>;
}

/** Now, for every case: Retry-After dates are relative to it. */
const startOfTime = Date.parse('2026-03-02T08:00:00Z');

export const externalReference = 'kit.PO-1';

export function stageFor(subject: ContractSubject): Stage {
  const vendor = subject.vendor();
  const isWrite = subject.isWrite ?? (({ method }) => method !== 'GET');
  let next: { readonly fault: Fault; readonly any: boolean } | undefined;
  let written = 0;
  let deadline = new AbortController();
  const fetch: Fetch = async (url, init) => {
    const { signal: _signal, ...rest } = init;
    const request = new Request(url, rest);
    const write = await isWrite(request.clone());
    const fault: Fault = next !== undefined && (next.any || write) ? next.fault : { kind: 'none' };
    if (fault === next?.fault) next = undefined;
    if (write && fault.kind !== 'refused') written++;
    return await meetFault(
      fault,
      () => vendor.handle(request),
      subject,
      () => deadline.abort(),
    );
  };
  const timeout = () => {
    deadline = new AbortController();
    return deadline.signal;
  };
  const connector = subject.connect({ fetch, timeout, timeoutMs: 5000, now: () => startOfTime });
  return {
    connector,
    subject,
    vendor,
    written: () => written,
    meet: (fault, which) => {
      next = { fault, any: which === 'any request' };
    },
    submit: (order = subject.orders.accepted, signal = undefined) =>
      connector.orders.submit(order, { key: 'kit/PO-1/submit', externalReference, signal }),
    find: (signal) => connector.orders.find(externalReference, { signal }),
  };
}

async function meetFault(
  fault: Fault,
  handle: () => Response | Promise<Response>,
  { errorBody = () => '{}', secret = '' }: ContractSubject,
  endTime: () => void,
): Promise<Response> {
  switch (fault.kind) {
    case 'none':
      return await handle();
    case 'refused':
      throw broken('ECONNREFUSED');
    case 'reset':
      if (fault.done) await handle();
      throw broken('ECONNRESET');
    case 'silence':
      if (fault.done) await handle();
      endTime();
      return await new Promise<Response>(() => undefined);
    case 'garbled':
      return new Response(fault.body, { status: (await handle()).status });
    case 'answered':
      return new Response(errorBody(fault.status, `the token was ${secret}`), fault);
  }
}

/** An error as `fetch` gives it on Node. */
function broken(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
