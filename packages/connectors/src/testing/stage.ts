import type { Order } from '@dist/canonical';
import type { Fetch } from '../http/http-client.ts';
import type { FindOutcome, SubmitCall, SubmitOutcome } from '../port/orders.ts';
import type { ContractAdapter, ContractConnector } from './contract-adapter.ts';
import { expectThat } from './expect-that.ts';
import type { Fake } from './fake.ts';
import { type Fault, meetFault } from './fault.ts';

/** An adapter, its system and the wire between them, for one case. */
export interface Stage {
  readonly connector: ContractConnector;
  readonly adapter: ContractAdapter;
  readonly fake: Fake;
  /** Requests that change something and left so far. */
  readonly written: () => number;
  /** Requests for a token that left so far. */
  readonly tokens: () => number;
  /**
   * The fault of the next request that changes something, or of the next one at all; those after it arrive. A lasting one
   * meets all of them until `calm`.
   */
  meet(fault: Fault, how?: { readonly which?: 'any request'; readonly lasting?: true }): void;
  calm(): void;
  /** Resolves when a request has met its fault. */
  met(): Promise<void>;
  /** Moves the adapter's clock on. */
  later(milliseconds: number): void;
  /** Submits the order that the system accepts, or another, under `externalReference` or another. */
  submit(order?: Order, call?: Partial<SubmitCall>): Promise<SubmitOutcome>;
  /** Looks up by `externalReference`, the adapter's own sample, or another. */
  find(reference?: string): Promise<FindOutcome>;
}

/** When every case begins: Retry-After dates are relative to it. */
export const startOfTime = Date.parse('2026-03-02T08:00:00Z');

export const externalReference = 'kit.PO-1';

/** Most bytes of an answer, so that an enormous one is cheap. */
const maximumBytes = 1024 * 1024;

export function stageFor(adapter: ContractAdapter, makeFake: () => Fake): Stage {
  const fake = makeFake();
  const isWrite = adapter.isWrite ?? (({ method }) => method !== 'GET');
  let next: { readonly fault: Fault; readonly any: boolean; readonly lasting: boolean } | undefined;
  let written = 0;
  let tokens = 0;
  let time = startOfTime;
  let deadline = new AbortController();
  let tellMet: () => void = () => undefined;
  let hasMet = new Promise<void>(() => undefined);
  const takeFault = (write: boolean): Fault => {
    if (next === undefined || !(next.any || write)) return { kind: 'none' };
    const { fault, lasting } = next;
    if (!lasting) next = undefined;
    return fault;
  };
  const fetch: Fetch = async (url, init) => {
    const { signal: _signal, ...rest } = init;
    const request = new Request(url, rest);
    if (adapter.isTokenRequest?.(request)) {
      tokens++;
      return await fake.handle(request);
    }
    const write = await isWrite(request.clone());
    const fault = takeFault(write);
    if (write && fault.kind !== 'refused') written++;
    if (fault.kind !== 'none') tellMet();
    return await meetFault(
      fault,
      () => fake.handle(request),
      adapter,
      () => deadline.abort(),
    );
  };
  const timeout = () => {
    deadline = new AbortController();
    return deadline.signal;
  };
  const now = () => time;
  const connector = adapter.connect({ fetch, timeout, timeoutMs: 5000, now, maximumBytes });
  return {
    connector,
    adapter,
    fake,
    written: () => written,
    tokens: () => tokens,
    meet: (fault, { which, lasting = false } = {}) => {
      next = { fault, any: which === 'any request', lasting };
      hasMet = new Promise((resolve) => {
        tellMet = resolve;
      });
    },
    calm: () => {
      next = undefined;
    },
    met: () => hasMet,
    later: (milliseconds) => {
      time += milliseconds;
    },
    submit: async (order = adapter.orders?.accepted, call = {}) => {
      expectThat(order !== undefined, 'an order to submit', order);
      expectThat(connector.orders?.submit !== undefined, 'orders.submit', connector.capabilities);
      return await connector.orders.submit(order, { key: 'kit/PO-1/submit', externalReference, ...call });
    },
    find: async (reference = adapter.samples?.['orders.find'] ?? externalReference) => {
      expectThat(connector.orders?.find !== undefined, 'orders.find', connector.capabilities);
      return await connector.orders.find(reference);
    },
  };
}
