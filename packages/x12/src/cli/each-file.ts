import { Failure } from './failure.ts';
import type { System } from './system.ts';

/**
 * Does something with each file, with the others too when one can not be used: `failed` hears of it. The first failure is given
 * back, for the end; the others are told.
 */
export async function eachFile(
  files: readonly string[],
  system: System,
  work: (file: string) => Promise<void>,
  failed: (file: string, failure: Failure) => void = () => {},
): Promise<Failure | undefined> {
  let first: Failure | undefined;
  for (const file of files)
    try {
      await work(file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      first ??= error;
      if (first !== error) system.tell(`x12: ${error.message}\n`);
      failed(file, error);
    }
  return first;
}
