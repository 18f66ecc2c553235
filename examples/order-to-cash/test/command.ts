import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandSettings {
  /** A built entry to run in place of the sources. */
  readonly entry?: string | undefined;
  /** A module that is loaded first. */
  readonly preload?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Closes the command's standard output at its first line. */
  readonly stopsReading?: boolean | undefined;
  /** Sends SIGKILL after so many milliseconds. */
  readonly killAfter?: number | undefined;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const longest = 60_000;
/** A process that lives for a second ends before optimised code or a second collector thread pays: a sixth less CPU time. */
const shortLived = ['--min-semi-space-size=32', '--single-threaded-gc', '--no-opt'];

/** Runs the example as `npm start` does, in a process of its own, and waits for its end (60 s at most). */
export function command(args: readonly string[], settings: CommandSettings = {}): Promise<Finished> {
  const preload = settings.preload ? ['--import', settings.preload] : [];
  const program = settings.entry ? [settings.entry] : ['--conditions=@dist/source', '--import', 'tsx', main];
  const child = spawn(process.execPath, [...shortLived, ...preload, ...program, ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', VITEST: '', NO_COLOR: '1', ...settings.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: settings.killAfter ?? longest,
    killSignal: 'SIGKILL',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (settings.stopsReading) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
