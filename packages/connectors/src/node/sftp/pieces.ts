import { mailboxError } from '../files/mailbox-error.ts';
import type { SftpSession } from './sftp-session.ts';

/** Every server takes and gives so many bytes at once (draft-ietf-secsh-filexfer-02, section 3: packets of 34 000). */
const piece = 32 * 1024;
/** So many requests are on their way at once: over a line of 100 ms some 10 MB in a second rather than a third of one. */
const width = 32;

/** Reads the first bytes of an open file; fewer when it ends before. */
export async function readPieces({ sftp, ask }: SftpSession, handle: Buffer, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length);
  let end = length;
  await inWindow(0, length, async (at, size) => {
    for (let done = 0; done < size && at + done < end; ) {
      const here = at + done;
      const left = size - done;
      const read = await ask<number>('unavailable', (answer) =>
        // At the end of the file ssh2 answers with 0.
        sftp.read(handle, bytes, here, left, here, answer),
      );
      if (read === 0) end = Math.min(end, here);
      done += read;
    }
  });
  return new Uint8Array(bytes.buffer, bytes.byteOffset, end);
}

/** Writes bytes into an open file at the place that they have in it, from an offset on. */
export async function writePieces(
  { sftp, ask }: SftpSession,
  handle: Buffer,
  bytes: Uint8Array,
  { from, signal }: { readonly from: number; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await inWindow(from, bytes.length, async (at, size) => {
    if (signal?.aborted) throw mailboxError('unavailable', 'ended by the caller before the file had its name');
    await ask<void>('unavailable', (answer) =>
      sftp.write(handle, buffer, at, size, at, (error) => answer(error, undefined)),
    );
  });
}

/** Does the pieces from one offset to another, in their order and several at once. The first failure ends it. */
async function inWindow(from: number, to: number, each: (at: number, size: number) => Promise<void>): Promise<void> {
  let next = from;
  const go = async () => {
    while (next < to) {
      const at = next;
      next = Math.min(to, at + piece);
      await each(at, next - at).catch((error) => {
        next = to;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: width }, go));
}
