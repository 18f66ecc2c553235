import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../orchestration/test/engines/hosts/free-port.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';

/** A Redis of its own on a free port, which keeps nothing on disk. */
export interface RedisServer {
  readonly connection: { readonly host: string; readonly port: number };
  /** SIGKILL: all that it had is gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function redisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const connection = { host: '127.0.0.1', port: await freePort() };
  const args = ['--port', String(connection.port), '--bind', connection.host, '--dir', folder];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn('redis-server', [...args, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    await realTime.until('Redis answers', () => answers(connection));
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  await start();
  return {
    connection,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(connection: RedisServer['connection']): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(connection, () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
