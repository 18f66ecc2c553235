import { WorldFault } from './world.ts';

/**
 * What is wrong with the folder of a world, in words for its user: it cannot be used, or its disk is full or gone in the
 * middle. Undefined for a fault of the program itself, whose stack is wanted.
 */
export function worldFault(error: unknown, directory: string): string | undefined {
  if (error instanceof WorldFault) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (!/^(?:(?:ERR_)?SQLITE_|ENOSPC$|EDQUOT$|EROFS$|EIO$|EACCES$|EPERM$)/.test(code ?? '')) return undefined;
  return `${directory} cannot be written to: ${message}. What was committed stands: the same command again goes on.`;
}
