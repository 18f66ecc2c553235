import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { until } from './until.ts';

/** A Restate of the example's own, with its data in a folder. */
export interface RestateServer {
  /** Where events are brought. */
  readonly ingress: string;
  /** Tells it of a worker on this machine. */
  register(port: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server of the package for this platform; it listens on this machine only, on ports that are free. */
export async function restateServer(engine: string, folder: string): Promise<RestateServer> {
  const [ingressPort, adminPort, nodePort] = [await freePort(), await freePort(), await freePort()];
  const ingress = `http://127.0.0.1:${ingressPort}`;
  const admin = `http://127.0.0.1:${adminPort}`;
  const listen = ['--listen-mode', 'tcp', '--bind-ip', '127.0.0.1', '--bind-port', `${nodePort}`];
  const server = spawn(programOf(engine), ['--no-logo', '--base-dir', join(folder, 'restate'), ...listen], {
    stdio: 'ignore',
    env: {
      ...process.env,
      RESTATE_INGRESS__BIND_PORT: `${ingressPort}`,
      RESTATE_ADMIN__BIND_PORT: `${adminPort}`,
      RESTATE_DISABLE_TELEMETRY: 'true',
      DO_NOT_TRACK: '1',
    },
  });
  await until('Restate answers', async () => (await isUp(`${admin}/health`)) && isUp(`${ingress}/restate/health`));
  return {
    ingress,
    register: (port) => register(admin, port),
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function programOf(engine: string): string {
  const launcher = createRequire(join(engine, 'package.json')).resolve('@restatedev/restate-server/package.json');
  const platform = createRequire(launcher).resolve('@restatedev/restate-server-linux-x64/package.json');
  return join(platform, '../bin/restate-server');
}

async function isUp(url: string): Promise<boolean> {
  return await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function register(admin: string, port: number): Promise<void> {
  const response = await fetch(`${admin}/deployments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ uri: `http://127.0.0.1:${port}`, force: true }),
  });
  if (!response.ok) throw new Error(`Restate did not take the worker: ${response.status} ${await response.text()}`);
}
