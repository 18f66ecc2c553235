import { run } from '../run.ts';
import { nodeSystem } from './node-system.ts';

/** Runs the command that the process was started with; its exit code is 0, 1 or 2. */
export function start(): void {
  // Who reads the output may have seen enough (`dist-map explain M | head`): that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
  });
  run(process.argv.slice(2), nodeSystem()).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // Not a fault of a file: those are told in a sentence. Who reports it needs the stack.
      const text = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`dist-map: a fault in dist-map itself: ${text}\n`);
      process.exitCode = 2;
    },
  );
}
