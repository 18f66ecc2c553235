import { rmSync } from 'node:fs';
import { type Child, startChild } from './child.ts';
import { realTime } from './real-time.ts';

/** How workers of an engine are started. */
export interface WorkerOptions {
  /** What comes before the program: loaders and conditions. */
  readonly node: readonly string[];
  readonly args: readonly string[];
  /** File that a worker leaves when it has died by itself. */
  readonly dies: string;
  readonly log: string;
  /** Whether a worker that was started is there. */
  answers(): Promise<boolean>;
}

/** A worker in a process of its own, started and killed as often as one likes. */
export interface Worker {
  /** `dies` makes it die right after the ERP has made its next order. */
  start(program: string, dies?: boolean): Promise<void>;
  kill(): Promise<void>;
  ended(): boolean;
}

export function workerOf({ node, args, dies, log, answers }: WorkerOptions): Worker {
  let child: Child | undefined;
  const ended = () => child === undefined || child.process.exitCode !== null || child.process.signalCode !== null;
  return {
    async start(program, mayDie = false) {
      if (mayDie) rmSync(dies, { force: true });
      child = startChild(process.execPath, [...node, program, ...args, mayDie ? dies : ''], log);
      // One that dies at once, over work that was left for it, has been there too.
      await realTime.until('the worker answers', async () => ended() || answers(), 60);
    },
    kill: async () => child?.kill(),
    ended,
  };
}
