import { resolve } from 'node:path';
import { diskStore } from './disk-store.ts';
import type { Mailbox } from './mailbox.ts';
import { type MailboxOptions, mailboxSettings } from './mailbox-options.ts';
import { mailboxOver } from './mailbox-over.ts';

/**
 * A mailbox in a folder of this machine, which must be there, on a file system with hard links. `put` is on the disk once it
 * has resolved. Throws a RangeError for options that cannot be meant.
 */
export function fileMailbox(root: string, options: MailboxOptions = {}): Mailbox {
  return mailboxOver(diskStore(root), mailboxSettings(options, resolve(root)), resolve(root));
}
