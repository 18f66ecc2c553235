import { createServer, type ServerHttp2Session } from 'node:http2';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defaultPolicy } from '@dist/orchestration';
import { type RestateSdk, restateServices } from '@dist/orchestration/restate';
import type { Journal } from '@dist/orchestration/runtime';
import { type MadeUpWorld, performersOf } from './made-up-world.ts';

/** What the worker needs of `import * as restate from '@restatedev/restate-sdk'`, as it is used here. */
interface Sdk extends RestateSdk<object, object> {
  readonly ['createEndpointHandler']: (options: {
    readonly services: readonly object[];
  }) => (request: never, response: never) => void;
}

/** What a worker serves. */
export interface WorkerSettings {
  readonly world: MadeUpWorld;
  readonly records: Journal;
  readonly clock: () => string;
  readonly port: number;
}

/** Serves the handlers of orders on a port until it is closed; what it was doing is then done by another one. */
export async function serveOrders(
  engine: string,
  { world, records, clock, port }: WorkerSettings,
): Promise<() => Promise<void>> {
  const sdk = createRequire(join(engine, 'package.json'))('@restatedev/restate-sdk') as Sdk;
  const services = restateServices(sdk, { policy: defaultPolicy, performers: performersOf(world), records, clock });
  const server = createServer(sdk.createEndpointHandler({ services }) as () => void);
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => sessions.add(session));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return async () => {
    for (const session of sessions) session.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
}
