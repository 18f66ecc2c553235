import type SftpClient from 'ssh2-sftp-client';
import type { ErrorClass } from '../../port/error-class.ts';
import { mailboxError } from '../files/mailbox-error.ts';

/** The requests of SFTP, as ssh2 has them: `SFTPWrapper`. */
export type SftpRequests = Awaited<ReturnType<SftpClient['connect']>>;

/** How ssh2 answers; its error has the status code of the server as `code`. */
export type SftpAnswer<T> = (error: Error | null | undefined, value: T) => void;

/** One connection, from its login to its end. Handles of files live as long as it. */
export interface SftpSession {
  readonly sftp: SftpRequests;
  /**
   * Sends one request. Rejects with ssh2's error for what the server answers, and with a MailboxError of class `lost` where no
   * answer came: the connection has ended then.
   */
  ask<T>(lost: Lost, send: (answer: SftpAnswer<T>) => void): Promise<T>;
  /** Ends it: what was asked and is not answered is lost. */
  end(reason: string): void;
  readonly isOpen: () => boolean;
}

/** What it means that no answer came: nothing that counts was done, or nobody knows. */
export type Lost = Extract<ErrorClass, 'unavailable' | 'timeout-unknown'>;

/** A session over requests that are ready; `destroy` ends the connection beneath it. */
export function sftpSession(sftp: SftpRequests, timeoutMs: number, destroy: () => void): SftpSession {
  const waiting = new Set<(reason: string) => void>();
  let ended: string | undefined;

  const end = (reason: string) => {
    if (ended !== undefined) return;
    ended = reason;
    destroy();
    for (const lose of waiting) lose(reason);
  };

  const ask = <T>(lost: Lost, send: (answer: SftpAnswer<T>) => void) =>
    new Promise<T>((resolve, reject) => {
      if (ended !== undefined) return reject(mailboxError('unavailable', ended));
      const timer = setTimeout(() => end(`no answer within ${timeoutMs} ms`), timeoutMs);
      const done = () => {
        clearTimeout(timer);
        waiting.delete(lose);
      };
      const lose = (reason: string) => {
        done();
        reject(mailboxError(lost, reason));
      };
      waiting.add(lose);
      const answer: SftpAnswer<T> = (error, value) => {
        // ssh2 answers so itself when the connection ends.
        if (error && statusOf(error) === undefined) return end('the connection ended before an answer came');
        done();
        if (error) reject(error);
        else resolve(value);
      };
      try {
        send(answer);
      } catch (error) {
        // An extension that the server has not offered.
        done();
        reject(error);
      }
    });

  return { sftp, ask, end, isOpen: () => ended === undefined };
}

/** The status code in an answer of the server (draft-ietf-secsh-filexfer-02, section 7). */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}
