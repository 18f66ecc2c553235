import type { Mailbox } from '../files/mailbox.ts';
import { mailboxSettings } from '../files/mailbox-options.ts';
import { mailboxOver } from '../files/mailbox-over.ts';
import { checkHostKeys } from './host-key.ts';
import { sftpConnection } from './sftp-connection.ts';
import type { SftpMailboxOptions } from './sftp-options.ts';
import { sftpStore } from './sftp-store.ts';

/**
 * A mailbox on an SFTP server. It connects when it is first used, again when the connection has ended, and tries nothing twice
 * by itself. Errors beside those of a mailbox: `auth` (no credential is taken), `config` (another host key, no SFTP, a folder
 * that is not there), `permission`, `unavailable`, `timeout-unknown` (a rename without an answer: repeating it is harmless).
 * Throws a RangeError for options that cannot be meant, a missing pin among them.
 */
export function sftpMailbox(options: SftpMailboxOptions): Mailbox {
  if (Array.isArray(options.hostKeys)) checkHostKeys(options.hostKeys);
  const { root = '' } = options;
  return mailboxOver(sftpStore(sftpConnection(options), root), mailboxSettings(options, root), root);
}
