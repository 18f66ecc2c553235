import { join } from 'node:path';
import { type Child, startChild } from '../hosts/child.ts';
import { freePort } from '../hosts/free-port.ts';
import { realTime } from '../hosts/real-time.ts';
import { installed } from './installed.ts';

/** A Restate of our own, with its data in a folder. */
export interface RestateServer {
  readonly ingress: string;
  readonly admin: string;
  readonly child: () => Child;
  /** Milliseconds until it answered. */
  start(): Promise<number>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Tells it of a worker; the same address again takes what is there now. */
  register(port: number): Promise<void>;
}

/** A server that listens on this machine only; its ports stay the same when it is started again. */
export async function restateServer(folder: string): Promise<RestateServer> {
  const [ingressPort, adminPort, nodePort] = [await freePort(), await freePort(), await freePort()];
  const ingress = `http://127.0.0.1:${ingressPort}`;
  const admin = `http://127.0.0.1:${adminPort}`;
  const args = ['--no-logo', '--base-dir', join(folder, 'restate'), '--listen-mode', 'tcp', '--bind-ip', '127.0.0.1'];
  const env = {
    RESTATE_INGRESS__BIND_PORT: String(ingressPort),
    RESTATE_ADMIN__BIND_PORT: String(adminPort),
    RESTATE_DISABLE_TELEMETRY: 'true',
    DO_NOT_TRACK: '1',
  };
  let child: Child | undefined;
  const running = (): Child => {
    if (child === undefined) throw new Error('the server was not started');
    return child;
  };
  return {
    ingress,
    admin,
    child: running,
    async start() {
      const from = Date.now();
      child = startChild(
        installed.server(),
        [...args, '--bind-port', String(nodePort)],
        join(folder, 'server.log'),
        env,
      );
      await realTime.until(
        'the server answers',
        async () => (await isUp(`${admin}/health`)) && isUp(`${ingress}/restate/health`),
      );
      return Date.now() - from;
    },
    kill: () => running().kill(),
    stop: () => running().stop(),
    register: (port) => register(admin, port),
  };
}

function isUp(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function register(admin: string, port: number): Promise<void> {
  const body = JSON.stringify({ uri: `http://127.0.0.1:${port}`, force: true });
  const response = await fetch(`${admin}/deployments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  if (!response.ok) throw new Error(`Restate did not take the worker: ${response.status} ${await response.text()}`);
}
