import { connect as connectTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import SftpClient from 'ssh2-sftp-client';
import { redact } from '../../http/redact.ts';
import { mailboxError } from '../files/mailbox-error.ts';
import { authentication, secretsOf } from './authentication.ts';
import { connectFault } from './connect-fault.ts';
import { checkHostKeys, hostKeyFingerprint } from './host-key.ts';
import type { Rotating, SftpServer } from './sftp-options.ts';
import { type SftpSession, sftpSession } from './sftp-session.ts';

/** A server that is connected to when it is needed. */
export interface SftpConnection {
  /** The session that is open, or a new one. Rejects with a MailboxError: `auth`, `config`, `unavailable`. */
  session(): Promise<SftpSession>;
  close(): Promise<void>;
}

/** One session at a time; when it has ended, the next use logs in anew. */
export function sftpConnection(server: SftpServer): SftpConnection {
  let current: Promise<SftpSession> | undefined;
  const open = () => {
    const opening = logIn(server);
    current = opening;
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
    return opening;
  };
  return {
    async session() {
      const session = await (current ?? open());
      if (session.isOpen()) return session;
      // Somebody else may have found out first.
      if (current !== undefined && (await current) === session) current = undefined;
      return await (current ?? open());
    },
    async close() {
      const session = await current?.catch(() => undefined);
      current = undefined;
      session?.end('the mailbox was closed');
    },
  };
}

async function logIn(server: SftpServer): Promise<SftpSession> {
  const { host, port = 22, username, timeoutMs = 30_000, keepAliveMs = 15_000 } = server;
  const credentials = await presentValue(server.credentials);
  const pins = server.hostKeys === anyKey ? undefined : checkHostKeys(await presentValue(server.hostKeys));
  const client = new SftpClient('mailbox', { error: () => undefined, end: () => undefined, close: () => undefined });
  const stream = server.connect?.() ?? connectTcp({ host, port, noDelay: true });
  const faults: unknown[] = [];
  let refused: string | undefined;
  // The client's own errors have lost what they were about.
  client.on('error', (error) => faults.push(error));
  stream.on('error', (error) => faults.push(error));
  const timer = setTimeout(() => {
    faults.unshift(mailboxError('unavailable', `no connection to ${host} within ${timeoutMs} ms`));
    stream.destroy();
  }, timeoutMs);
  try {
    await connected(stream);
    const sftp = await orClosed(
      stream,
      client.connect({
        sock: stream,
        username,
        // As a text: the word is ssh2's, not ours.
        ['authHandler']: authentication(username, credentials),
        hostVerifier: (key: Buffer) => {
          const found = hostKeyFingerprint(key);
          if (pins !== undefined && !pins.includes(found)) refused = found;
          return refused === undefined;
        },
        algorithms: withOlder(server.algorithms),
        // Ours ends it all, this one only a part.
        readyTimeout: timeoutMs + 1000,
        keepaliveInterval: keepAliveMs,
        keepaliveCountMax: 3,
      }),
    );
    const session = sftpSession(sftp, timeoutMs, () => void stream.destroy());
    stream.once('close', () => session.end('the connection ended'));
    sftp.on('error', () => session.end('the server broke the protocol of SFTP'));
    return session;
  } catch (error) {
    stream.destroy();
    if (refused !== undefined) {
      throw mailboxError(
        'config',
        `${host} has the host key ${refused}, which is none of hostKeys; nothing was sent to it`,
      );
    }
    const told = faults[0] ?? error;
    throw connectFault(host, told, (text) => redact(text, secretsOf(credentials)));
  } finally {
    clearTimeout(timer);
  }
}

const anyKey = 'insecure: any host key';

async function presentValue<T>(value: Rotating<T>): Promise<T> {
  return typeof value === 'function' ? await (value as () => T | Promise<T>)() : value;
}

type Offered = NonNullable<Parameters<SftpClient['connect']>[0]['algorithms']>;

function withOlder(older: SftpServer['algorithms'] = {}): Offered {
  const kinds = Object.entries(older).map(([kind, names = []]) => [kind, { append: names, prepend: [], remove: [] }]);
  return Object.fromEntries(kinds) as Offered;
}

/** Waits for a socket that is not connected yet; another stream is. */
function connected(stream: Duplex | Socket): Promise<void> {
  if (!('connecting' in stream) || !stream.connecting) return Promise.resolve();
  return new Promise((resolve, reject) => {
    stream.once('connect', resolve);
    stream.once('close', () => reject(new Error('the connection was not made')));
  });
}

/** Ends when the stream does, even where ssh2 is not told of it. */
function orClosed<T>(stream: Duplex, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error('the connection ended'));
    stream.once('close', closed);
    work.then(resolve, reject).finally(() => stream.removeListener('close', closed));
  });
}
