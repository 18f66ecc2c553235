export { fileMailbox } from './files/file-mailbox.ts';
export { type FollowOptions, follow } from './files/follow.ts';
export type { ClaimedFile, Mailbox, MailboxCall, MailboxFile, Settlement } from './files/mailbox.ts';
export { MailboxError } from './files/mailbox-error.ts';
export type { Completeness, MailboxNotice, MailboxOptions } from './files/mailbox-options.ts';
export { partnerMailboxes } from './files/partner-mailboxes.ts';
