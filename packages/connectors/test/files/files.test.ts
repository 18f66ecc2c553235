import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileMailbox, follow, type Mailbox, type MailboxOptions, partnerMailboxes } from '@dist/connectors/node/files';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeClaimName, encodeClaimName } from '../../src/node/files/claim-name.ts';
import { diskStore } from '../../src/node/files/disk-store.ts';
import { MailboxError, mailboxError } from '../../src/node/files/mailbox-error.ts';
import { claimContract } from './claim-contract.ts';
import { bytes, classOf, type MailboxUnderTest, mailboxUnderTest } from './mailbox-under-test.ts';
import { putContract } from './put-contract.ts';
import { readerRace } from './reader-race.ts';

let subject: MailboxUnderTest;

beforeEach(async () => {
  subject = await mailboxUnderTest(diskStore);
});

afterEach(() => subject.end());

describe('a mailbox in a folder', () => {
  putContract(() => subject);
  claimContract(() => subject);

  it('gives each file to one of several processes', async () => {
    const found = await readerRace({ folder: subject.folder, files: 60, readers: 3, leaseMs: 60_000, takes: 2 });
    expect([...found.times.values()].filter((times) => times !== 1)).toEqual([]);
    expect([found.times.size, found.archived, found.left]).toEqual([60, 60, []]);
  });

  it.skipIf(process.getuid?.() === 0)(
    'that may not be written to is a matter of permission (skipped for root)',
    async () => {
      await mkdir(join(subject.folder, 'locked'), { mode: 0o500 });
      expect(await classOf(subject.open({ outgoing: 'locked' }).put('a.edi', bytes('x')))).toBe('permission');
    },
  );

  it('a writer that is killed leaves nothing that a reader sees', async () => {
    const out = join(subject.folder, 'out');
    const entry = join(import.meta.dirname, '../../src/node/files.ts');
    const program = `
      import { tsImport } from 'tsx/esm/api';
      const { fileMailbox } = await tsImport(${JSON.stringify(entry)}, import.meta.url);
      void fileMailbox(${JSON.stringify(out)}).put('a.edi', new Uint8Array(64 * 1024 * 1024).fill(65));
      const { readdirSync } = await import('node:fs');
      const look = () => {
        if (readdirSync(${JSON.stringify(out)}).length > 0) process.kill(process.pid, 'SIGKILL');
        setImmediate(look);
      };
      look();
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: join(import.meta.dirname, '../../../..'),
      stdio: 'ignore',
    });
    const by = await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    expect(by).toBe('SIGKILL');
    expect(await readdir(out)).toEqual([expect.stringMatching(/^\.a\.edi\..*\.part$/)]);
    const mailbox = fileMailbox(out);
    expect(await mailbox.list()).toEqual([]);
    await mailbox.put('a.edi', bytes('whole'));
    expect((await mailbox.list()).map(({ name }) => name)).toEqual(['a.edi']);
  });
});

describe('a name', () => {
  it.each([
    ['that leads up', '../a.edi'],
    ['that is the folder above', '..'],
    ['with a folder in it', 'sub/a.edi'],
    ['with a folder of Windows in it', 'sub\\a.edi'],
    ['from the root', '/etc/passwd'],
    ['of a drive', 'C:a.edi'],
    ['that is hidden', '.a.edi'],
    ['that is empty', ''],
    ['that ends early for the system', 'a.edi\0.txt'],
    ['with a line break', 'a\n.edi'],
    ['that turns the direction of writing', 'a\u202eide.exe'],
    ['of half a character', 'a\ud83d.edi'],
    ['that Windows shortens', 'a.edi. '],
    ['that is too long', 'a'.repeat(161)],
    ['that is too long in UTF-8', 'ä'.repeat(81)],
  ])('%s is refused', async (_, name) => {
    const mailbox = subject.open();
    await expect(mailbox.put(name, bytes('x'))).rejects.toThrow(RangeError);
    expect(await subject.names('out')).toEqual([]);
  });

  it('that a temporary file has is refused', async () => {
    const mailbox = subject.open({ temporary: { prefix: '', suffix: '.tmp' } });
    await expect(mailbox.put('a.tmp', bytes('x'))).rejects.toThrow(RangeError);
    await mailbox.put('a.edi', bytes('x'));
    expect(await subject.names('out')).toEqual(['a.edi']);
  });

  it('never leads out of the folder', async () => {
    const inner = await mkdtemp(join(tmpdir(), 'inner-'));
    await mkdir(join(inner, 'box'));
    const mailbox = fileMailbox(join(inner, 'box'));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '~', '%2f', '\0') }), async (name) => {
        await mailbox.put(name, bytes('x')).catch(() => undefined);
        await mailbox.read(name).catch(() => undefined);
        expect(await readdir(inner)).toEqual(['box']);
      }),
      { numRuns: 50 },
    );
    await rm(inner, { recursive: true });
  });

  it('of a claim says what it was made of', () => {
    const claim = fc.record({
      at: fc.integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') }),
      reader: fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-'), minLength: 1, maxLength: 32 }),
      unique: fc.string({ unit: fc.constantFrom('a', 'Z', '0'), minLength: 8, maxLength: 32 }),
      attempt: fc.integer({ min: 0, max: 999_999 }),
      name: fc.string({ minLength: 1, unit: 'binary' }),
    });
    fc.assert(
      fc.property(claim, (made) => {
        expect(decodeClaimName(encodeClaimName(made))).toEqual(made);
      }),
    );
    expect(['a.edi', '20269999T000000000Z.r.12345678.1.a'].map(decodeClaimName)).toEqual([undefined, undefined]);
  });
});

describe('options that cannot be meant are thrown', () => {
  it.each<[string, MailboxOptions]>([
    ['a reader with a point', { reader: 'a.b' }],
    ['no lease', { leaseMs: 0 }],
    ['one folder for two things', { archive: 'x', errors: 'x' }],
    ['no end of a temporary name', { temporary: { prefix: '.', suffix: '' } }],
    ['a temporary name in another folder', { temporary: { prefix: 'tmp/', suffix: '.part' } }],
  ])('%s', (_, options) => {
    expect(() => fileMailbox(subject.folder, options)).toThrow(RangeError);
  });
});

describe('a mailbox that is followed', () => {
  const failing = (...faults: (Error | undefined)[]): Mailbox => {
    const mailbox = subject.open();
    return {
      ...mailbox,
      async *claim(call) {
        const fault = faults.shift();
        if (fault) throw fault;
        yield* mailbox.claim(call);
      },
    };
  };

  it('gives what comes, waits in between, and goes on after a failure that passes', async () => {
    const { signal, abort } = controllerOf();
    const waits: number[] = [];
    const failures: string[] = [];
    const out = subject.open({ outgoing: 'in' });
    const wait = async (milliseconds: number) => {
      waits.push(milliseconds);
      await out.put(`${waits.length}.edi`, bytes('x'));
    };
    const names: string[] = [];
    const mailbox = failing(undefined, mailboxError('unavailable', 'away'));
    for await (const file of follow(mailbox, {
      everyMs: 5000,
      wait,
      signal,
      failed: (one) => failures.push(one.class),
    })) {
      names.push(file.name);
      await file.settle('archive');
      if (names.length === 3) abort();
    }
    expect(names).toEqual(['1.edi', '2.edi', '3.edi']);
    expect(failures).toEqual(['unavailable']);
    expect(new Set(waits)).toEqual(new Set([5000]));
  });

  it.each<[string, Error]>([
    ['a failure that no time heals', mailboxError('auth', 'refused')],
    ['what is no failure of the mailbox', new TypeError('a bug')],
  ])('ends at %s', async (_, fault) => {
    const iteration = follow(failing(fault), { everyMs: 1, wait: async () => undefined, failed: () => undefined });
    await expect(iteration.next()).rejects.toBe(fault);
  });

  it('waits no longer when the caller has ended it', async () => {
    const { signal, abort } = controllerOf();
    const iteration = follow(subject.open(), { everyMs: 3_600_000, signal }).next();
    setImmediate(abort);
    expect(await iteration).toEqual({ done: true, value: undefined });
  });
});

describe('mailboxes by partner', () => {
  it('take each document to its own, and say where there is none', async () => {
    const transport = partnerMailboxes((partner) => (partner === 'northfield' ? subject.open() : undefined));
    await transport.put('northfield/855-000000002.edi', bytes('ISA'));
    expect(await subject.text('out/855-000000002.edi')).toBe('ISA');
    const error = await transport.put('lakeside/855-000000003.edi', bytes('ISA')).catch((reason: unknown) => reason);
    expect(error instanceof MailboxError && [error.failure.class, error.message]).toEqual([
      'config',
      'lakeside has no mailbox',
    ]);
    await expect(transport.put('855.edi', bytes('ISA'))).rejects.toThrow(RangeError);
    await expect(transport.put('northfield/../855.edi', bytes('ISA'))).rejects.toThrow(MailboxError);
  });
});

function controllerOf(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
