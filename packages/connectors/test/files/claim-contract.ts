import { appendFile, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimedFile, Completeness, Mailbox, MailboxNotice, Settlement } from '@dist/connectors/node/files';
import { describe, expect, it } from 'vitest';
import { classOf, dying, hooked, type MailboxUnderTest } from './mailbox-under-test.ts';

const minute = 60_000;

/** What any mailbox keeps when it is read. */
export function claimContract(at: () => MailboxUnderTest): void {
  const comes = (name: string, content = name) => writeFile(join(at().folder, 'in', name), content);

  describe('a file that comes', () => {
    it('is given with its bytes, by name; what is still written, folders and links are not', async () => {
      for (const name of ['b.edi', 'a.edi', 'c.edi.tmp', '.d.edi', '~e.edi', 'f.FILEPART']) await comes(name);
      await mkdir(join(at().folder, 'in/g.edi'));
      await symlink(join(at().folder, 'in/a.edi'), join(at().folder, 'in/h.edi'));
      const mailbox = at().open();
      expect((await mailbox.list()).map((file) => [file.name, file.bytes])).toEqual([
        ['a.edi', 5],
        ['b.edi', 5],
      ]);
      expect(new TextDecoder().decode(await mailbox.read('a.edi'))).toBe('a.edi');
      expect(await mailbox.read('none.edi')).toBeUndefined();
      const files = await all(mailbox);
      expect(files.map(({ name, attempt }) => [name, attempt])).toEqual([
        ['a.edi', 1],
        ['b.edi', 1],
      ]);
      expect(await Promise.all(files.map(textOf))).toEqual(['a.edi', 'b.edi']);
      expect(await all(mailbox)).toEqual([]);
    });

    it('edge 16 is taken when it has stood still, by the reader’s own clock', async () => {
      const mailbox = at().open({ complete: { by: 'standstill', milliseconds: minute } });
      await comes('a.edi', 'half');
      // Its time says nothing: the partner's clock is years behind.
      await utimes(join(at().folder, 'in/a.edi'), 1, 1);
      expect(await namesOf(mailbox)).toEqual([]);
      at().now += minute - 1;
      await appendFile(join(at().folder, 'in/a.edi'), ' and half');
      expect(await namesOf(mailbox)).toEqual([]);
      at().now += minute - 1;
      await utimes(join(at().folder, 'in/a.edi'), 2, 2);
      expect(await namesOf(mailbox)).toEqual([]);
      at().now += minute - 1;
      expect(await namesOf(mailbox)).toEqual([]);
      at().now += 1;
      expect(await Promise.all((await all(mailbox)).map(textOf))).toEqual(['half and half']);
    });

    it('edge 16 that changes between the look and the claim is put back', async () => {
      const notices: MailboxNotice[] = [];
      const observe = (notice: MailboxNotice) => void notices.push(notice);
      let grows = true;
      const store = hooked(at().store(), async (step, path) => {
        if (step === 'move' && path === 'in/a.edi' && grows) await appendFile(join(at().folder, path), ' more');
      });
      const mailbox = at().open({ complete: { by: 'standstill', milliseconds: minute }, observe }, store);
      await comes('a.edi', 'half');
      await all(mailbox);
      at().now += minute;
      expect(await namesOf(mailbox)).toEqual([]);
      expect(notices.map(({ kind, name }) => [kind, name])).toEqual([['still written', 'a.edi']]);
      expect(await at().names('in')).toEqual(['a.edi']);
      grows = false;
      await all(mailbox);
      at().now += minute;
      expect(await Promise.all((await all(mailbox)).map(textOf))).toEqual(['half more']);
    });

    it.each<[string, (name: string) => string]>([
      ['a.edi.done', (name) => `${name}.done`],
      ['a.trg', (name) => name.replace(/\.edi$/, '.trg')],
    ])('is taken when its marker %s is there, and the marker goes with it', async (markerName, marker) => {
      const mailbox = at().open({ complete: { by: 'marker', marker } });
      await comes('a.edi');
      await comes('b.edi');
      expect(await namesOf(mailbox)).toEqual([]);
      await comes(markerName, '');
      expect(await namesOf(mailbox)).toEqual(['a.edi']);
      expect(await at().names('in')).toEqual(['b.edi']);
      expect(await at().names('claimed')).toHaveLength(1);
    });

    it.each([['a\nb.edi'], [`${'a'.repeat(170)}.edi`], ['a\\b.edi']])(
      'under a name that cannot be kept is told of: %j',
      async (name) => {
        const notices: MailboxNotice[] = [];
        await comes(name);
        await comes('a.edi');
        const mailbox = at().open({ observe: (notice) => void notices.push(notice) });
        expect(await namesOf(mailbox)).toEqual(['a.edi']);
        expect(notices.map((notice) => [notice.kind, notice.name])).toEqual([['unusable name', name]]);
      },
    );

    it('larger than is allowed is claimed and not read', async () => {
      await comes('a.edi', '1234');
      const mailbox = at().open({ maximumBytes: 3 });
      const [file] = await all(mailbox);
      expect(file && (await classOf(file.read()))).toBe('validation');
      expect(await file?.settle('errors')).toBe(true);
      await comes('b.edi');
      expect(await classOf(all(at().open({ maximumFiles: 0 })))).toBe('validation');
    });

    it('edge 16 that grows after it was claimed is not read as if it were whole', async () => {
      await comes('a.edi', 'half');
      const [file] = await all(at().open());
      const [name = ''] = await at().names('claimed');
      await appendFile(join(at().folder, 'claimed', name), ' and half');
      expect(file && (await classOf(file.read()))).toBe('conflict');
    });

    it('is not claimed any more when the caller has ended it', async () => {
      for (const name of ['a.edi', 'b.edi']) await comes(name);
      const controller = new AbortController();
      const names: string[] = [];
      for await (const { name } of at().open().claim({ signal: controller.signal })) {
        names.push(name);
        controller.abort();
      }
      expect(names).toEqual(['a.edi']);
      expect(await at().names('in')).toEqual(['b.edi']);
    });

    it('in a folder that is not there is a matter of configuration', async () => {
      expect(await classOf(all(at().open({ incoming: 'none' })))).toBe('config');
    });
  });

  describe('of several readers', () => {
    it.each<[string, Completeness, string]>([
      ['a partner that renames', { by: 'rename' }, ''],
      ['markers', { by: 'marker', marker: (name) => `${name}.done` }, '.done'],
    ])('each file has one, with %s', async (_, complete, suffix) => {
      const names = Array.from({ length: 60 }, (_unused, index) => `${100 + index}.edi`);
      for (const name of names) await comes(name);
      if (suffix !== '') for (const name of names) await comes(`${name}${suffix}`, '');
      const readers = Array.from({ length: 6 }, (_unused, index) => at().open({ complete, reader: `r${index}` }));
      const taken = await Promise.all(readers.map(namesOf));
      expect(taken.flat().sort()).toEqual(names);
      expect(await at().names('in')).toEqual([]);
    });

    it('R01 the file of one that died comes to another when the lease has run out', async () => {
      await comes('a.edi');
      const [dead] = await all(at().open({ reader: 'one', leaseMs: minute }));
      const notices: MailboxNotice[] = [];
      const other = at().open({ reader: 'two', leaseMs: minute, observe: (notice) => void notices.push(notice) });
      at().now += minute - 1;
      expect(await namesOf(other)).toEqual([]);
      at().now += 1;
      const [file] = await all(other);
      expect([file?.name, file?.attempt, file && (await textOf(file))]).toEqual(['a.edi', 2, 'a.edi']);
      expect(notices.map(({ kind, message }) => [kind, message])).toEqual([
        ['taken over', 'one had a.edi and let its lease run out'],
      ]);
      // It was only slow: it can do no harm now.
      expect(dead && (await classOf(dead.read()))).toBe('conflict');
      expect(await dead?.renew()).toBe(false);
      expect(await dead?.settle('delete')).toBe(false);
      expect(await file?.settle('archive')).toBe(true);
      expect(await at().names('archive')).toHaveLength(1);
    });

    it('one that takes longer keeps its file by renewing', async () => {
      await comes('a.edi');
      const [file] = await all(at().open({ leaseMs: minute }));
      const other = at().open({ leaseMs: minute });
      for (let round = 0; round < 3; round++) {
        at().now += minute - 1;
        expect(await file?.renew()).toBe(true);
        expect(await namesOf(other)).toEqual([]);
      }
      expect(file && (await textOf(file))).toBe('a.edi');
      expect(await file?.settle('delete')).toBe(true);
      expect(await at().names('claimed')).toEqual([]);
    });

    it('one that releases its file gives it to the next at once', async () => {
      await comes('a.edi', 'first');
      const [file] = await all(at().open());
      await comes('a.edi', 'second');
      expect(await file?.settle('release')).toBe(true);
      const files = await all(at().open());
      expect(await Promise.all(files.map(textOf))).toEqual(['first', 'second']);
      expect(files.map(({ attempt }) => attempt)).toEqual([2, 1]);
    });
  });

  describe('a file that was dealt with', () => {
    it.each<[Settlement, string | undefined]>([
      ['archive', 'archive'],
      ['errors', 'errors'],
      ['delete', undefined],
    ])('as %s is where it belongs, also when its name comes again', async (as, folder) => {
      const mailbox = at().open();
      for (const content of ['first', 'second']) {
        await comes('a.edi', content);
        for await (const file of mailbox.claim()) {
          expect(await file.settle(as)).toBe(true);
          await expect(file.settle(as)).rejects.toThrow(TypeError);
        }
      }
      expect([await at().names('in'), await at().names('claimed')]).toEqual([[], []]);
      const kept = folder === undefined ? [] : await at().names(folder);
      expect(kept).toHaveLength(folder === undefined ? 0 : 2);
      for (const name of kept) expect(name).toMatch(/^20260302T080000000Z\.[0-9a-f]{12}\.a\.edi$/);
      const contents = await Promise.all(kept.map((name) => at().text(`${folder}/${name}`)));
      expect(contents.sort()).toEqual(folder === undefined ? [] : ['first', 'second']);
    });

    it.each<[Settlement]>([['archive'], ['delete']])(
      'as %s may be told so again when the answer was lost',
      async (as) => {
        await comes('a.edi');
        const store = at().store();
        let lost = false;
        const after = async <T>(work: Promise<T>): Promise<T> => {
          const answer = await work;
          if (lost) throw new Error('the answer was lost');
          return answer;
        };
        const losing = {
          ...store,
          move: (from: string, to: string) => after(store.move(from, to)),
          remove: (path: string) => after(store.remove(path)),
        };
        const [file] = await all(at().open({}, losing));
        lost = true;
        await expect(file?.settle(as)).rejects.toThrow('the answer was lost');
        lost = false;
        await expect(file?.settle('errors')).rejects.toThrow(TypeError);
        expect(await file?.settle(as)).toBe(true);
        expect(await at().names('archive')).toHaveLength(as === 'archive' ? 1 : 0);
      },
    );
  });

  describe('R01 a reader that dies', () => {
    it.each<[string, Completeness, Settlement]>([
      ['renaming partner, archive', { by: 'rename' }, 'archive'],
      ['renaming partner, delete', { by: 'rename' }, 'delete'],
      ['markers, archive', { by: 'marker', marker: (name) => `${name}.done` }, 'archive'],
    ])('before any step loses nothing: %s', async (_, complete, as) => {
      for (let steps = 0; steps < 9; steps++) {
        await comes('a.edi');
        if (complete.by === 'marker') await comes('a.edi.done', '');
        let done = 0;
        const deal = async (mailbox: Mailbox) => {
          for await (const file of mailbox.claim()) {
            expect(await textOf(file)).toBe('a.edi');
            done++;
            await file.settle(as);
          }
        };
        await deal(at().open({ complete }, dying(at().store(), steps))).catch(() => undefined);
        at().now += 16 * minute;
        // One that dies in what it took over, too.
        await deal(at().open({ complete }, dying(at().store(), 2))).catch(() => undefined);
        at().now += 16 * minute;
        await deal(at().open({ complete }));
        expect([steps, done > 0]).toEqual([steps, true]);
        expect([await at().names('in'), await at().names('claimed')]).toEqual([[], []]);
        expect(await at().names('archive')).toHaveLength(as === 'archive' ? 1 : 0);
        await rm(join(at().folder, 'archive'), { recursive: true, force: true });
      }
    });

    it('after it had claimed file and marker takes nothing of the partner’s next file', async () => {
      const complete: Completeness = { by: 'marker', marker: (name) => `${name}.done` };
      await comes('a.edi', 'first');
      await comes('a.edi.done', '');
      const dies = hooked(at().store(), (step) => {
        if (step === 'remove') throw new Error('the program died');
      });
      await all(at().open({ complete }, dies)).catch(() => undefined);
      await comes('a.edi', 'second, half');
      at().now += 16 * minute;
      expect(await Promise.all((await all(at().open({ complete }))).map(textOf))).toEqual(['first']);
      expect(await at().names('in')).toEqual(['a.edi']);
    });
  });
}

async function all(mailbox: Mailbox): Promise<readonly ClaimedFile[]> {
  const files: ClaimedFile[] = [];
  for await (const file of mailbox.claim()) files.push(file);
  return files;
}

async function namesOf(mailbox: Mailbox): Promise<readonly string[]> {
  return (await all(mailbox)).map(({ name }) => name);
}

async function textOf(file: ClaimedFile): Promise<string> {
  return new TextDecoder().decode(await file.read());
}
