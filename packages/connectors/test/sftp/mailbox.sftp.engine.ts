import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimedFile, Mailbox } from '@dist/connectors/node/files';
import { MailboxError } from '@dist/connectors/node/files';
import { type SftpMailboxOptions, sftpMailbox } from '@dist/connectors/node/sftp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import type { FileStore } from '../../src/node/files/file-store.ts';
import { sftpConnection } from '../../src/node/sftp/sftp-connection.ts';
import { sftpStore } from '../../src/node/sftp/sftp-store.ts';
import { claimContract } from '../files/claim-contract.ts';
import { bytes, classOf, type MailboxUnderTest, mailboxUnderTest } from '../files/mailbox-under-test.ts';
import { putContract } from '../files/put-contract.ts';
import { readerRace } from '../files/reader-race.ts';
import { type Line, lineTo } from './line.ts';
import { type Sshd, startSshd } from './sshd.ts';

/** The server whose mailbox is tested: as OpenSSH is, or without its extensions. */
const servers = [
  ['OpenSSH', ''],
  ['OpenSSH without posix-rename and fsync', '-P posix-rename,fsync'],
] as const;

for (const [name, subsystem] of servers) {
  describe(`a mailbox on ${name}`, () => {
    const { subject } = prepared(subsystem);
    putContract(subject);
    claimContract(subject);
  });
}

describe('several processes', () => {
  const { sshd, subject } = prepared();

  it('have each of 200 files exactly once', async () => {
    const { folder } = subject();
    const race = { folder, files: 200, readers: 5, leaseMs: 60_000, takes: 5, server: sshd().server };
    const { times, readers, archived, left, milliseconds } = await readerRace(race);
    process.stdout.write(`200 files, 5 readers: ${milliseconds} ms\n`);
    expect([...times.values()].filter((one) => one !== 1)).toEqual([]);
    expect([times.size, archived, left]).toEqual([200, 200, []]);
    expect(readers).toBeGreaterThan(1);
  });

  it('R01 one of which is killed lose no file', async () => {
    const { folder } = subject();
    const race = { folder, files: 100, readers: 3, leaseMs: 3000, takes: 5, killAfter: 5, server: sshd().server };
    const { times, archived, left } = await readerRace(race);
    const again = [...times.values()].filter((one) => one > 1);
    expect([times.size, archived, left]).toEqual([100, 100, []]);
    // What the dead one had in its hands, and nothing else.
    expect(again.length).toBeLessThanOrEqual(1);
  });
});

