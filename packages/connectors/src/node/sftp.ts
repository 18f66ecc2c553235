export { hostKeyFingerprint } from './sftp/host-key.ts';
export { sftpMailbox } from './sftp/sftp-mailbox.ts';
export type { Rotating, SftpCredential, SftpMailboxOptions, SftpServer } from './sftp/sftp-options.ts';
