import { faultOfName } from './check-name.ts';
import { claimFiles, incomingFiles } from './claim-files.ts';
import { type FileStore, pathIn } from './file-store.ts';
import type { Mailbox } from './mailbox.ts';
import type { MailboxSettings } from './mailbox-options.ts';
import { isTemporary, putFile } from './put-file.ts';
import { standingStill } from './standing-still.ts';

/** A mailbox over the steps that a disk or a server offers. */
export function mailboxOver(store: FileStore, settings: MailboxSettings): Mailbox {
  const still = standingStill();
  const { incoming, outgoing, maximumBytes, maximumFiles } = settings;
  return {
    put: (name, bytes, call) => putFile(store, settings, { name, bytes }, call),
    list: async () => {
      const files = incomingFiles(await store.list(incoming, maximumFiles), settings);
      return files.map(({ name, bytes, modifiedAt }) => ({ name, bytes, modifiedAt }));
    },
    read: async (name) => {
      const fault = faultOfName(name);
      if (fault !== undefined) throw new RangeError(`There is no file of this name: it ${fault}`);
      return await store.read(pathIn(incoming, name), maximumBytes);
    },
    claim: (call) => claimFiles({ store, settings, still }, call),
    clean: async (before) => {
      let removed = 0;
      for (const { name, isFile, modifiedAt } of await store.list(outgoing, maximumFiles)) {
        if (!isFile || modifiedAt >= before || !isTemporary(settings, name)) continue;
        if (await store.remove(pathIn(outgoing, name))) removed++;
      }
      return removed;
    },
    close: () => store.close(),
  };
}
