import type { Mailbox } from './mailbox.ts';
import { mailboxError } from './mailbox-error.ts';

/**
 * A transport of the gateway over one mailbox for each partner: `northfield/855-000000002.edi` goes to that of `northfield`.
 * Rejects with a MailboxError: `config` for a partner that has none. Throws a RangeError for a name without a partner.
 */
export function partnerMailboxes(
  mailboxOf: (partner: string) => Pick<Mailbox, 'put'> | undefined,
): Pick<Mailbox, 'put'> {
  return {
    async put(name, bytes, call) {
      const at = name.lastIndexOf('/');
      if (at < 1) throw new RangeError('A name is that of a partner, a stroke and that of a file');
      const mailbox = mailboxOf(name.slice(0, at));
      if (mailbox === undefined) throw mailboxError('config', `${name.slice(0, at)} has no mailbox`);
      await mailbox.put(name.slice(at + 1), bytes, call);
    },
  };
}
