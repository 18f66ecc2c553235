import type { ErrorClass } from '../../port/error-class.ts';
import { type MailboxError, mailboxError } from './mailbox-error.ts';

/** What a fault of the file system means; anything else is passed on as it is. `what` is a path below the root. */
export function diskFault(what: string, error: unknown): MailboxError | unknown {
  const code = faultCodeOf(error);
  if (code === undefined) return error;
  const path = what === '' ? 'the root of the mailbox' : what;
  const message = `${path}: ${meanings[code] ?? 'the file system does not do it'} (${code})`;
  return mailboxError(classes[code] ?? 'unavailable', message, code, { cause: error });
}

/** The code of an error of Node: `ENOENT`. */
export function faultCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Faults that do not pass by themselves. */
const classes: Readonly<Record<string, ErrorClass>> = {
  ENOENT: 'config',
  ENOTDIR: 'config',
  ENOTSUP: 'config',
  EXDEV: 'config',
  EACCES: 'permission',
  EPERM: 'permission',
  EROFS: 'permission',
  ELOOP: 'validation',
};

const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there',
  ENOTDIR: 'a part of the path is no folder',
  ENOTSUP: 'the file system has no hard links',
  EXDEV: 'the folders of a mailbox lie on several file systems',
  EACCES: 'this user may not do it',
  EPERM: 'this user may not do it, or the file system has no hard links',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'it is a link',
  EEXIST: 'another upload of the same file is there',
};
