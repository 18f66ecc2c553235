import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { WorldFault } from './world.ts';

export interface Counterparties {
  readonly erp: string;
  readonly shop: string;
  /** Ends the process and waits for it. */
  stop(): Promise<void>;
}

export interface CounterpartiesOptions {
  readonly directory: string;
  readonly master: string;
  /** Orders that the shop knows: files, or folders with `shop-order-*.json`. */
  readonly samples: readonly string[];
  readonly delay: number;
  readonly step: number;
  readonly silence: number;
  /** Whose stand-in takes the place of the reference ERP; none when absent. */
  readonly system?: string | undefined;
  /** Whose stand-in takes the place of the sample shop; none when absent. */
  readonly shop?: string | undefined;
}

interface Addresses {
  readonly erp: string;
  readonly shop: string;
}

interface Running {
  readonly addresses: Addresses;
  /** Settles when the process is gone. */
  readonly ended: Promise<void>;
  end(): void;
}

/** So many starts in a row may fail before it is given up. */
const mostStarts = 3;

/**
 * Starts the reference ERP and the shop's endpoint as a process of their own, as they are in life. When that process
 * dies, it is started again on the same ports and the same ledger; it ends with this one, because its standard input
 * closes. `flags` are Node's own, by default those of this process.
 */
export async function startCounterparties(
  options: CounterpartiesOptions,
  flags: readonly string[] = process.execArgv,
): Promise<Counterparties> {
  let stopping = false;
  let running = await start(options, flags, 0);
  const { addresses } = running;
  const watch = async () => {
    for (;;) {
      await running.ended;
      if (stopping) return;
      running = await start(options, flags, Number(new URL(addresses.erp).port));
      if (stopping) running.end();
    }
  };
  // When it cannot be started again, the requests that fail from then on tell more than an end of this process would.
  const watching = watch().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  return {
    ...addresses,
    async stop() {
      stopping = true;
      running.end();
      await watching;
    },
  };
}

async function start(options: CounterpartiesOptions, flags: readonly string[], port: number): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const child = launch(options, flags, port);
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const addresses = await Promise.race([ready(child), ended]);
    if (addresses) return { addresses, ended, end: () => child.stdin?.end() };
    if (attempt === mostStarts)
      throw new WorldFault(
        `The reference ERP in ${options.directory} ended before it was ready (${child.signalCode ?? `exit ${child.exitCode}`}).`,
      );
  }
}

function launch(options: CounterpartiesOptions, flags: readonly string[], port: number): ChildProcess {
  const entry = fileURLToPath(new URL('./counterparties/main.ts', import.meta.url));
  const settings = Object.entries({ ...options, port }).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [`--${name}`, String(one)])),
  );
  const child = spawn(process.execPath, [...flags, entry, ...settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin?.on('error', () => undefined);
  return child;
}

/** The process says where it listens in one line of JSON. */
function ready(child: ChildProcess): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(JSON.parse(text.slice(0, end)) as Addresses);
    });
    child.once('error', reject);
  });
}
