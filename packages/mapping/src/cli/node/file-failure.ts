import { Failure } from '../failure.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  MODULE_NOT_FOUND: 'there is no such file or package',
  EISDIR: 'it is a folder',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EEXIST: 'it is there already, and nothing is overwritten; remove it or choose another folder',
  ENOTEMPTY: 'it is there already, and nothing is overwritten; remove it or choose another folder',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
};

/** What could not be done with a file, and why, from the error of the system. */
export function fileFailure(what: string, error: unknown): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  return new Failure(`${what}: ${(code === undefined ? undefined : REASONS[code]) ?? message}`);
}
