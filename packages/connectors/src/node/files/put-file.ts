import { createHash } from 'node:crypto';
import { checkName } from './check-name.ts';
import { type FileStore, pathIn } from './file-store.ts';
import type { MailboxCall } from './mailbox.ts';
import { mailboxError } from './mailbox-error.ts';
import type { MailboxSettings } from './mailbox-options.ts';

/** Writes a file so that a reader sees all of it or nothing, and nothing of it twice. */
export async function putFile(
  store: FileStore,
  settings: MailboxSettings,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { signal }: MailboxCall = {},
): Promise<void> {
  const { outgoing } = settings;
  const target = pathIn(outgoing, checkName(file.name));
  if (isTemporary(settings, file.name)) throw new RangeError('A file cannot be sent under the name of a temporary one');
  endedBy(signal);
  if (await standsAlready(store, target, file)) return await store.synchronize(outgoing);
  const temporary = pathIn(outgoing, temporaryName(settings, file));
  const resumes = file.bytes.length >= settings.resumeFrom;
  await upload(store, { path: temporary, bytes: file.bytes, resumes, signal });
  endedBy(signal);
  const published = await store.publish(temporary, target);
  if (published === 'exists') await store.remove(temporary);
  // Somebody else has sent the same file meanwhile, or it was another one.
  if (published !== 'moved' && !(await standsAlready(store, target, file))) {
    throw mailboxError('unavailable', `${file.name} was removed by somebody else while it was sent`);
  }
  await store.synchronize(outgoing);
}

/** Whether a name is one that an upload has until it is whole. */
export function isTemporary({ temporary: { prefix, suffix } }: MailboxSettings, name: string): boolean {
  return name.startsWith(prefix) && name.endsWith(suffix);
}

function endedBy(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw mailboxError('unavailable', 'ended by the caller before the file had its name');
}

/** Whether the file is there. Rejects where another one has its name. */
async function standsAlready(
  store: FileStore,
  target: string,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<boolean> {
  const state = await store.state(target);
  if (state === undefined) return false;
  const there = state.isFile && state.bytes === bytes.length ? await store.read(target, bytes.length) : undefined;
  if (there !== undefined && commonLength(there, bytes) === bytes.length) return true;
  throw mailboxError('conflict', `${name} is there already with other bytes; it was not replaced`);
}

/** One that no other upload has; or, to be found again, one that only the same bytes under the same name have. */
function temporaryName(
  { temporary: { prefix, suffix }, unique, resumeFrom }: MailboxSettings,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): string {
  const part = bytes.length >= resumeFrom ? createHash('sha256').update(bytes).digest('hex').slice(0, 32) : unique();
  return `${prefix}${name}.${part}${suffix}`;
}

interface Upload {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly resumes: boolean;
  readonly signal: AbortSignal | undefined;
}

async function upload(store: FileStore, { path, bytes, resumes, signal }: Upload): Promise<void> {
  const from = resumes ? await lengthThere(store, path, bytes) : 'new';
  try {
    if (from !== bytes.length) await store.write(path, bytes, from, signal);
  } catch (error) {
    // Over a broken connection it stays, for `clean`.
    if (!resumes) await store.remove(path).catch(() => undefined);
    throw error;
  }
}

/** How many bytes of a broken upload are there and right: the size says how many, the bytes themselves whether. */
async function lengthThere(store: FileStore, path: string, bytes: Uint8Array): Promise<number | 'new'> {
  const state = await store.state(path);
  if (state === undefined) return 'new';
  const there = state.isFile && state.bytes <= bytes.length ? await store.read(path, bytes.length) : undefined;
  if (there !== undefined) return commonLength(there, bytes);
  await store.remove(path);
  return 'new';
}

function commonLength(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same;
}
