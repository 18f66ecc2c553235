import type { ErrorClass } from '../../port/error-class.ts';
import { MailboxError, mailboxError } from '../files/mailbox-error.ts';

/** Why there is no connection. `clean` takes secrets out of what the server or ssh2 said. */
export function connectFault(host: string, error: unknown, clean: (text: string) => string): MailboxError {
  if (error instanceof MailboxError) return error;
  const { level, code, text } = partsOf(error);
  if (level === 'client-authentication') {
    return mailboxError(
      'auth',
      `${host} took none of the credentials; a private key that cannot be read, or whose passphrase is wrong, is left out`,
      'client-authentication',
    );
  }
  const name = classOf(level, code, text);
  return mailboxError(name, `no connection to ${host}: ${clean(code ?? text)}`, code ?? level);
}

function classOf(level: string | undefined, code: string | undefined, text: string): ErrorClass {
  // No algorithm in common, or a server without SFTP: no time heals it.
  if (level === 'handshake' || /subsystem|no matching|unsupported algorithm/i.test(text)) return 'config';
  if (code === 'ENOTFOUND') return 'config';
  return 'unavailable';
}

function partsOf(error: unknown): { level: string | undefined; code: string | undefined; text: string } {
  if (!(error instanceof Error)) return { level: undefined, code: undefined, text: 'it failed' };
  const level = 'level' in error && typeof error.level === 'string' ? error.level : undefined;
  const code =
    'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code) ? error.code : undefined;
  return { level, code, text: error.message };
}
