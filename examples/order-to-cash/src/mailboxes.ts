import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentTransport } from '@dist/connectors/gateway';
import { fileDrop } from '@dist/connectors/node/file-drop';

/** One folder for each partner, as if it were the partner's mailbox. */
export function mailboxes(root: string): DocumentTransport & { clean(): Promise<void> } {
  return {
    async put(name, bytes) {
      const at = name.lastIndexOf('/');
      const folder = join(root, name.slice(0, at));
      mkdirSync(folder, { recursive: true });
      await fileDrop(folder).put(name.slice(at + 1), bytes);
    },
    /** Removes what a process that was killed left half-written. */
    async clean() {
      const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      await Promise.all(folders.map(({ name }) => fileDrop(join(root, name)).clean(Date.now() + 1)));
    },
  };
}