describe('a connection', () => {
  const { sshd, subject, open } = prepared();
  const size = 8 * 1024 * 1024;
  const content = Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 10)) % 251);
  let line: Line;

  beforeEach(async () => {
    line = await lineTo(sshd().server.port ?? 0);
  });
  afterEach(() => line.end());

  it('edge 16 that breaks in an upload leaves no file, and the next attempt sends the rest', async () => {
    const mailbox = open({ port: line.port, resumeFrom: 1024 * 1024 });
    line.cutAfter('up', 5 * 1024 * 1024);
    expect(await classOf(mailbox.put('a.edi', content))).toBe('unavailable');
    const [temporary = ''] = await subject().names('out');
    expect(temporary).toMatch(/^\.a\.edi\.[0-9a-f]{32}\.part$/);
    const there = (await stat(join(subject().folder, 'out', temporary))).size;
    expect(there).toBeGreaterThan(1024 * 1024);
    line.mend();
    await mailbox.put('a.edi', content);
    expect(line.up()).toBeLessThan(size - there + 512 * 1024);
    expect(await subject().names('out')).toEqual(['a.edi']);
    expect(Buffer.compare((await fileBytes('out/a.edi')) ?? Buffer.of(), content)).toBe(0);
  });

  it('that breaks in a download is made anew, and the claim holds', async () => {
    await writeFile(join(subject().folder, 'in/a.edi'), content);
    const mailbox = open({ port: line.port });
    const [file] = await all(mailbox);
    line.cutAfter('down', 3 * 1024 * 1024);
    expect(file && (await classOf(file.read()))).toBe('unavailable');
    line.mend();
    expect(Buffer.compare((await file?.read()) ?? Buffer.of(), content)).toBe(0);
    expect(await file?.settle('archive')).toBe(true);
  });

  it('that breaks when a file is given its name leaves that unknown, and repeating it is harmless', async () => {
    const connection = sftpConnection({ ...sshd().server, port: line.port, timeoutMs: 500 });
    const store = sftpStore(connection, subject().folder);
    const publish: FileStore['publish'] = async (from, to) => {
      // The server renames; its answer is lost.
      const { sftp } = await connection.session();
      const { rename } = sftp;
      sftp.rename = (...names) => {
        line.silence();
        rename.apply(sftp, names);
      };
      return await store.publish(from, to);
    };
    const mailbox = subject().open({}, { ...store, publish });
    const error = await mailbox.put('a.edi', bytes('x')).catch((reason: unknown) => reason);
    expect(error instanceof MailboxError && error.failure).toMatchObject({
      class: 'timeout-unknown',
      safeToReplay: true,
    });
    line.mend();
    await mailbox.put('a.edi', bytes('x'));
    expect(await subject().names('out')).toEqual(['a.edi']);
    await mailbox.close();
  });

  it('that went silent is found out by keeping it alive, and made anew', async () => {
    const mailbox = open({ port: line.port, keepAliveMs: 50 });
    expect(await mailbox.list()).toEqual([]);
    line.silence();
    await realTime.until('the connection is given up', () => line.open() === 0, 10);
    line.mend();
    expect(await mailbox.list()).toEqual([]);
  });

  it('that never answers is given up in time', async () => {
    line.silence();
    expect(await classOf(open({ port: line.port, timeoutMs: 200 }).list())).toBe('unavailable');
    line.end();
    expect(await classOf(open({ port: line.port }).list())).toBe('unavailable');
  });

  it('is made anew when the server was restarted', async () => {
    const mailbox = open();
    expect(await mailbox.list()).toEqual([]);
    await sshd().restart();
    await mailbox.list().catch(() => undefined);
    expect(await mailbox.list()).toEqual([]);
  });

  it('says what it carries', async () => {
    const mailbox = open();
    const started = Date.now();
    await mailbox.put('a.edi', content);
    const sent = Date.now();
    await writeFile(join(subject().folder, 'in/b.edi'), content);
    await mailbox.read('b.edi');
    process.stdout.write(`8 MiB: put ${sent - started} ms, read ${Date.now() - sent} ms\n`);
  });

  async function fileBytes(path: string): Promise<Uint8Array | undefined> {
    return await sftpStore(sftpConnection(sshd().server), subject().folder).read(path, size);
  }
});

describe('R30 the host key', () => {
  const { sshd, subject, open } = prepared();

  it('that is not pinned is refused, before anything is shown to the server', async () => {
    const mailbox = open();
    expect(await mailbox.list()).toEqual([]);
    const found = await sshd().restart('another');
    const before = sshd().log().length;
    await realTime.until('the old connection has ended', async () => (await classOf(mailbox.list())) === 'config');
    const error = await mailbox.list().catch((reason: unknown) => reason);
    expect(error instanceof MailboxError && error.failure.message).toContain(`has the host key ${found}`);
    expect(error instanceof MailboxError && error.failure.retryable).toBe(false);
    expect(sshd().log().slice(before)).not.toMatch(/Accepted|Failed publickey|Postponed|userauth/);
    // The new one is pinned beside the old one while it is replaced.
    expect(await open({ hostKeys: [sshd().hostKey, found] }).list()).toEqual([]);
    // Pins may be looked up at each connection.
    let pins = [sshd().hostKey];
    const rotating = open({ hostKeys: () => pins });
    expect(await classOf(rotating.list())).toBe('config');
    pins = [found];
    expect(await rotating.list()).toEqual([]);
    await sshd().restart();
  });

  it('must be pinned, unless it is spelt out that any will do', async () => {
    for (const hostKeys of [[], ['SHA256:short'], ['MD5:aa:bb']]) {
      expect(() => sftpMailbox({ ...sshd().server, hostKeys })).toThrow(RangeError);
    }
    expect(await open({ hostKeys: 'insecure: any host key' }).list()).toEqual([]);
    await expect(open({ hostKeys: () => [] }).list()).rejects.toThrow(RangeError);
    expect(await subject().names('in')).toEqual([]);
  });
});

