import { withDefaults } from '../limits.ts';
import { Failure } from './failure.ts';
import { joined } from './joined.ts';
import type { System } from './system.ts';
import { withProgress } from './with-progress.ts';

/**
 * All bytes of a file. @throws Failure when it can not be read, or is larger than what may be kept at once; `instead` says
 * what to do then.
 */
export async function readBytes(
  file: string,
  system: System,
  { most = withDefaults().bytes, instead = '' }: { readonly most?: number; readonly instead?: string } = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = (await system.sizeOf(file)) ?? 0;
  const check = (): void => {
    if (size <= most) return;
    const limit = `${Math.round(most / (1024 * 1024))} MiB`;
    throw new Failure(`${file} is larger than ${limit}, and would have to be kept in memory${instead}`);
  };
  check();
  size = 0;
  for await (const piece of withProgress(file, system)) {
    size += piece.length;
    check();
    pieces.push(piece);
  }
  return joined(pieces);
}
