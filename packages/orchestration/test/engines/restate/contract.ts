import { createServer } from 'node:http2';
import { memoryJournal } from '@dist/orchestration/runtime';
import type { HostSetting, HostUnderTest } from '@dist/orchestration/testing';
import { restateHost, restateServices } from '../../../src/restate.ts';
import { freePort } from '../hosts/free-port.ts';
import { realTime } from '../hosts/real-time.ts';
import { runContract } from '../hosts/run-contract.ts';
import { installed } from './installed.ts';
import type { RestateServer } from './restate-server.ts';

/** The contract of hosts, each test with services of its own on one server. */
export async function contract(server: RestateServer): Promise<void> {
  let tests = 0;
  await runContract({ open: (setting) => open(server, setting, ++tests) });
}

async function open(server: RestateServer, setting: HostSetting, test: number): Promise<HostUnderTest> {
  const sdk = installed.sdk();
  const names = { orders: `orders-${test}`, effects: `effects-${test}` };
  const services = restateServices(sdk, { ...setting, names, records: memoryJournal(), clock: realTime.clock });
  const port = await freePort();
  const endpoint = createServer(sdk.createEndpointHandler({ services }) as () => void);
  const sessions = new Set<{ destroy(): void }>();
  endpoint.on('session', (session) => sessions.add(session));
  await new Promise<void>((resolve) => endpoint.listen(port, '127.0.0.1', resolve));
  await server.register(port);
  return {
    host: restateHost({ ingress: server.ingress, names }),
    clock: realTime.clock,
    until: realTime.until,
    close: async () => {
      for (const session of sessions) session.destroy();
      endpoint.close();
    },
  };
}
