// A reader that may be killed: node reader.ts '{"folder":…}'. It writes down each file that it is given, then settles it,
// until what is in `stop` is there.
import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileMailbox, type Mailbox, type MailboxOptions } from '@dist/connectors/node/files';
import { type SftpServer, sftpMailbox } from '@dist/connectors/node/sftp';

/** What a reader is told. */
export interface ReaderSettings {
  /** Root of the mailbox, with the folder `in`. */
  readonly folder: string;
  readonly reader: string;
  readonly leaseMs: number;
  /** Milliseconds that it takes over a file. */
  readonly takes: number;
  /** Lines of reader, name and attempt. */
  readonly ledger: string;
  readonly stop: string;
  /** Absent for a folder of this machine. */
  readonly server?: SftpServer | undefined;
}

const settings: ReaderSettings = JSON.parse(process.argv[2] ?? '');
await main();

async function main(): Promise<void> {
  const { ledger, reader, stop, takes } = settings;
  const mailbox = open();
  while (!existsSync(stop)) {
    for await (const file of mailbox.claim()) {
      const content = new TextDecoder().decode(await file.read());
      if (content !== file.name) throw new Error(`${file.name} has other bytes`);
      appendFileSync(ledger, `${reader}\t${file.name}\t${file.attempt}\n`);
      await pause(takes);
      await file.settle('archive');
    }
    await pause(50);
  }
  await mailbox.close();
}

function open(): Mailbox {
  const { folder, reader, leaseMs, server } = settings;
  const options: MailboxOptions = { incoming: 'in', outgoing: 'out', complete: { by: 'rename' }, reader, leaseMs };
  return server ? sftpMailbox({ ...options, ...server, root: folder }) : fileMailbox(folder, options);
}
