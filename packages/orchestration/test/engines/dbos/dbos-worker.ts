import { join } from 'node:path';
import type { OrderEvent, OrderState } from '@dist/orchestration';
import type { Host } from '../../../src/host/host.ts';
import type { PostgresServer } from '../../postgres/postgres-server.ts';
import { freePort } from '../hosts/free-port.ts';
import { type Worker, workerOf } from '../hosts/worker.ts';

/** A worker of DBOS, and its host as it is reached from another process. */
export async function dbosWorker(
  server: PostgresServer,
  database: string,
  ledger: string,
  latency: number,
): Promise<{ readonly worker: Worker; readonly host: Host }> {
  const port = await freePort();
  const connection = JSON.stringify({ ...server.connection, database });
  const worker = workerOf({
    node: ['--conditions=@dist/source', '--import', 'tsx', '--disable-warning=ExperimentalWarning'],
    args: [String(port), connection, ledger, String(latency)],
    dies: `${ledger}.dead`,
    log: join(ledger, '../worker.log'),
    answers: () =>
      ask(port, {}).then(
        () => true,
        () => false,
      ),
  });
  return { worker, host: remoteHost(port) };
}

function remoteHost(port: number): Host {
  return {
    dispatch: async (id, events) => (await ask<{ readonly version: number }>(port, { id, events })) ?? { version: 0 },
    read: async (id) => (await ask<OrderState>(port, { id })) ?? undefined,
    deliver: async () => {
      throw new TypeError('deliveries are tried by the contract');
    },
  };
}

async function ask<Answer>(
  port: number,
  question: { readonly id?: string; readonly events?: readonly OrderEvent[] },
): Promise<Answer | null> {
  const body = JSON.stringify(question);
  const response = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    body,
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer | null;
}
