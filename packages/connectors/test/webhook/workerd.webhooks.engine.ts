import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workerdProgram } from './installed-libraries.ts';
import { answer, type WorkerSettings } from './worker.ts';

const here = import.meta.dirname;
const ed25519 = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const settings: WorkerSettings = {
  secret: 'a secret (sample)',
  ed25519: `whpk_${ed25519.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')}`,
  rsa: String(rsa.publicKey.export({ type: 'spki', format: 'pem' })),
};
let folder: string;
let address: string;
let workerd: ChildProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dist-webhooks-'));
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  await build({
    stdin: { contents: `import { answer } from './worker.ts'; export default { fetch: answer };`, resolveDir: here },
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@dist/source'],
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'config.capnp'), configuration(port));
  workerd = spawn(workerdProgram(), ['serve', 'config.capnp'], {
    cwd: folder,
    stdio: 'inherit',
  });
  await untilUp();
});

afterAll(async () => {
  workerd.kill();
  await once(workerd, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

/** The same worker in this Node, and in workerd. */
const hosts: readonly (readonly [string, (request: Request) => Promise<Response>])[] = [
  ['Node', (request) => answer(request, { SETTINGS: JSON.stringify(settings) })],
  ['workerd', (request) => fetch(request)],
];

it.each(hosts)('in %s webhooks by HMAC, Ed25519 and RSA are believed, and written once', async (_, send) => {
  const time = String(Math.floor(Date.now() / 1000));
  const body = '{"type":"invoice.paid","resource_type":"API_TRACK"}';
  const shopify = {
    'x-shopify-hmac-sha256': createHmac('sha256', settings.secret).update(body).digest('base64'),
    'x-shopify-topic': 'orders/create',
    'x-shopify-shop-domain': 'example.myshopify.com',
    'x-shopify-webhook-id': 'w-1',
  };
  const standard = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': time,
    'webhook-signature': `v1a,${sign(null, Buffer.from(`msg_1.${time}.${body}`), ed25519.privateKey).toString('base64')}`,
  };
  const instant = new Date().toISOString();
  const shipEngine = {
    'x-shipengine-rsa-sha256-key-id': 'key-0',
    'x-shipengine-timestamp': instant,
    'x-shipengine-rsa-sha256-signature': sign('RSA-SHA256', Buffer.from(`${instant}.${body}`), rsa.privateKey).toString(
      'base64',
    ),
  };
  const all = { '/shopify': shopify, '/standard': standard, '/ship-engine': shipEngine };
  for (const [path, headers] of Object.entries(all)) {
    expect([path, await post(send, path, headers, body)]).toEqual([path, 200]);
    expect([path, await post(send, path, headers, body)]).toEqual([path, 200]);
    expect([path, await post(send, path, headers, `${body} `)]).toEqual([path, 401]);
    expect([path, await post(send, path, {}, body)]).toEqual([path, 401]);
  }
  expect(await (await send(new Request(address))).json()).toEqual([
    'orders/create w-1',
    'invoice.paid msg_1',
    expect.stringMatching(/^API_TRACK sha256:/),
  ]);
});

it.each(hosts)('in %s a body beyond the limit is 413, with and without its length', async (_, send) => {
  const big = new Uint8Array(1024 * 1024 + 1);
  expect(await post(send, '/shopify', {}, big)).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < big.length; at += 65_536) controller.enqueue(big.subarray(at, at + 65_536));
      controller.close();
    },
  });
  expect(await post(send, '/shopify', {}, stream)).toBe(413);
});

async function post(
  send: (request: Request) => Promise<Response>,
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
) {
  const response = await send(new Request(`${address}${path}`, { method: 'POST', headers, body, duplex: 'half' }));
  await response.text();
  return response.status;
}

async function untilUp(): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function configuration(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "receiver", worker = .receiver)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "receiver")],
);
const receiver :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-04-01",
  bindings = [(name = "SETTINGS", text = ${JSON.stringify(JSON.stringify(settings))})],
);
`;
}
