import { faultOfName } from './check-name.ts';
import { claimFiles, incomingFiles } from './claim-files.ts';
import { type FileStore, pathIn } from './file-store.ts';
import type { Mailbox } from './mailbox.ts';
import type { MailboxSettings } from './mailbox-options.ts';
import { isTemporary, putFile } from './put-file.ts';
import { samePlace } from './same-place.ts';
import { standingStill } from './standing-still.ts';

/** A mailbox over the steps that a disk or a server offers, of which the folders are relative to `root`. */
export function mailboxOver(store: FileStore, settings: MailboxSettings, root = ''): Mailbox {
  const still = standingStill();
  const { incoming, outgoing, maximumBytes, maximumFiles } = settings;
  const isOneFolder = samePlace(root, incoming, outgoing);
  let used: 'put' | 'claim' | undefined;
  const use = (way: 'put' | 'claim'): void => {
    // What was put there would be claimed as if the partner had sent it.
    if (isOneFolder && (used ?? way) !== way)
      throw new TypeError('incoming and outgoing are one folder here, so that this mailbox either puts or claims');
    used = way;
  };
  return {
    put: async (name, bytes, call) => {
      use('put');
      await putFile(store, settings, { name, bytes }, call);
    },
    list: async () => {
      const files = incomingFiles(await store.list(incoming, maximumFiles), settings);
      return files.map(({ name, bytes, modifiedAt }) => ({ name, bytes, modifiedAt }));
    },
    read: async (name) => {
      const fault = faultOfName(name);
      if (fault !== undefined) throw new RangeError(`There is no file of this name: it ${fault}`);
      return await store.read(pathIn(incoming, name), maximumBytes);
    },
    claim: (call) => {
      use('claim');
      return claimFiles({ store, settings, still }, call);
    },
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
