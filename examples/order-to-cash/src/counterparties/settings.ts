import { parseArgs } from 'node:util';

/** How the reference ERP and the shop's endpoint behave and where their ledger lies. */
export interface Settings {
  /** Folder of `ledger.sqlite`; made when it is not there. */
  readonly directory: string;
  /** Path of the master data, JSON. */
  readonly master: string;
  /** Orders that the shop knows: files, or folders with `shop-order-*.json`. */
  readonly samples: readonly string[];
  /** Milliseconds before each answer. */
  readonly delay: number;
  /** Milliseconds between two steps of an order. */
  readonly step: number;
  /** Every so many new orders one is kept and never answered; 0 for never. */
  readonly silence: number;
  /** Name of the ERP in the table of systems whose stand-in takes the place of the reference ERP; none when absent. */
  readonly system?: string | undefined;
  /** Name of the shop whose stand-in takes the place of the sample shop; none when absent. */
  readonly shop?: string | undefined;
  /** Port of the ERP; 0 for any. With a port the shop listens where it did before. */
  readonly port: number;
}

const definition = {
  directory: { type: 'string' },
  master: { type: 'string' },
  samples: { type: 'string', multiple: true, default: [] as string[] },
  delay: { type: 'string', default: '0' },
  step: { type: 'string', default: '0' },
  silence: { type: 'string', default: '0' },
  system: { type: 'string' },
  shop: { type: 'string' },
  port: { type: 'string', default: '0' },
} as const;

/** Reads the command line of the process. Throws a TypeError when it is not as it should be: only our own code calls it. */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...args], options: definition, strict: true });
  const { directory, master, samples } = values;
  if (!directory || !master) throw new TypeError('--directory and --master are wanted');
  return {
    directory,
    master,
    samples,
    system: values.system,
    shop: values.shop,
    delay: whole('delay', values.delay),
    step: whole('step', values.step),
    silence: whole('silence', values.silence),
    port: whole('port', values.port),
  };
}

function whole(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new TypeError(`--${name} wants a whole number of 0 or more, got "${text}"`);
  return Number(text);
}
