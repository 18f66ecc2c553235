import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { CommandFailure, type CommandSystem } from '../../drift/command-system.ts';
import { largestDescription } from '../../drift/read-surface.ts';
import { runCommand } from '../../drift/run-command.ts';

/** Runs `connectors` with the words that the process was started with; its exit code is 0, 1 or 2. */
export function start(): void {
  // Who reads the output may have seen enough: that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
  });
  runCommand(process.argv.slice(2), system).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(
        `connectors: a fault in connectors itself: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exitCode = 2;
    },
  );
}

const system: CommandSystem = {
  read,
  usesOf: async (name) => {
    const file = ['../..', '../src', '../../src'].map((up) =>
      fileURLToPath(new URL(`${up}/${name}/uses.json`, import.meta.url)),
    );
    const found = file.find((one) => existsSync(one));
    return found === undefined ? undefined : { file: found, text: await read(found) };
  },
  print: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
};

async function read(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    const isGzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isGzipped ? gunzipSync(bytes, { maxOutputLength: largestDescription }) : bytes).toString('utf8');
  } catch (error) {
    throw new CommandFailure(`${file} can not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
