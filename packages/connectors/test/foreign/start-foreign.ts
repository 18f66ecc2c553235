import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../orchestration/test/engines/hosts/free-port.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { cache, shopifySchemas } from '../descriptions/shopify-schemas.ts';
import { specs, systems } from '../descriptions/systems.ts';
import { documentOf, type PrismSource, prismDocument } from './prism-document.ts';

/** A server that none of us wrote. */
export interface ForeignServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** What it has printed. */
  readonly output: () => string;
  stop(): Promise<void>;
}

export type ForeignName =
  | 'acumatica'
  | 'adobe-commerce'
  | 'adobe-commerce-graphql'
  | 'amazon-seller'
  | 'amazon-vendor'
  | 'bigcommerce'
  | 'business-central'
  | 'sap-s4'
  | 'shipengine'
  | 'shopify'
  | 'wiremock';

/** How a server is started: its files, what it is run with, and a path that it answers once it is up. */
interface Recipe {
  readonly files: readonly string[];
  readonly command: (port: number, folder: string) => readonly [program: string, ...args: string[]];
  readonly ready: string;
}

const install = join(import.meta.dirname, 'install');
const modules = join(install, 'node_modules');
const prism = join(modules, '@stoplight/prism-cli/dist/index.js');
const shopifyVersion = '2026-07';

/** The paths of adapters begin with what stands here: the rest of an address is a tenant's. */
const recipes: Readonly<Record<ForeignName, Recipe>> = {
  acumatica: prismOf([['acumatica/default-24.200.001.o2c.openapi.json', '/entity/Default/24.200.001']]),
  'adobe-commerce': prismOf([['adobe-commerce/admin-2.4.8.o2c.openapi.json', '/rest/default']]),
  'amazon-seller': prismOf(
    ['orders_2026-01-01', 'ordersV0'].map((name) => [`amazon-sp-api/${name}.json`, ''] as const),
  ),
  'amazon-vendor': prismOf(
    ['Orders', 'Shipments', 'Invoices'].map((name) => [`amazon-sp-api/vendor${name}.json`, ''] as const),
  ),
  bigcommerce: prismOf([
    ['bigcommerce/orders.v2.o2c.json', '/stores/abc/v2'],
    ...['orders', 'customers', 'inventory', 'product-variants', 'webhooks'].map(
      (name) => [`bigcommerce/${name}.v3.json`, '/stores/abc/v3'] as const,
    ),
  ]),
  'business-central': prismOf([['business-central/v2.0-o2c.fields.json', '/v2.0/common/production/api/v2.0']]),
  shipengine: prismOf([['shipengine/shipengine.o2c.openapi.json', '']]),
  'adobe-commerce-graphql': graphqlOf('/graphql', join(specs, 'adobe-commerce/graphql-2.4.8.o2c.graphql')),
  shopify: graphqlOf(`/admin/api/${shopifyVersion}/graphql.json`, shopifyFile()),
  'sap-s4': sap(),
  wiremock: wiremock(),
};

/** Why a server can not be started here, for the name of a test that is skipped; false where it can. */
export function foreignAbsent(name: ForeignName): false | string {
  if (!existsSync(modules)) return 'the foreign servers are not installed: npm run engines -- foreign';
  if (name === 'wiremock' && spawnSync('java', ['-version']).status !== 0)
    return 'there is no Java (default-jre-headless)';
  const missing = recipes[name].files.find((file) => !existsSync(file));
  return missing === undefined ? false : `the description of ${name} is not at hand`;
}

/** Starts a server on a free port of this machine, and waits until it answers. */
export async function startForeign(name: ForeignName): Promise<ForeignServer> {
  const reason = foreignAbsent(name);
  if (reason !== false) throw new RangeError(`${reason}: skip what needs it with foreignAbsent('${name}')`);
  const { command, ready } = recipes[name];
  const folder = mkdtempSync(join(tmpdir(), `foreign-${name}-`));
  const port = await freePort();
  const [program, ...args] = command(port, folder);
  const child = spawn(program, args, { cwd: install, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const server = { url, output: () => printed.join(''), stop: () => stop(child, folder) };
  try {
    await realTime.until(`${name} answers`, () => answers(`${url}${ready}`, child), 90);
  } catch (error) {
    await server.stop();
    throw new Error(
      `${name} did not start: ${error instanceof Error ? error.message : String(error)}\n${server.output().slice(-2000)}`,
    );
  }
  return server;
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
  return fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Prism answers by examples and schemas, refuses what the description does not allow, and keeps nothing. */
function prismOf(sources: readonly (readonly [file: string, prefix: string])[]): Recipe {
  return {
    files: sources.map(([file]) => join(specs, file)),
    ready: '/',
    command: (port, folder) => {
      const file = join(folder, 'description.json');
      const [first, ...others] = sources.map(([name, prefix]): PrismSource => ({ document: documentIn(name), prefix }));
      if (first === undefined) throw new RangeError('a description is needed');
      writeFileSync(file, JSON.stringify(prismDocument([first, ...others])));
      return [process.execPath, prism, 'mock', '-h', '127.0.0.1', '-p', String(port), file];
    },
  };
}

function documentIn(file: string): Readonly<Record<string, unknown>> {
  if (!file.endsWith('.fields.json')) return JSON.parse(readFileSync(join(specs, file), 'utf8'));
  const [source] = systems['business-central'].rest;
  if (source === undefined) throw new RangeError('Business Central has a description');
  return documentOf(source.read());
}

function graphqlOf(path: string, schema: string): Recipe {
  const program = join(import.meta.dirname, 'graphql-server.mjs');
  return { files: [schema], ready: '/', command: (port) => [process.execPath, program, String(port), path, schema] };
}

function shopifyFile(): string {
  const whole = shopifySchemas.versions().includes(shopifyVersion);
  return whole
    ? join(cache, `shopify/admin_${shopifyVersion}.json.gz`)
    : join(specs, `shopify/admin-${shopifyVersion}.o2c.graphql`);
}

function sap(): Recipe {
  const names = ['SALES_ORDER', 'OUTBOUND_DELIVERY', 'BILLING_DOCUMENT', 'MATERIAL_STOCK'];
  const files = names.map((name) => join(specs, `sap-s4/API_${name}_SRV.edmx`));
  const program = join(import.meta.dirname, 'sap-server.mjs');
  return { files, ready: '/', command: (port, folder) => [process.execPath, program, String(port), folder, ...files] };
}

function wiremock(): Recipe {
  const build = join(modules, 'wiremock/build');
  const jar = existsSync(build) ? readdirSync(build).find((file) => file.endsWith('.jar')) : undefined;
  const options = (port: number, folder: string) => [
    '--port',
    String(port),
    '--bind-address',
    '127.0.0.1',
    '--root-dir',
    folder,
  ];
  return {
    files: [],
    ready: '/__admin/mappings',
    command: (port, folder) => ['java', '-jar', join(build, jar ?? ''), ...options(port, folder)],
  };
}
