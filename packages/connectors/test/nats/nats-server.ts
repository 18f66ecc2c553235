import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from '../../../orchestration/test/engines/hosts/child.ts';
import { freePort } from '../../../orchestration/test/engines/hosts/free-port.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { answers } from '../queue/answers.ts';
import type { Broker } from '../queue/kill-rounds.ts';

/** A NATS server with JetStream of its own on a free port. */
export interface NatsServer extends Broker {
  stop(): Promise<void>;
}

export async function natsServer(): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dist-nats-server-'));
  const [port, store] = [await freePort(), join(folder, 'store')];
  let server: Child | undefined;
  const start = async (): Promise<void> => {
    const args = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', store];
    server = startChild('nats-server', args, join(folder, 'log'));
    await realTime.until('NATS answers', () => answers(port));
  };
  await start();
  return {
    port,
    start,
    kill: async () => server?.kill(),
    wipe: () => rmSync(store, { recursive: true, force: true }),
    stop: async () => {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
