import type { Fetch } from '../http/http-client.ts';
import type { ContractAdapter, ContractRuntime } from './contract-adapter.ts';
import type { Fake } from './fake.ts';
import { type Fault, meetFault } from './fault.ts';

/** What is between an adapter and its system: a `fetch` that loses and spoils what it is told to, and a clock. */
export interface ScriptedWire {
  readonly runtime: ContractRuntime;
  /** Requests that change something and left so far. */
  readonly written: () => number;
  /** Requests that left so far, whatever they do, but for those for a token. */
  readonly sent: () => number;
  /** Whether any of them, for a token or not, would have followed a redirect, and taken its credentials there. */
  readonly follows: () => boolean;
  /** The longest that one of these was to wait for its answer, in milliseconds. */
  readonly waited: () => number;
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
}

/** When every case begins: Retry-After dates are relative to it. */
export const startOfTime = Date.parse('2026-03-02T08:00:00Z');

/** Most bytes of an answer, so that an enormous one is cheap. */
const maximumBytes = 1024 * 1024;

export function scriptedWire(adapter: ContractAdapter, fake: Fake): ScriptedWire {
  const isWrite = adapter.isWrite ?? (({ method }) => method !== 'GET');
  let next: { readonly fault: Fault; readonly any: boolean; readonly lasting: boolean } | undefined;
  let written = 0;
  let sent = 0;
  let follows = false;
  let waited = 0;
  let patience = 0;
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
    if (request.redirect === 'follow') follows = true;
    if (adapter.isTokenRequest?.(request)) {
      tokens++;
      return await fake.handle(request);
    }
    sent++;
    waited = Math.max(waited, patience);
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
  const timeout = (milliseconds: number) => {
    patience = milliseconds;
    deadline = new AbortController();
    return deadline.signal;
  };
  return {
    runtime: { fetch, timeout, timeoutMs: 5000, now: () => time, maximumBytes },
    written: () => written,
    sent: () => sent,
    follows: () => follows,
    waited: () => waited,
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
  };
}
