import type { Duplex } from 'node:stream';
import type { MailboxOptions } from '../files/mailbox-options.ts';

/** One way to show who we are. */
export type SftpCredential =
  /** A private key as its file's text: OpenSSH, PEM or PPK. */
  | { readonly privateKey: string; readonly passphrase?: string | undefined }
  /** Tried as such, and as the one answer of a server that asks interactively. */
  | { readonly password: string };

/** A value, or what it is at each connection: so that keys are replaced while the process runs. */
export type Rotating<T> = T | (() => T | Promise<T>);

/** How a server is reached. */
export interface SftpServer {
  readonly host: string;
  /** 22 when absent. */
  readonly port?: number | undefined;
  readonly username: string;
  /** Tried in this order; two while a key is being replaced. Servers allow some six attempts (`MaxAuthTries` of OpenSSH). */
  readonly credentials: Rotating<readonly SftpCredential[]>;
  /**
   * The server's host keys as `ssh-keygen -lf` prints them: `SHA256:…`. Several while the server's key is being replaced. A
   * server with another key gets no credentials.
   */
  readonly hostKeys: Rotating<readonly string[]> | 'insecure: any host key';
  /** Folder on the server that the others are relative to; where the login leads when absent. */
  readonly root?: string | undefined;
  /** Longest wait for a connection that is ready, and for each answer, in milliseconds; 30 000 when absent. */
  readonly timeoutMs?: number | undefined;
  /** How often a silent connection is asked whether it is alive; one without three answers is ended. 15 000 when absent. */
  readonly keepAliveMs?: number | undefined;
  /**
   * Algorithms that are offered last, behind those of today: an old server may know `diffie-hellman-group14-sha1` alone. In the
   * words of SSH; where there is none in common the failure is of `config`.
   */
  readonly algorithms?:
    | { readonly [Kind in 'kex' | 'serverHostKey' | 'cipher' | 'hmac']?: readonly string[] }
    | undefined;
  /** Opens the stream to the server, over a proxy say; a TCP connection to host and port when absent. */
  readonly connect?: (() => Duplex) | undefined;
}

/** A mailbox on an SFTP server. */
export type SftpMailboxOptions = SftpServer & MailboxOptions;
