import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../src/cli/failure.ts';
import { run } from '../src/cli/run.ts';
import type { System } from '../src/cli/system.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** What `--codecs` can name. */
const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'own-codecs': {
    own: { reversed: { native: 'a text', canonical: 'a text', decode: turned, encode: turned } },
    about: 'codecs of a test',
  },
  'no-codecs': { about: 'nothing of use' },
};

function turned(value: unknown): string {
  return [...String(value)].reverse().join('');
}

const maps = fileURLToPath(new URL('../maps/', import.meta.url));

/** What a command did. */
export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly told: string;
  /** Files that were made, by path. */
  readonly made: Readonly<Record<string, string>>;
}

/** Runs `dist-map` among the given files (JSON where one is no text); `-` is standard input, shipped maps are the real ones. */
export async function cliRun(
  words: string,
  given: Readonly<Record<string, unknown>> = {},
  terminal = false,
): Promise<CommandOutcome> {
  const files = new Map(Object.entries(given).map(([name, content]) => [name, bytesOf(content)]));
  const made: Record<string, string> = {};
  let out = '';
  let told = '';
  const system: System = {
    isInputTerminal: terminal,
    async *read(file) {
      const content = files.get(file) ?? (file.startsWith(maps) ? readFileSync(file) : undefined);
      if (content === undefined) throw new Failure(`${file} can not be read: there is no such file`);
      const half = content.length >> 1;
      yield content.subarray(0, half);
      yield content.subarray(half);
    },
    sizeOf: async (file) => (file === '-' ? undefined : files.get(file)?.length),
    isFolder: async (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`)),
    filesIn: async (folder) =>
      [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1)),
    shippedMap(id) {
      const file = `${maps}${id.replace(/^x12\//, 'x12-')}.json`;
      return existsSync(file) ? file : undefined;
    },
    moduleOf: async (name) => {
      const content = modules[name];
      if (content === undefined)
        throw new Failure(`the module ${name} can not be used: there is no such file or package`);
      return content;
    },
    print: async (output) => {
      out += typeof output === 'string' ? output : decoder.decode(output);
    },
    tell: (text) => {
      told += text;
    },
    create: async (folder, texts) => {
      if ([...files.keys()].some((file) => file.startsWith(`${folder}/`)))
        throw new Failure(`${folder} is there already, and nothing is overwritten`);
      for (const [path, text] of Object.entries(texts)) made[`${folder}/${path}`] = text;
    },
    now: () => new Date('2026-03-02T08:15:00Z'),
    calledAs: 'dist-map',
    version: () => '1.2.3',
  };
  const code = await run(words === '' ? [] : words.split(' '), system);
  return { code, out, told, made };
}

function bytesOf(content: unknown): Uint8Array {
  return content instanceof Uint8Array
    ? content
    : encoder.encode(typeof content === 'string' ? content : JSON.stringify(content));
}
