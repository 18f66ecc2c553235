import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ClaimedFile, fileMailbox, type Mailbox, type MailboxOptions } from '@dist/connectors/node/files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskStore } from '../../src/node/files/disk-store.ts';
import { bytes, classOf, hooked, type MailboxUnderTest, mailboxUnderTest } from './mailbox-under-test.ts';

let subject: MailboxUnderTest;

beforeEach(async () => {
  subject = await mailboxUnderTest(diskStore);
});

afterEach(() => subject.end());

describe('markers', () => {
  it.each<[string, (name: string) => string, string[], string[]]>([
    ['in the place of the ending', endingIn('.done'), ['1.done', '1.edi', '2.edi', '2.ok'], ['1.edi']],
    ['that sort behind their files', endingIn('.trg'), ['1.edi', '1.trg', '2.edi', '2.trg'], ['1.edi', '2.edi']],
    [
      'behind the name, with another one behind them',
      (name) => `${name}.ok`,
      ['1.edi', '1.edi.ok', '1.edi.ok.ok'],
      ['1.edi'],
    ],
    ['without their files', endingIn('.done'), ['1.done', '2.edi'], []],
  ])('%s are no files, and each file comes', async (_, marker, names, expected) => {
    for (const name of names) await writeFile(join(subject.folder, 'in', name), '');
    const mailbox = subject.open({ complete: { by: 'marker', marker } });
    const taken: string[] = [];
    for (let pass = 0; pass < 3; pass++) taken.push(...(await all(mailbox)).map(({ name }) => name));
    expect(taken).toEqual(expected);
    const gone = [...expected, ...expected.map(marker)];
    expect(await subject.names('in')).toEqual(names.filter((name) => !gone.includes(name)));
  });
});

describe('a file that is renewed', () => {
  const claimed = async (): Promise<ClaimedFile> => {
    await writeFile(join(subject.folder, 'in/a.edi'), 'whole');
    // Each step that changes something takes as long as several of the others.
    const slow = hooked(subject.store(), () => new Promise((resolve) => setImmediate(() => setImmediate(resolve))));
    const [file] = await all(subject.open({}, slow));
    if (file === undefined) throw new Error('nothing was claimed');
    return file;
  };

  it('while it is settled is settled', async () => {
    const file = await claimed();
    expect(await Promise.all([file.renew(), file.renew(), file.settle('archive')])).toEqual([true, true, true]);
    expect([await subject.names('claimed'), (await subject.names('archive')).length]).toEqual([[], 1]);
    expect(await file.renew()).toBe(false);
  });

  it('while it is read is read', async () => {
    await writeFile(join(subject.folder, 'in/a.edi'), 'whole');
    const store = subject.store();
    let file: ClaimedFile | undefined;
    const renewal: Promise<boolean>[] = [];
    const read: typeof store.read = async (path, maximum) => {
      // A heartbeat between the look at the name and the opening of the file.
      if (renewal.length === 0 && file !== undefined) renewal.push(file.renew());
      await renewal[0];
      return await store.read(path, maximum);
    };
    [file] = await all(subject.open({}, { ...store, read }));
    expect(new TextDecoder().decode(await file?.read())).toBe('whole');
    expect(await Promise.all(renewal)).toEqual([true]);
  });

  it('is settled also after a renewal that failed', async () => {
    let fails = false;
    await writeFile(join(subject.folder, 'in/a.edi'), 'whole');
    const store = hooked(subject.store(), () => {
      if (fails) throw new Error('away');
    });
    const [file] = await all(subject.open({}, store));
    fails = true;
    await expect(file?.renew()).rejects.toThrow('away');
    fails = false;
    expect(await file?.settle('delete')).toBe(true);
  });
});

