import { connect, createServer, type Server } from 'node:net';
import { MailboxError, type MailboxOptions } from '@dist/connectors/node/files';
import { hostKeyFingerprint, type SftpServer, sftpMailbox } from '@dist/connectors/node/sftp';
import { afterEach, describe, expect, it } from 'vitest';
import { classOf } from '../files/mailbox-under-test.ts';
import { type Script, type ScriptServer, scriptServer } from './script-server.ts';

// OpenSSH itself is met in mailbox.sftp.engine.ts; here is what it never does, or does only for users of the machine.

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const password = 'correct horse (sample)';
const admits: Script['admits'] = (_method, shown) => shown === password;

async function opened(script: Script, options: Partial<SftpServer & MailboxOptions> = {}) {
  const server: ScriptServer = await scriptServer(script);
  ends.push(() => server.end());
  const mailbox = sftpMailbox({
    host: '127.0.0.1',
    port: server.port,
    username: 'seller',
    credentials: [{ password }],
    hostKeys: [hostKeyFingerprint(server.hostKey)],
    timeoutMs: 5000,
    ...options,
  });
  ends.push(() => mailbox.close());
  return { server, mailbox };
}

describe('a password', () => {
  it('is taken', async () => {
    const { mailbox, server } = await opened({ admits });
    expect(await mailbox.list()).toEqual([]);
    expect(server.tried).toEqual([`password ${password}`]);
  });

  it('answers a server that asks interactively', async () => {
    const script = { admits, methods: ['keyboard-interactive'], questions: ['Password: '] };
    const { mailbox, server } = await opened({
      ...script,
      admits: (method, shown) => method === 'keyboard-interactive' && shown === password,
    });
    expect(await mailbox.list()).toEqual([]);
    expect(server.tried.at(-1)).toBe(`keyboard-interactive ${password}`);
  });

  it('answers no more than one question', async () => {
    const { mailbox, server } = await opened({
      admits: () => false,
      methods: ['keyboard-interactive'],
      questions: ['Password: ', 'Code: '],
    });
    expect(await classOf(mailbox.list())).toBe('auth');
    expect(server.tried.at(-1)).toBe('keyboard-interactive ');
  });

  it('that is wrong is a matter of authentication, and is not told', async () => {
    const { mailbox } = await opened({ admits: () => false });
    const error = await mailbox.list().catch((reason: unknown) => reason);
    expect(error instanceof MailboxError && error.failure).toMatchObject({ class: 'auth', retryable: false });
    expect(JSON.stringify([String(error), error])).not.toContain('horse');
  });

  it('R30 is not shown to a server whose host key is not pinned', async () => {
    const { mailbox, server } = await opened({ admits }, { hostKeys: [`SHA256:${'A'.repeat(43)}`] });
    const error = await mailbox.list().catch((reason: unknown) => reason);
    expect(error instanceof MailboxError && error.failure.class).toBe('config');
    expect(String(error)).toContain(hostKeyFingerprint(server.hostKey));
    expect(server.tried).toEqual([]);
  });

  it('R30 is looked up at each connection', async () => {
    let current = 'an old one (sample)';
    const { mailbox } = await opened({ admits }, { credentials: () => [{ password: current }] });
    expect(await classOf(mailbox.list())).toBe('auth');
    current = password;
    expect(await mailbox.list()).toEqual([]);
  });
});

describe('a server', () => {
  it('without SFTP is a matter of configuration', async () => {
    const { mailbox } = await opened({ admits, hasSftp: false });
    expect(await classOf(mailbox.list())).toBe('config');
  });

  it('that lists without end is stopped', async () => {
    const page = Array.from({ length: 100 }, (_, index) => `${index}.edi`);
    const { mailbox } = await opened({ admits, listing: () => page }, { maximumFiles: 1000 });
    expect(await classOf(mailbox.list())).toBe('validation');
  });

  it('that says a file is huge is not believed with memory', async () => {
    const file = { size: 2 ** 40, content: '' };
    const { mailbox } = await opened({ admits, file });
    expect(await classOf(mailbox.read('a.edi'))).toBe('validation');
  });

  it('that gives less of a file than it says gives none', async () => {
    const { mailbox } = await opened({ admits, file: { size: 100_000, content: 'ISA' } });
    expect(await classOf(mailbox.read('a.edi'))).toBe('unavailable');
    const whole = await opened({ admits, file: { size: 3, content: 'ISA' } });
    expect(new TextDecoder().decode(await whole.mailbox.read('a.edi'))).toBe('ISA');
  });

  it.each<[string, (socket: import('node:net').Socket) => void]>([
    ['never says a word', () => undefined],
    ['hangs up', (socket) => socket.destroy()],
    ['speaks something else', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('that %s is unavailable', async (_, greet) => {
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      greet(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { mailbox } = await opened({ admits }, { timeoutMs: 300, connect: () => connect(port, '127.0.0.1') });
    expect(await classOf(mailbox.list())).toBe('unavailable');
  });
});

describe('options', () => {
  it.each<[string, readonly string[]]>([
    ['no pin', []],
    ['a pin of MD5', ['MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48']],
    ['a pin that is cut short', ['SHA256:abc']],
  ])('with %s are refused before anything is sent', (_, hostKeys) => {
    expect(() => sftpMailbox({ host: 'localhost', username: 'seller', credentials: [], hostKeys })).toThrow(RangeError);
  });
});
