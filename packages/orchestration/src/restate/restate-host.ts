import type { Host } from '../host/host.ts';
import type { OrderState } from '../index.ts';
import { checkedEvents } from '../runtime/checked-events.ts';
import { longestTimeout } from '../runtime/longest-timeout.ts';
import type { RestateInputs } from './restate-calls.ts';
import { type RestateNames, restateNames } from './restate-names.ts';

/** How the services are reached. */
export interface RestateHostOptions {
  /** Address of Restate's ingress: `http://127.0.0.1:8080`. */
  readonly ingress: string;
  /** The names that the services were made with. */
  readonly names?: RestateNames | undefined;
  /** The platform's when absent. */
  readonly fetch?: typeof fetch | undefined;
  /** For instance the key of a Restate that asks for one. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds to wait for an answer; 30,000 when absent. Restate goes on with what it has, heard or not. */
  readonly timeout?: number | undefined;
}

/** Orders that live in Restate, reached from anywhere. An Error says what Restate has answered instead of a result. */
export function restateHost(options: RestateHostOptions): Host {
  const { orders, effects } = options.names ?? restateNames;
  return {
    async dispatch(orderId, told) {
      const events = checkedEvents(orderId, told);
      return post<RestateInputs['onEvents'], { readonly version: number }>(options, [orders, orderId, 'onEvents'], {
        events,
      });
    },
    async read(orderId) {
      return (await post<undefined, OrderState | null>(options, [orders, orderId, 'read'], undefined)) ?? undefined;
    },
    async deliver(deliveries) {
      await post<RestateInputs['deliver'], undefined>(options, [effects, 'deliver'], { deliveries });
    },
  };
}

async function post<Input, Answer>(
  { ingress, fetch: send = fetch, headers, timeout = 30_000 }: RestateHostOptions,
  path: readonly string[],
  input: Input,
): Promise<Answer> {
  const url = `${ingress.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`;
  const signal = AbortSignal.timeout(Math.min(timeout, longestTimeout));
  const answered = send(url, {
    method: 'POST',
    headers: { ...headers, ...(input !== undefined && { 'content-type': 'application/json' }) },
    ...(input !== undefined && { body: JSON.stringify(input) }),
    signal,
  });
  const response = await answered.catch((cause: unknown) => {
    throw signal.aborted ? silent(path, timeout, cause) : cause;
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Restate answered ${response.status} to ${path.join('/')}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** It waits for a worker, too: an event that it has taken is kept, and brought again it changes nothing. */
function silent(path: readonly string[], timeout: number, cause: unknown): Error {
  const message = `Restate did not answer ${path.join('/')} within ${timeout} ms: is a worker registered and running?`;
  return new Error(message, { cause });
}
