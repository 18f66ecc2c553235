import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentTransport } from '@dist/connectors/gateway';
import { fileMailbox, partnerMailboxes } from '@dist/connectors/node/files';

/** One folder for each partner, as if it were the partner's mailbox. */
export function mailboxes(root: string): DocumentTransport & { clean(): Promise<void> } {
  const transport = partnerMailboxes((partner) => {
    const folder = join(root, partner);
    mkdirSync(folder, { recursive: true });
    return fileMailbox(folder);
  });
  return {
    put: transport.put,
    /** Removes what a process that was killed left half-written. */
    async clean() {
      const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      await Promise.all(folders.map(({ name }) => fileMailbox(join(root, name)).clean(Date.now() + 1)));
    },
  };
}
