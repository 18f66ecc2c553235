import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileDropError, fileDrop } from '@dist/connectors/node/file-drop';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-drop-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array | undefined) => data && new TextDecoder().decode(data);

/** Class of the failure that a promise rejects with. */
async function classOf(work: Promise<unknown>): Promise<string> {
  const error = await work.catch((reason: unknown) => reason);
  return error instanceof FileDropError ? error.failure.class : `no FileDropError: ${error}`;
}

describe('a file', () => {
  it('is written whole, is listed and read back', async () => {
    const drop = fileDrop(folder);
    await drop.put('855-000000002.edi', bytes('ISA*00~'));
    await drop.put('855-000000001.edi', bytes(''));
    expect((await drop.list()).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['855-000000001.edi', 0],
      ['855-000000002.edi', 7],
    ]);
    expect(text(await drop.get('855-000000002.edi'))).toBe('ISA*00~');
    expect(await drop.get('none.edi')).toBeUndefined();
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('R12 written again with the same bytes changes nothing; with other bytes it is a conflict and the first one stays', async () => {
    const drop = fileDrop(folder);
    await drop.put('a.edi', bytes('first'));
    await drop.put('a.edi', bytes('first'));
    for (const other of ['other', 'longer than the first']) {
      expect(await classOf(drop.put('a.edi', bytes(other)))).toBe('conflict');
    }
    expect(text(await drop.get('a.edi'))).toBe('first');
    expect(await readdir(folder)).toEqual(['a.edi']);
  });

  it('written by many at once under one name is one of theirs, whole, and the others hear of it', async () => {
    const writers = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(100_000));
    const results = await Promise.allSettled(writers.map((content) => fileDrop(folder).put('a.edi', bytes(content))));
    const winners = results.flatMap(({ status }, index) => (status === 'fulfilled' ? [writers[index]] : []));
    expect(winners).toEqual([text(await fileDrop(folder).get('a.edi'))]);
    expect(await readdir(folder)).toEqual(['a.edi']);
  });

  it('larger than is allowed is not read', async () => {
    const drop = fileDrop(folder, { maximumBytes: 3 });
    await drop.put('a.edi', bytes('1234'));
    expect(await classOf(drop.get('a.edi'))).toBe('validation');
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
    ['that is too long', 'a'.repeat(201)],
  ])('%s is refused', async (_, name) => {
    const drop = fileDrop(folder);
    await expect(drop.put(name, bytes('x'))).rejects.toThrow(RangeError);
    await expect(drop.get(name)).rejects.toThrow(RangeError);
    expect(await readdir(folder)).toEqual([]);
  });

  it('never leads out of the folder', async () => {
    const inner = join(folder, 'inner');
    await mkdir(inner);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '~', '%2f', '\0') }), async (name) => {
        await fileDrop(inner)
          .put(name, bytes('x'))
          .catch(() => undefined);
        expect(await readdir(folder)).toEqual(['inner']);
      }),
      { numRuns: 50 },
    );
  });

  it('that is a link out of the folder is neither listed, read nor written through', async () => {
    const inner = join(folder, 'inner');
    await mkdir(inner);
    await writeFile(join(folder, 'secret'), 'secret');
    await symlink(join(folder, 'secret'), join(inner, 'a.edi'));
    const drop = fileDrop(inner);
    expect(await drop.list()).toEqual([]);
    expect(await classOf(drop.get('a.edi'))).toBe('validation');
    expect(await classOf(drop.put('a.edi', bytes('x')))).toBe('conflict');
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('secret');
  });

  it('of a folder is no file', async () => {
    await mkdir(join(folder, 'a.edi'));
    const drop = fileDrop(folder);
    expect(await drop.list()).toEqual([]);
    expect(await drop.get('a.edi')).toBeUndefined();
    expect(await classOf(drop.put('a.edi', bytes('x')))).toBe('conflict');
  });
});

describe('a writer that was killed', () => {
  it('leaves nothing that a reader sees, and the next one writes the file', async () => {
    const entry = join(import.meta.dirname, '../src/node/file-drop.ts');
    const program = `
      import { tsImport } from 'tsx/esm/api';
      const { fileDrop } = await tsImport(${JSON.stringify(entry)}, import.meta.url);
      const drop = fileDrop(${JSON.stringify(folder)});
      const bytes = new Uint8Array(64 * 1024 * 1024).fill(65);
      const written = drop.put('a.edi', bytes);
      const { readdir } = await import('node:fs/promises');
      for (;;) if ((await readdir(${JSON.stringify(folder)})).length > 0) process.kill(process.pid, 'SIGKILL');
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: join(import.meta.dirname, '../../..'),
      stdio: 'ignore',
    });
    const [, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      child.once('exit', (code, by) => resolve([code, by]));
    });
    expect(signal).toBe('SIGKILL');
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^\..*\.part$/)]);
    const drop = fileDrop(folder);
    expect(await drop.list()).toEqual([]);
    expect(await drop.get('a.edi')).toBeUndefined();
    await drop.put('a.edi', bytes('whole'));
    expect((await drop.list()).map(({ name }) => name)).toEqual(['a.edi']);
  });

  it('leaves only what can be cleaned: old temporary files go, young ones and others stay', async () => {
    const old = new Date('2026-03-02T08:00:00Z');
    for (const name of ['.old.part', '.young.part', '.hidden', 'a.edi.part']) await writeFile(join(folder, name), 'x');
    for (const name of ['.old.part', '.hidden', 'a.edi.part']) await utimes(join(folder, name), old, old);
    expect(await fileDrop(folder).clean(old.getTime() + 1)).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['.hidden', '.young.part', 'a.edi.part']);
  });
});

describe('a folder', () => {
  it('that is not there is a matter of configuration', async () => {
    const drop = fileDrop(join(folder, 'none'));
    expect(await classOf(drop.put('a.edi', bytes('x')))).toBe('config');
    expect(await classOf(drop.list())).toBe('config');
  });
});
