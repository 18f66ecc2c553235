import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '@dist/connectors';
import type { DocumentTransport } from '@dist/connectors/gateway';
import { MailboxError } from '@dist/connectors/node/files';

/** A partner's mailbox that is closed, for people to see what happens then. It is staged: a file says that it lasts. */
export interface Outage {
  readonly partner: string;
  /** The file; to remove it ends the outage as well. */
  readonly file: string;
  lasts(): boolean;
  begin(): void;
  /** The mailbox takes documents again. What was parked meanwhile waits for a person who has it sent again. */
  end(): void;
  /** Mailboxes of which that of the partner refuses while the outage lasts. */
  over(mailboxes: DocumentTransport): DocumentTransport;
}

/** The outage of a partner in a folder, which lasts over restarts. */
export function stagedOutage(folder: string, partner: string): Outage {
  const name = `outage-${partner}.sample`;
  const file = join(folder, name);
  const lasts = () => existsSync(file);
  return {
    partner,
    file,
    lasts,
    begin: () => writeFileSync(file, `The mailbox of ${partner} is closed (staged) until this file is removed.\n`),
    end: () => rmSync(file, { force: true }),
    over: (mailboxes) => ({
      async put(document, bytes) {
        if (document.startsWith(`${partner}/`) && lasts()) throw closed(partner, name);
        await mailboxes.put(document, bytes);
      },
    }),
  };
}

/** As an SFTP mailbox fails that takes no connection: nothing has left, so that it may be sent again. */
function closed(partner: string, file: string): MailboxError {
  const message = `no connection to the mailbox of ${partner}: connection refused (staged until ${file} is removed)`;
  return new MailboxError(failure('unavailable', message, { safeToReplay: true, vendor: { code: 'ECONNREFUSED' } }));
}
