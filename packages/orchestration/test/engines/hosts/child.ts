import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';

/** A process that a test starts and ends. */
export interface Child {
  readonly process: ChildProcess;
  /** kill -9: nothing of it runs on when this resolves. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a program; what it prints goes to a file. */
export function startChild(command: string, args: readonly string[], log: string, env: NodeJS.ProcessEnv = {}): Child {
  const output = openSync(log, 'a');
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', output, output] });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { process: child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
