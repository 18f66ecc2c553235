/** What a command needs of the world around it; tests give one of their own. */
export interface System {
  /** Whether a person would have to type the input. */
  readonly isInputTerminal: boolean;
  /** Whether a person looks at standard error. */
  readonly isErrorTerminal: boolean;
  /** The bytes of a file, or of standard input for `-`. @throws Failure when it can not be read. */
  read(file: string): AsyncIterable<Uint8Array>;
  /** Size in bytes; undefined where it is not known before the end. */
  sizeOf(file: string): Promise<number | undefined>;
  /** Writes to standard output. */
  print(output: string | Uint8Array): Promise<void>;
  /** Writes to standard error. */
  tell(text: string): void;
  /** Writes a new file, with the folders above it. @throws Failure when there is one of that name. */
  create(file: string, bytes: Uint8Array): Promise<void>;
  /** Adds text to the end of a file, which is made where there is none. @throws Failure when it can not be written. */
  append(file: string, text: string): Promise<void>;
  now(): Date;
  /** The version of this package, for instance `1.2.0`. */
  version(): string;
}
