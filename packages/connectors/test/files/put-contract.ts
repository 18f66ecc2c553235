import { mkdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytes, classOf, dying, hooked, type MailboxUnderTest } from './mailbox-under-test.ts';

/** What any mailbox keeps when it writes. */
export function putContract(at: () => MailboxUnderTest): void {
  describe('a file that is sent', () => {
    it('is there whole, and nothing else is', async () => {
      const mailbox = at().open();
      await mailbox.put('855-000000002.edi', bytes('ISA*00~'));
      await mailbox.put('Größe 1 (a).edi', bytes(''));
      expect(await at().names('out')).toEqual(['855-000000002.edi', 'Größe 1 (a).edi']);
      expect(await at().text('out/855-000000002.edi')).toBe('ISA*00~');
      expect(await at().text('out/Größe 1 (a).edi')).toBe('');
    });

    it('R12 again with the same bytes changes nothing; with other bytes is a conflict and the first one stays', async () => {
      const mailbox = at().open();
      await mailbox.put('a.edi', bytes('first'));
      const before = await stat(join(at().folder, 'out/a.edi'));
      await mailbox.put('a.edi', bytes('first'));
      const { ino, mtimeMs } = await stat(join(at().folder, 'out/a.edi'));
      expect([ino, mtimeMs]).toEqual([before.ino, before.mtimeMs]);
      for (const other of ['other', 'longer than the first', '']) {
        expect(await classOf(mailbox.put('a.edi', bytes(other)))).toBe('conflict');
      }
      expect(await at().text('out/a.edi')).toBe('first');
      expect(await at().names('out')).toEqual(['a.edi']);
    });

    it('by many at once under one name is one of theirs, whole, and the others hear of it', async () => {
      const writers = ['1', '2', '3', '4', '5', '6'].map((digit) => digit.repeat(100_000));
      const results = await Promise.all(writers.map((content) => classOf(at().open().put('a.edi', bytes(content)))));
      const winners = results.flatMap((result, index) =>
        result.startsWith('no MailboxError: nothing') ? [index] : [],
      );
      expect(results.filter((result) => result === 'conflict')).toHaveLength(5);
      expect(winners.map((index) => writers[index])).toEqual([await at().text('out/a.edi')]);
      expect(await at().names('out')).toEqual(['a.edi']);
    });

    it.each<[string, number | undefined]>([
      ['anew', undefined],
      ['resuming', 1],
    ])('by many at once with the same bytes is there once, %s', async (_, resumeFrom) => {
      const content = bytes('1'.repeat(100_000));
      const results = await Promise.all(
        [1, 2, 3, 4].map(() => classOf(at().open({ resumeFrom }).put('a.edi', content))),
      );
      // One that resumes may find what another one is just making, and is tried again.
      const expected = ['no MailboxError: nothing', ...(resumeFrom === undefined ? [] : ['unavailable'])];
      expect(results.filter((result) => !expected.includes(result))).toEqual([]);
      expect(results).toContain('no MailboxError: nothing');
      await at().open({ resumeFrom }).put('a.edi', content);
      expect(await at().names('out')).toEqual(['a.edi']);
      expect(await at().text('out/a.edi')).toBe('1'.repeat(100_000));
    });

    it('edge 16 is seen by a reader whole or not at all', async () => {
      const content = new Uint8Array(4 * 1024 * 1024).fill(65);
      let done = false;
      const sent = at()
        .open()
        .put('a.edi', content)
        .finally(() => {
          done = true;
        });
      const sizes = new Set<number>();
      let hidden = 0;
      while (!done) {
        const names = await at().names('out');
        hidden += names.filter((name) => name.startsWith('.') && name.endsWith('.part')).length;
        if (names.includes('a.edi')) sizes.add((await stat(join(at().folder, 'out/a.edi'))).size);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await sent;
      expect(hidden).toBeGreaterThan(0);
      expect([...sizes].filter((size) => size !== content.length)).toEqual([]);
    });

    it('over a link or a folder of its name is a conflict', async () => {
      await writeFile(join(at().folder, 'secret'), 'secret');
      await symlink(join(at().folder, 'secret'), join(at().folder, 'out/a.edi'));
      await mkdir(join(at().folder, 'out/b.edi'));
      const mailbox = at().open();
      expect(await classOf(mailbox.put('a.edi', bytes('secret')))).toBe('conflict');
      expect(await classOf(mailbox.put('b.edi', bytes('x')))).toBe('conflict');
      expect(await at().text('secret')).toBe('secret');
    });

    it('into a folder that is not there is a matter of configuration', async () => {
      expect(await classOf(at().open({ outgoing: 'none' }).put('a.edi', bytes('x')))).toBe('config');
    });

    it('is not sent any more when the caller has ended it', async () => {
      const ended = AbortSignal.abort();
      expect(await classOf(at().open().put('a.edi', bytes('x'), { signal: ended }))).toBe('unavailable');
      const controller = new AbortController();
      const store = hooked(at().store(), (step) => {
        if (step === 'write') controller.abort();
      });
      const { signal } = controller;
      expect(await classOf(at().open({}, store).put('a.edi', bytes('x'), { signal }))).toBe('unavailable');
      expect(await at().names('out')).toEqual([]);
    });
  });

  describe('a sender that dies', () => {
    it.each<[string, number | undefined]>([
      ['anew', undefined],
      ['where it ended', 1],
    ])(
      'before any step leaves nothing that a reader sees half of, and the next one sends it %s',
      async (_, resumeFrom) => {
        const content = 'a document';
        for (let steps = 0; steps < 5; steps++) {
          const name = `${steps}.edi`;
          const mailbox = at().open({ resumeFrom }, dying(at().store(), steps));
          await mailbox.put(name, bytes(content)).catch(() => undefined);
          const seen = (await at().names('out')).filter((one) => !one.startsWith('.'));
          if (seen.includes(name)) expect(await at().text(`out/${name}`)).toBe(content);
          await at().open({ resumeFrom }).put(name, bytes(content));
          expect(await at().text(`out/${name}`)).toBe(content);
        }
      },
    );

    it('leaves what can be cleaned: old temporary files go, young ones and others stay', async () => {
      const old = new Date('2026-03-02T08:00:00Z');
      const all = ['.a.edi.1.part', '.b.edi.2.part', '.hidden', 'a.edi.part'];
      for (const name of all) await writeFile(join(at().folder, 'out', name), 'x');
      for (const name of all) if (!name.startsWith('.b')) await utimes(join(at().folder, 'out', name), old, old);
      expect(
        await at()
          .open()
          .clean(old.getTime() + 1),
      ).toBe(1);
      expect(await at().names('out')).toEqual(['.b.edi.2.part', '.hidden', 'a.edi.part']);
    });
  });

  describe('a broken upload', () => {
    const content = bytes('0123456789'.repeat(20_000));

    it.each<[string, Uint8Array, number | 'new']>([
      ['goes on where it ended', content.slice(0, 150_000), 150_000],
      ['goes on from the first byte that is wrong', wrongFrom(content.slice(0, 150_000), 70_000), 70_000],
      ['starts anew when more is there than there should be', new Uint8Array(content.length + 1), 'new'],
    ])('%s', async (_, there, from) => {
      const [temporary = ''] = await interrupted(content);
      await writeFile(join(at().folder, 'out', temporary), there);
      const froms: (number | 'new')[] = [];
      const store = at().store();
      const watched = {
        ...store,
        write: async (path: string, all: Uint8Array, start: number | 'new') => {
          froms.push(start);
          await store.write(path, all, start);
        },
      };
      await at().open({ resumeFrom: 1 }, watched).put('a.edi', content);
      expect(froms).toEqual([from]);
      expect(await at().names('out')).toEqual(['a.edi']);
      expect(Buffer.compare(Buffer.from(await at().text('out/a.edi')), content)).toBe(0);
    });

    it('that is a link by now is not written through', async () => {
      const [temporary = ''] = await interrupted(content);
      await rm(join(at().folder, 'out', temporary));
      await writeFile(join(at().folder, 'secret'), 'secret');
      await symlink(join(at().folder, 'secret'), join(at().folder, 'out', temporary));
      await at().open({ resumeFrom: 1 }).put('a.edi', content);
      expect(await at().text('secret')).toBe('secret');
      expect(await at().names('out')).toEqual(['a.edi']);
    });

    it('of other bytes under the same name is not gone on with', async () => {
      await interrupted(content);
      await at().open({ resumeFrom: 1 }).put('a.edi', bytes('other'));
      expect(await at().text('out/a.edi')).toBe('other');
    });

    /** Dies right before the file gets its name. */
    async function interrupted(all: Uint8Array): Promise<readonly string[]> {
      const store = hooked(at().store(), (step) => {
        if (step === 'publish') throw new Error('the program died');
      });
      await at()
        .open({ resumeFrom: 1 }, store)
        .put('a.edi', all)
        .catch(() => undefined);
      const names = await at().names('out');
      expect(names).toHaveLength(1);
      return names;
    }
  });
}

function wrongFrom(all: Uint8Array, at: number): Uint8Array {
  return all.map((byte, index) => (index >= at ? 88 : byte));
}
