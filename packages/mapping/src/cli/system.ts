/** What a command needs of the world around it; tests give one of their own. */
export interface System {
  /** Whether a person would have to type the input. */
  readonly isInputTerminal: boolean;
  /** The bytes of a file, or of standard input for `-`. @throws Failure when it can not be read. */
  read(file: string): AsyncIterable<Uint8Array>;
  /** Size in bytes; undefined where it is not known before the end. */
  sizeOf(file: string): Promise<number | undefined>;
  /** Whether there is a folder of this name. */
  isFolder(name: string): Promise<boolean>;
  /** Paths of all files in a folder, from it, with `/`, sorted; hidden ones left out. @throws Failure for too many. */
  filesIn(folder: string): Promise<readonly string[]>;
  /** Where a map that this package ships is, by its id (`x12/004010/850`); undefined when there is none. */
  shippedMap(id: string): string | undefined;
  /** What a module exports: a file, or a package as the folder of the command resolves it. @throws Failure when there is none. */
  moduleOf(name: string): Promise<Readonly<Record<string, unknown>>>;
  /** Writes to standard output. */
  print(output: string | Uint8Array): Promise<void>;
  /** Writes to standard error. */
  tell(text: string): void;
  /** Writes a new folder with these files, all or none. @throws Failure when there is something of that name. */
  create(folder: string, files: Readonly<Record<string, string>>): Promise<void>;
  now(): Date;
  /** How this command is called here: `dist-map`, `npx @dist/mapping`. */
  readonly calledAs: string;
  /** The version of this package, for instance `1.2.0`. */
  version(): string;
}
