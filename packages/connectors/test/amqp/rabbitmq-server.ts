import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../orchestration/test/engines/hosts/free-port.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { answers } from '../queue/answers.ts';
import type { Broker } from '../queue/kill-rounds.ts';

/** A RabbitMQ of its own on free ports, which nobody but this machine can reach. */
export interface RabbitmqServer extends Broker {
  stop(): Promise<void>;
}

/** Where Debian puts it. The script of the same name in the PATH would change the user. */
const program = '/usr/lib/rabbitmq/bin/rabbitmq-server';

export async function rabbitmqServer(): Promise<RabbitmqServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dist-rabbitmq-'));
  const [port, distributionPort, mapperPort] = [await freePort(), await freePort(), await freePort()];
  writeFileSync(join(folder, 'rabbitmq.conf'), `listeners.tcp.1 = 127.0.0.1:${port}\nlog.file.level = warning\n`);
  const env = environmentOf(folder, port, distributionPort, mapperPort);
  let kill = async (): Promise<void> => undefined;
  const start = async (): Promise<void> => {
    mkdirSync(join(folder, 'mnesia'), { recursive: true });
    kill = startGroup(env, join(folder, 'output'));
    await realTime.until('RabbitMQ answers', () => answers(port), 90);
  };
  await start();
  return {
    port,
    start,
    kill: () => kill(),
    wipe: () => rmSync(join(folder, 'mnesia'), { recursive: true, force: true }),
    stop: async () => {
      await kill();
      // Erlang's port mapper is a daemon of its own, and ends when it is told and no node is left.
      const isEnded = () => spawnSync('epmd', ['-port', String(mapperPort), '-kill'], { env }).status === 0;
      await realTime.until('the port mapper has ended', isEnded).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function environmentOf(folder: string, port: number, distributionPort: number, mapperPort: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    RABBITMQ_NODENAME: `dist${port}@localhost`,
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq'),
    RABBITMQ_MNESIA_BASE: join(folder, 'mnesia'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(mapperPort),
  };
}

/** The server is a child of a script: all of their group is killed. Answers how. */
function startGroup(env: NodeJS.ProcessEnv, log: string): () => Promise<void> {
  const output = openSync(log, 'a');
  const child = spawn(program, [], { env, detached: true, stdio: ['ignore', output, output] });
  const { pid } = child;
  return async () => {
    if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-pid, 'SIGKILL');
    await ended;
  };
}
