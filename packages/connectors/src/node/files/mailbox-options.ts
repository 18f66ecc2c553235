import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { samePlace } from './same-place.ts';

/**
 * How it is told that the partner has finished a file. `rename`: it writes under a name that is ignored, and then renames.
 * `standstill`: size and time of change have not moved for so long, as this reader saw it; a reader must look at least twice.
 * `marker`: a second file says so, named by the first; one marker for each file.
 */
export type Completeness =
  | { readonly by: 'rename' }
  | { readonly by: 'standstill'; readonly milliseconds: number }
  | { readonly by: 'marker'; readonly marker: (name: string) => string };

/** Something in a mailbox that a person should know of. */
export type MailboxNotice =
  /** A file that is never given to a reader, since its name can not be kept. */
  | { readonly kind: 'unusable name'; readonly name: string; readonly message: string }
  /** A file whose reader let its lease run out: it died, or is too slow. */
  | { readonly kind: 'taken over'; readonly name: string; readonly message: string }
  /** A file that was written to after it had stood still: `milliseconds` is too short, or the partner writes in place. */
  | { readonly kind: 'still written'; readonly name: string; readonly message: string };

/** How a mailbox is used. Folders are relative to its root, or absolute; those of claims, archive and errors are made. */
export interface MailboxOptions {
  /** Folder that `put` writes to; the root when absent. Where it is `incoming` too, a mailbox either puts or claims. */
  readonly outgoing?: string | undefined;
  /** Folder that is read; the root when absent. */
  readonly incoming?: string | undefined;
  /** Folder of claimed files, on the file system of `incoming`; `claimed` when absent. */
  readonly claims?: string | undefined;
  /** Folder of files that were dealt with; `archive` when absent. */
  readonly archive?: string | undefined;
  /** Folder of files that can not be dealt with; `errors` when absent. */
  readonly errors?: string | undefined;
  /** This reader in the names of its claims: letters, digits and `-`, at most 32; the machine's name when absent. */
  readonly reader?: string | undefined;
  /** A standstill of 30 seconds when absent. */
  readonly complete?: Completeness | undefined;
  /** Names of files that are no files of the partner's (yet); when absent those that start with `.` or `~`, or end in `.tmp`, `.part` and the like. */
  readonly ignores?: ((name: string) => boolean) | undefined;
  /** How long a reader has a file before another one may take it over, in milliseconds; 15 minutes when absent. */
  readonly leaseMs?: number | undefined;
  /** Largest file that is read, in bytes; 64 MiB when absent. */
  readonly maximumBytes?: number | undefined;
  /** Most files of a folder that are looked at; 100 000 when absent. */
  readonly maximumFiles?: number | undefined;
  /** What a temporary name starts and ends with; `.` and `.part` when absent. */
  readonly temporary?: { readonly prefix: string; readonly suffix: string } | undefined;
  /** A file of at least so many bytes goes on where a broken upload ended, when what is there is right; never when absent. */
  readonly resumeFrom?: number | undefined;
  readonly observe?: ((notice: MailboxNotice) => void) | undefined;
  /** Milliseconds since 1970. Readers of one mailbox need clocks that agree to a small part of the lease. */
  readonly now?: (() => number) | undefined;
  /** Letters and digits that come once, at least 8; of a random UUID when absent. */
  readonly unique?: (() => string) | undefined;
}

/** Options with their defaults. */
export type MailboxSettings = Required<{ [Name in keyof MailboxOptions]: NonNullable<MailboxOptions[Name]> }>;

/** Fills in what is absent; folders are relative to `root`. Throws a RangeError for a setting that cannot be meant. */
export function mailboxSettings(options: MailboxOptions, root = ''): MailboxSettings {
  const settings: MailboxSettings = {
    outgoing: options.outgoing ?? '',
    incoming: options.incoming ?? '',
    claims: options.claims ?? 'claimed',
    archive: options.archive ?? 'archive',
    errors: options.errors ?? 'errors',
    reader: options.reader ?? defaultReader(),
    complete: options.complete ?? { by: 'standstill', milliseconds: 30_000 },
    ignores: options.ignores ?? isTemporaryName,
    leaseMs: options.leaseMs ?? 15 * 60_000,
    maximumBytes: options.maximumBytes ?? 64 * 1024 * 1024,
    maximumFiles: options.maximumFiles ?? 100_000,
    temporary: options.temporary ?? { prefix: '.', suffix: '.part' },
    resumeFrom: options.resumeFrom ?? Number.POSITIVE_INFINITY,
    observe: options.observe ?? (() => undefined),
    now: options.now ?? Date.now,
    unique: options.unique ?? (() => randomUUID().replaceAll('-', '').slice(0, 12)),
  };
  check(settings, root);
  return settings;
}

function check(settings: MailboxSettings, root: string): void {
  const { reader, leaseMs, temporary, incoming, claims, archive, errors } = settings;
  if (!/^[A-Za-z0-9-]{1,32}$/.test(reader)) throw new RangeError('reader is letters, digits and -, at most 32');
  if (!(leaseMs > 0)) throw new RangeError('leaseMs is more than 0');
  if (temporary.suffix === '') throw new RangeError('temporary.suffix is not empty');
  for (const text of [temporary.prefix, temporary.suffix]) {
    if (!/^[A-Za-z0-9._~-]{0,16}$/.test(text))
      throw new RangeError('temporary is letters, digits and ._~-, at most 16');
  }
  const folders = [incoming, claims, archive, errors];
  if (folders.some((one, index) => folders.slice(0, index).some((other) => samePlace(root, one, other))))
    throw new RangeError('incoming, claims, archive and errors are four folders');
}

function defaultReader(): string {
  const name = hostname()
    .replaceAll(/[^A-Za-z0-9-]/g, '-')
    .slice(0, 32);
  return name === '' ? 'reader' : name;
}

/** Names that programs give to a file while they write it. */
function isTemporaryName(name: string): boolean {
  return /^[.~]|\.(?:tmp|temp|part|partial|filepart|uploading|writing|crdownload|swp|lock)$|~$/i.test(name);
}
