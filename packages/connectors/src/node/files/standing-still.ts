import type { StoredFile } from './file-store.ts';

/** What a reader remembers of the files it has seen, to tell which have stood still. */
export interface StandingStill {
  /** Notes the files that there are now, and returns those that have not changed for so long. */
  look(files: readonly StoredFile[], now: number, milliseconds: number): readonly StoredFile[];
  /** Makes a file start anew. */
  forget(name: string): void;
}

/**
 * Compares a file with itself, by this reader's own clock: the clock of the machine that it lies on may be off by hours, and
 * over SFTP its times are whole seconds.
 */
export function standingStill(): StandingStill {
  let seen = new Map<string, { readonly file: StoredFile; readonly since: number }>();
  return {
    look(files, now, milliseconds) {
      const before = seen;
      seen = new Map(
        files.map((file) => {
          const known = before.get(file.name);
          const same = known?.file.bytes === file.bytes && known.file.modifiedAt === file.modifiedAt;
          return [file.name, { file, since: same ? known.since : now }];
        }),
      );
      return files.filter(({ name }) => now - (seen.get(name)?.since ?? now) >= milliseconds);
    },
    forget: (name) => void seen.delete(name),
  };
}