describe('a claim', () => {
  it('is not lost with the answer to its renewal', async () => {
    await writeFile(join(subject.folder, 'in/a.edi'), 'whole');
    const store = subject.store();
    let lost = false;
    const move: typeof store.move = async (from, to) => {
      const moved = await store.move(from, to);
      if (lost) throw new Error('the answer was lost');
      return moved;
    };
    for (const next of ['renew', 'read', 'settle'] as const) {
      const [file] = await all(subject.open({}, { ...store, move }));
      lost = true;
      await expect(file?.renew()).rejects.toThrow('the answer was lost');
      lost = false;
      if (next === 'renew') expect(await file?.renew()).toBe(true);
      if (next === 'read') expect(new TextDecoder().decode(await file?.read())).toBe('whole');
      expect(await file?.settle(next === 'settle' ? 'archive' : 'release')).toBe(true);
    }
    expect(await subject.names('archive')).toHaveLength(1);
  });

  it.each([
    ['a file is there', 'plain', 'config'],
    ['it leads nowhere', 'in/a.edi/x', 'config'],
  ])('that cannot be settled in a folder, since %s, can be otherwise', async (_, archive, expected) => {
    await writeFile(join(subject.folder, 'plain'), '');
    await writeFile(join(subject.folder, 'in/a.edi'), 'whole');
    await writeFile(join(subject.folder, 'in/b.edi'), 'whole');
    for await (const file of subject.open({ archive: archive.replace('a.edi', 'c.edi') }).claim()) {
      await writeFile(join(subject.folder, 'in/c.edi'), '');
      expect(await classOf(file.settle('archive'))).toBe(expected);
      expect(await file.settle('errors')).toBe(true);
      await expect(file.settle('errors')).rejects.toThrow(TypeError);
    }
    expect(await subject.names('errors')).toHaveLength(2);
  });

  it.each([
    ['another folder', '../../home/app/keys'],
    ['a line of its own', 'a\n\u202eb'],
  ])('that somebody else has made with a name for %s is told of, and not given', async (_, name) => {
    await mkdir(join(subject.folder, 'claimed'));
    const claim = `20200101T000000000Z.r.abcdefgh.1.${name}`;
    const store = subject.store();
    const list: typeof store.list = async (folder, maximum) => {
      const found = await store.list(folder, maximum);
      return folder === 'claimed' ? [...found, { name: claim, bytes: 1, modifiedAt: 0, isFile: true }] : found;
    };
    const notices: string[] = [];
    const state: typeof store.state = async (path) => ({ name: path, bytes: 1, modifiedAt: 0, isFile: true });
    const move: typeof store.move = async () => true;
    const mailbox = subject.open({ observe: ({ kind }) => void notices.push(kind) }, { ...store, list, state, move });
    expect(await all(mailbox)).toEqual([]);
    expect(notices).toEqual(['unusable name']);
  });
});

describe('one folder under two names', () => {
  it.each<[string, (folder: string) => MailboxOptions]>([
    ['with a point before it', () => ({ incoming: 'in', archive: './in' })],
    ['with a stroke behind it', () => ({ claims: 'in/', errors: 'in' })],
    ['by way of another one', () => ({ incoming: 'in', archive: 'out/../in' })],
    ['as an absolute path', (folder) => ({ incoming: 'in', claims: join(folder, 'in') })],
    ['as the root', (folder) => ({ incoming: 'in', archive: '.', errors: folder })],
  ])('%s is not two', (_, options) => {
    const root = relative(process.cwd(), subject.folder);
    expect(() => fileMailbox(root, options(subject.folder))).toThrow(RangeError);
  });

  it.each<[string, MailboxOptions]>([
    ['that are not named', {}],
    ['with two spellings', { incoming: 'in', outgoing: './in/' }],
  ])('for both ways, %s: who puts into it does not claim from it', async (_, folders) => {
    await mkdir(join(subject.folder, 'claimed'));
    const options: MailboxOptions = { ...folders, complete: { by: 'rename' } };
    const [sender, receiver] = [fileMailbox(subject.folder, options), fileMailbox(subject.folder, options)];
    await sender.put('a.edi', bytes('x'));
    await sender.put('b.edi', bytes('x'));
    await expect(all(sender)).rejects.toThrow(TypeError);
    expect((await sender.list()).map(({ name }) => name)).toEqual(['a.edi', 'b.edi']);
    expect((await all(receiver)).map(({ name }) => name)).toEqual(['a.edi', 'b.edi']);
    await expect(receiver.put('c.edi', bytes('x'))).rejects.toThrow(TypeError);
  });
});

function endingIn(ending: string): (name: string) => string {
  return (name) => name.replace(/\.[^.]+$/, ending);
}

async function all(mailbox: Mailbox): Promise<readonly ClaimedFile[]> {
  const files: ClaimedFile[] = [];
  for await (const file of mailbox.claim()) files.push(file);
  return files;
}
