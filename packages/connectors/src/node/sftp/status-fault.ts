import type { ErrorClass } from '../../port/error-class.ts';
import { type MailboxError, mailboxError } from '../files/mailbox-error.ts';
import { statusOf } from './sftp-session.ts';

/** Status codes of an SFTP server that are read (draft-ietf-secsh-filexfer-02, section 7). */
export const status = { endOfFile: 1, noSuchFile: 2, permissionDenied: 3, failure: 4 } as const;

/** What an answer of the server means; anything else is passed on as it is. */
export function statusFault(path: string, error: unknown): MailboxError | unknown {
  const code = statusOf(error);
  if (code === undefined) return error;
  const [name, meaning] = meanings[code] ?? ['unavailable', 'the server does not do it and does not say why'];
  const what = path === '' ? 'the folder of the login' : path;
  return mailboxError(name, `${what}: ${meaning} (SFTP status ${code})`, String(code), { cause: error });
}

const meanings: Readonly<Record<number, readonly [ErrorClass, string]>> = {
  2: ['config', 'the folder is not there'],
  3: ['permission', 'this user may not do it'],
  8: ['config', 'the server does not offer it'],
};
