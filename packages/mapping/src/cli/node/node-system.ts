import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { System } from '../system.ts';
import { createFolder } from './create-folder.ts';
import { fileFailure } from './file-failure.ts';
import { filesIn } from './files-in.ts';

/** The process, its files and its clock. */
export function nodeSystem(): System {
  return {
    isInputTerminal: process.stdin.isTTY === true,
    read,
    sizeOf,
    isFolder,
    filesIn,
    shippedMap,
    moduleOf,
    print,
    tell: (text) => {
      process.stderr.write(text);
    },
    create: createFolder,
    now: () => new Date(),
    calledAs: calledAs(),
    version,
  };
}

async function* read(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const stream: AsyncIterable<Uint8Array> = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* stream;
  } catch (error) {
    throw fileFailure(`${file === '-' ? 'standard input' : file} can not be read`, error);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  if (file === '-') return undefined;
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : undefined;
  } catch {
    // Reading it will say what is wrong.
    return undefined;
  }
}

async function isFolder(name: string): Promise<boolean> {
  try {
    return (await stat(name)).isDirectory();
  } catch {
    return false;
  }
}

function print(output: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    // An error comes as an event of the stream.
    process.stdout.write(output, () => resolve());
  });
}

/** A package may ask for its own files by its own name, from the sources and from what was built of them. */
const require = createRequire(import.meta.url);

function shippedMap(id: string): string | undefined {
  const [, format, release, set] = /^([a-z0-9]+)\/([A-Za-z0-9]+)\/([A-Za-z0-9]+)$/.exec(id) ?? [];
  if (set === undefined) return undefined;
  try {
    return require.resolve(`@dist/mapping/maps/${format}-${release}/${set}.json`);
  } catch {
    return undefined;
  }
}

/** Codecs are code: whoever names a module here runs it. */
async function moduleOf(name: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const isFile = (await sizeOf(name)) !== undefined;
    const file = isFile ? resolve(name) : createRequire(join(process.cwd(), 'package.json')).resolve(name);
    return await import(pathToFileURL(file).href);
  } catch (error) {
    throw fileFailure(`the module ${name} can not be used`, error);
  }
}

/** From the sources it is a script of the workspace; npm says when it runs a package (`npx`). */
function calledAs(): string {
  if (import.meta.url.endsWith('.ts')) return 'npm run --silent map --';
  return process.env['npm_command'] === 'exec' ? 'npx @dist/mapping' : 'dist-map';
}

function version(): string {
  const { version } = require('@dist/mapping/package.json') as { readonly version: string };
  return version;
}
