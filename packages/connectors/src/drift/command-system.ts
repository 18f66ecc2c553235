/** What the command needs of the world around it; tests give one of their own. */
export interface CommandSystem {
  /** A text file, unpacked where it is gzipped. Rejects with a CommandFailure where it can not be read. */
  read(file: string): Promise<string>;
  /** The list of uses that the adapter of a system brings, and the name of its file; undefined where there is none. */
  usesOf(system: string): Promise<{ readonly file: string; readonly text: string } | undefined>;
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes to standard error. */
  tell(text: string): void;
}

/** Why the command can not do its work: how it was called, or a file that can not be used. Exit code 2. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}
