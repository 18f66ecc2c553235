import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '@dist/example-order-to-cash/open-journal';
import { openWorld } from '@dist/example-order-to-cash/world';
import type { Journal } from '@dist/orchestration/runtime';

/** All that a house and its tower keep in a folder. */
const kept = ['journal.sqlite', 'tower.sqlite'].flatMap((file) => [file, `${file}-wal`, `${file}-shm`]);

/**
 * Moves what another release of the sample house has left in a folder into a folder within it, and answers its name: orders
 * stay under the policy that they came under, and that one is not here. Undefined where there is nothing to move.
 */
export async function putAside(folder: string, policy: string): Promise<string | undefined> {
  if (!existsSync(join(folder, 'journal.sqlite'))) return undefined;
  const world = openWorld(folder, false);
  try {
    const journal = openJournal(world);
    const other = await otherPolicy(journal, policy).finally(() => journal.close());
    if (other === undefined) return undefined;
    const aside = freeName(folder, `before-${policy}`);
    mkdirSync(aside);
    for (const name of [...kept, 'counterparties', 'documents'])
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
    return aside;
  } finally {
    world.close();
  }
}

/** All orders of a house are under one policy: the first that is under any tells it. */
async function otherPolicy(journal: Journal, policy: string): Promise<string | undefined> {
  for await (const id of journal.orders()) {
    const stored = await journal.load(id);
    const pinned = stored?.snapshot?.policy ?? stored?.log.find((entry) => entry.policy !== undefined)?.policy;
    if (pinned !== undefined) return pinned === policy ? undefined : pinned;
  }
  return undefined;
}

function freeName(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${name}-${number}`);
    if (!existsSync(path)) return path;
  }
}
