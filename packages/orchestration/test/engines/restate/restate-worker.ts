import { join } from 'node:path';
import { freePort } from '../hosts/free-port.ts';
import { type Worker, workerOf } from '../hosts/worker.ts';
import type { RestateServer } from './restate-server.ts';

/** A worker of Restate, on one port however often it is started. */
export async function restateWorker(server: RestateServer, ledger: string, latency: number): Promise<Worker> {
  const port = await freePort();
  return workerOf({
    node: ['--conditions=@dist/source', '--disable-warning=ExperimentalWarning'],
    args: [String(port), ledger, String(latency)],
    dies: `${ledger}.dead`,
    log: join(ledger, '../worker.log'),
    answers: () =>
      server.register(port).then(
        () => true,
        () => false,
      ),
  });
}
