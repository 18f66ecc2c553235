import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SftpServer } from '@dist/connectors/node/sftp';
import { type Child, startChild } from '../../../orchestration/test/engines/hosts/child.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import type { ReaderSettings } from './reader.ts';

/** Several processes that read one mailbox. */
export interface ReaderRace {
  /** Root of the mailbox, with the folder `in`. */
  readonly folder: string;
  readonly files: number;
  readonly readers: number;
  readonly leaseMs: number;
  readonly takes: number;
  /** Kills the first reader with -9 when so many files were given. */
  readonly killAfter?: number | undefined;
  readonly server?: SftpServer | undefined;
}

/** What became of it. */
export interface RaceFindings {
  /** Files by how often they were given. */
  readonly times: ReadonlyMap<string, number>;
  /** How many readers had any. */
  readonly readers: number;
  readonly archived: number;
  readonly left: readonly string[];
  readonly milliseconds: number;
}

/** Runs until no file is left in `in` and `claimed`. */
export async function readerRace(race: ReaderRace): Promise<RaceFindings> {
  const { folder, files, readers, leaseMs, takes, killAfter, server } = race;
  const [ledger, stop, log] = ['ledger', 'stop', 'log'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(ledger, '');
  for (let index = 0; index < files; index++) {
    const name = `${1000 + index}.edi`;
    await writeFile(join(folder, 'in', name), name);
  }
  const node = ['--conditions=@dist/source', '--import', 'tsx', '--disable-warning=ExperimentalWarning'];
  const started = Date.now();
  const children: Child[] = Array.from({ length: readers }, (_, index) => {
    const settings: ReaderSettings = { folder, reader: `r${index}`, leaseMs, takes, ledger, stop, server };
    const args = [...node, join(import.meta.dirname, 'reader.ts'), JSON.stringify(settings)];
    return startChild(process.execPath, args, log);
  });
  try {
    if (killAfter !== undefined) {
      await realTime.until('the first reader is at work', () => given(ledger, 'r0').length >= killAfter, 60);
      await children[0]?.kill();
    }
    await realTime
      .until('all is done', async () => (await leftIn(folder)).length === 0, 120)
      .catch((error: unknown) => {
        throw new Error(`${error}\n${readFileSync(log, 'utf8').slice(0, 2000)}`);
      });
  } finally {
    writeFileSync(stop, '');
    await Promise.all(children.map((child) => child.stop()));
  }
  const all = given(ledger);
  const times = new Map<string, number>();
  for (const [, name = ''] of all) times.set(name, (times.get(name) ?? 0) + 1);
  return {
    times,
    readers: new Set(all.map(([reader]) => reader)).size,
    archived: (await readdir(join(folder, 'archive'))).length,
    left: await leftIn(folder),
    milliseconds: Date.now() - started,
  };
}

async function leftIn(folder: string): Promise<readonly string[]> {
  const lists = await Promise.all(['in', 'claimed'].map((name) => readdir(join(folder, name)).catch(() => ['?'])));
  return lists.flat();
}

function given(ledger: string, reader?: string): readonly string[][] {
  const lines = readFileSync(ledger, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => line.split('\t')).filter(([who]) => reader === undefined || who === reader);
}
