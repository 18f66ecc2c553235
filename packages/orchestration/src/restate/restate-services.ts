import { checkedTimeout } from '../host/checked-timeout.ts';
import type { HostOptions } from '../host/host.ts';
import { effectHandlers } from './effect-handlers.ts';
import { orderHandlers } from './order-handlers.ts';
import { type RestateNames, restateNames } from './restate-names.ts';
import type { RestateSdk, RestateServiceOptions } from './restate-sdk.ts';

/** What the services are made of. */
export interface RestateOptions extends HostOptions {
  /** `dist-orders` and `dist-effects` when absent. */
  readonly names?: RestateNames | undefined;
}

/**
 * The services of a worker, for `restate.serve({ services })` or any other endpoint of the SDK: a virtual object with one
 * order for each key, and a service that performs effects.
 *
 * @param restate `import * as restate from '@restatedev/restate-sdk'`
 * @throws RangeError when a lost answer would be looked up before its performer has surely ended.
 */
export function restateServices<ObjectDefinition, ServiceDefinition>(
  restate: RestateSdk<ObjectDefinition, ServiceDefinition>,
  options: RestateOptions,
): [orders: ObjectDefinition, effects: ServiceDefinition] {
  checkedTimeout(options);
  const { names = restateNames } = options;
  const { exclusive, shared } = orderHandlers(options, names);
  const reading = Object.entries(shared).map(([name, method]) => [name, restate.handlers.object.shared(method)]);
  const orders = { ...exclusive, ...Object.fromEntries(reading) };
  return [
    restate.object({ name: names.orders, handlers: orders, options: serviceOptions }),
    restate.service({ name: names.effects, handlers: effectHandlers(options, names), options: serviceOptions }),
  ];
}

/**
 * Left alone Restate pauses a call after 70 attempts, which is about an hour without a worker, and a person has to resume
 * it. No outage of ours is the order's fault: it goes on when there is a worker again.
 */
const serviceOptions: RestateServiceOptions = {
  retryPolicy: { maxAttempts: 1_000_000_000, initialInterval: 100, maxInterval: 10_000, exponentiationFactor: 2 },
};
