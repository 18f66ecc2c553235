import { describe, expect, it } from 'vitest';
import type { SftpConnection } from '../../src/node/sftp/sftp-connection.ts';
import type { SftpSession } from '../../src/node/sftp/sftp-session.ts';
import { sftpStore } from '../../src/node/sftp/sftp-store.ts';

type Answer = (error: undefined, value?: unknown) => void;

/** A server whose folder never ends: each page has these names. */
function endless(names: readonly string[]) {
  let pages = 0;
  const attrs = { mode: 0o100644, size: 1, mtime: 1, isFile: () => true };
  const sftp = {
    opendir: (_: string, answer: Answer) => answer(undefined, Buffer.from('h')),
    readdir: (_: Buffer, answer: Answer) => {
      if (++pages > 1000) throw new Error('asked for ever');
      answer(
        undefined,
        names.map((filename) => ({ filename, attrs })),
      );
    },
    close: (_: Buffer, answer: Answer) => answer(undefined),
  };
  const ask = (_: string, work: (answer: Answer) => void) =>
    new Promise((resolve, reject) => work((error, value) => (error === undefined ? resolve(value) : reject(error))));
  const session = Object.assign(Object.create(null) as SftpSession, { sftp, ask });
  const connection: SftpConnection = Object.assign(Object.create(null) as SftpConnection, {
    session: async () => session,
    close: async () => undefined,
  });
  return { store: sftpStore(connection, '/in'), pages: () => pages };
}

describe('a folder that never ends', () => {
  it.each([
    ['files', ['a.edi', 'b.edi']],
    ['itself and its parent alone', ['.', '..']],
    ['nothing at all', []],
  ])('with pages of %s is given up beyond the most files', async (_, names) => {
    const { store, pages } = endless(names);
    await expect(store.list('', 100)).rejects.toThrow('a folder has more than 100 files');
    expect(pages()).toBeLessThanOrEqual(103);
  });
});
