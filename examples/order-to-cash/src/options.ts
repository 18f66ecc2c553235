import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { erpSystems } from './estate/erp-systems.ts';
import { shopSystems } from './estate/shop-systems.ts';

/** The ERP and the shop of this house, with a ledger of their own. */
export const own = { erp: 'reference', shop: 'shopify' };

/** What the command line asks for. */
export interface Options {
  /** Absolute paths of the user's files; empty for the bundled samples. */
  readonly files: readonly string[];
  /** Where the user stands. */
  readonly folder: string;
  /** Absolute path of the folder that holds the world. */
  readonly out: string;
  readonly fresh: boolean;
  readonly json: boolean;
  /** An installation is for production or for test (ISA15): the other kind is refused. */
  readonly usage: 'P' | 'T';
  /** Ids of held orders whose holds a person lifts. */
  readonly release: readonly string[];
  /** The ERP that orders go to: `reference`, or one of the table of systems. */
  readonly system: string;
  /** The shop: `shopify`, or one of the table of shops. */
  readonly shop: string;
  /** How the counterparties behave, so that tests can make them quick, slow or forgetful. */
  readonly erp: { readonly delay: number; readonly step: number; readonly silence: number; readonly timeout: number };
}

export type Command = { readonly run: Options } | { readonly help: string } | { readonly wrongUsage: string };

const usage = `Order to cash: reads purchase orders (X12 850 files, shop orders as JSON) and carries each one to its invoice.

  npm start                         the bundled samples
  npm start -- FILE...              your own files

Options
  --out DIR     where the journal, the ERP's ledger and the documents lie (default .order-to-cash)
  --fresh       empty DIR first
  --json        print one JSON document and nothing else on standard output
  --usage P|T   take production (P, the default) or test interchanges (T); the other kind is refused
  --release ID  lift the holds of an order, such as northfield/4711, once what it waits for is mended; may be repeated
  --help        this text

The reference ERP
  --erp NAME        another ERP in its place, by its connector, against a stand-in in memory:
                    ${[...erpSystems.keys()].join(', ')};
                    such a run has a folder of its own under DIR and always begins afresh
  --shop NAME       another shop in place of the sample one, which speaks Shopify: ${[...shopSystems.keys()].join(', ')}
  --erp-delay MS    it answers so late (20)
  --erp-step MS     so much lies between allocating, shipping and invoicing (10)
  --erp-silence N   it commits every N-th order and then never answers (7; 0: never)
  --erp-timeout MS  so long it is waited for (1500)

Exit code: 0 all input was handled (a document refused by a 997 included), 1 something needs a person: a file that
could not be read, an interchange that was refused unanswered or put aside, a document that could not be written;
2 wrong usage.
`;

const definition = {
  out: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  usage: { type: 'string', default: 'P' },
  release: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
  erp: { type: 'string', default: own.erp },
  shop: { type: 'string', default: own.shop },
  'erp-delay': { type: 'string' },
  'erp-step': { type: 'string' },
  'erp-silence': { type: 'string' },
  'erp-timeout': { type: 'string' },
} as const;

/** Reads the command line. `folder` is where the user stands: relative paths are relative to it. */
export function readOptions(args: readonly string[], folder: string): Command {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { wrongUsage: (error as Error).message };
  }
  const { values, positionals } = parsed;
  if (values.help) return { help: usage };
  if (values.out === '') return { wrongUsage: '--out wants a folder.' };
  const { usage: kind } = values;
  if (kind !== 'P' && kind !== 'T') return { wrongUsage: '--usage wants P or T.' };
  const { erp: system, shop } = values;
  const strange =
    notThere('ERP', system, [own.erp, ...erpSystems.keys()]) ??
    notThere('shop', shop, [own.shop, ...shopSystems.keys()]);
  if (strange !== undefined) return { wrongUsage: strange };
  const standIns = [system === own.erp ? [] : system, shop === own.shop ? [] : shop].flat();
  const numbers = {
    delay: number(values['erp-delay'], 20),
    step: number(values['erp-step'], 10),
    silence: number(values['erp-silence'], 7),
    timeout: number(values['erp-timeout'], 1500),
  };
  const wrong = Object.entries(numbers).find(([, value]) => value === undefined);
  if (wrong) return { wrongUsage: `--erp-${wrong[0]} wants a whole number of 0 or more.` };
  return {
    run: {
      files: positionals.map((file) => absolute(file, folder)),
      folder,
      out: join(absolute(values.out ?? '.order-to-cash', folder), standIns.join('-')),
      // What a stand-in holds ends with its process.
      fresh: values.fresh || standIns.length > 0,
      json: values.json,
      usage: kind,
      release: values.release ?? [],
      system,
      shop,
      erp: numbers as Options['erp'],
    },
  };
}

function notThere(what: string, name: string, names: readonly string[]): string | undefined {
  return names.includes(name) ? undefined : `There is no ${what} ${name}; there are ${names.join(', ')}.`;
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: definition, allowPositionals: true, strict: true });
}

function absolute(path: string, folder: string): string {
  return isAbsolute(path) ? resolve(path) : resolve(join(folder, path));
}

function number(text: string | undefined, fallback: number): number | undefined {
  if (text === undefined) return fallback;
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