describe('R30 keys', () => {
  const { sshd, open } = prepared();

  it('several are tried, so that one is replaced while the other one still works', async () => {
    const { known, locked, stranger } = sshd().keys;
    const { passphrase } = sshd();
    expect(await open({ credentials: [{ privateKey: stranger }, { privateKey: known }] }).list()).toEqual([]);
    expect(await open({ credentials: [{ privateKey: locked, passphrase }] }).list()).toEqual([]);
    let current = stranger;
    const rotating = open({ credentials: async () => [{ privateKey: current }] });
    expect(await classOf(rotating.list())).toBe('auth');
    current = known;
    expect(await rotating.list()).toEqual([]);
  });

  it.each<[string, (sshd: Sshd) => SftpMailboxOptions['credentials']]>([
    ['a key that the server does not know', ({ keys }) => [{ privateKey: keys.stranger }]],
    ['a wrong passphrase', ({ keys }) => [{ privateKey: keys.locked, passphrase: 'wrong' }]],
    ['a key that is none', () => [{ privateKey: 'no key (sample)' }]],
    ['a password that the server does not ask for', () => [{ password: 'a password (sample)' }]],
    ['nothing', () => []],
  ])('%s is a matter of authentication, and no secret is told', async (_, credentials) => {
    const error = await open({ credentials: credentials(sshd()) })
      .list()
      .catch((reason: unknown) => reason);
    expect(error instanceof MailboxError && error.failure).toMatchObject({ class: 'auth', retryable: false });
    expect(JSON.stringify([String(error), error])).not.toMatch(/sample|wrong'|PRIVATE KEY|b3BlbnNzaC1rZXk/);
  });
});

describe('a server that lets nothing be changed', () => {
  const { subject, open } = prepared('-R');

  it('is a matter of permission', async () => {
    const mailbox = open();
    expect(await classOf(mailbox.put('a.edi', bytes('x')))).toBe('permission');
    await writeFile(join(subject().folder, 'in/a.edi'), 'x');
    expect((await mailbox.list()).map(({ name }) => name)).toEqual(['a.edi']);
    expect(await classOf(all(mailbox))).toBe('permission');
    expect(await subject().names('in')).toEqual(['a.edi']);
  });
});

describe('a server that knows old algorithms alone', () => {
  const { open } = prepared('', 'KexAlgorithms diffie-hellman-group14-sha1');

  it('is a matter of configuration, and is met when they are offered', async () => {
    expect(await classOf(open().list())).toBe('config');
    expect(await open({ algorithms: { kex: ['diffie-hellman-group14-sha1'] } }).list()).toEqual([]);
  });
});

async function all(mailbox: Mailbox): Promise<readonly ClaimedFile[]> {
  const files: ClaimedFile[] = [];
  for await (const file of mailbox.claim()) files.push(file);
  return files;
}

/** A server for the tests of a block, and a mailbox for each of them. */
function prepared(
  subsystem = '',
  further = '',
): {
  readonly sshd: () => Sshd;
  readonly subject: () => MailboxUnderTest;
  /** A mailbox as users make it, closed after the test. */
  readonly open: (options?: Partial<SftpMailboxOptions>) => Mailbox;
} {
  let sshd: Sshd;
  let subject: MailboxUnderTest;
  let opened: Mailbox[] = [];
  beforeAll(async () => {
    sshd = await startSshd(subsystem, further);
  });
  afterAll(() => sshd.stop());
  beforeEach(async () => {
    subject = await mailboxUnderTest((folder) => sftpStore(sftpConnection(sshd.server), folder));
  });
  afterEach(async () => {
    await Promise.all(opened.map((mailbox) => mailbox.close()));
    opened = [];
    await subject.end();
  });
  const open = (options: Partial<SftpMailboxOptions> = {}) => {
    const folders = { root: subject.folder, incoming: 'in', outgoing: 'out', complete: { by: 'rename' } } as const;
    const mailbox = sftpMailbox({ ...sshd.server, ...folders, ...options });
    opened.push(mailbox);
    return mailbox;
  };
  return { sshd: () => sshd, subject: () => subject, open };
}
