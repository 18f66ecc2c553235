/** A thing in a folder. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970, by the clock of the machine that it lies on. */
  readonly modifiedAt: number;
  /** Whether it is a plain file: no folder, link or pipe. */
  readonly isFile: boolean;
}

/**
 * The few steps that a mailbox is made of, over a disk or SFTP. Each is whole or did not happen, `write` aside. All reject
 * with a MailboxError. Paths are joined with `/`.
 */
export interface FileStore {
  /** What is in a folder, in no order. */
  list(folder: string, maximum: number): Promise<readonly StoredFile[]>;
  /** What has this path, links not followed; undefined when nothing has. */
  state(path: string): Promise<StoredFile | undefined>;
  /** The bytes of a plain file; undefined when there is none. */
  read(path: string, maximumBytes: number): Promise<Uint8Array | undefined>;
  /**
   * Writes a file from an offset on and waits for the disk where it can. `new`: a file that must not be there yet. Resolves
   * when the file has the size of `bytes`.
   */
  write(path: string, bytes: Uint8Array, from: number | 'new', signal?: AbortSignal): Promise<void>;
  /** Gives a file another name that nothing has: of several that want the name one gets it, whatever it replaces. */
  publish(from: string, to: string): Promise<'moved' | 'exists' | 'missing'>;
  /** Gives a file another name, replacing nothing that matters: of several that want the file one gets it. */
  move(from: string, to: string): Promise<boolean>;
  /** Whether there was something to remove. */
  remove(path: string): Promise<boolean>;
  /** Makes a folder with those above it, unless it is there. */
  makeFolder(path: string): Promise<void>;
  /** Makes the entries of a folder last over a power cut, where it can. */
  synchronize(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** A path in a folder; the folder `''` is the root. */
export function pathIn(folder: string, name: string): string {
  if (folder === '') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
