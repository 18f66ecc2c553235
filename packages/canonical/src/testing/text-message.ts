import * as fc from 'fast-check';
import type { TextMessage } from '../document/text-message.ts';
import { calendarDate, code, party, references, text } from './values.ts';

/** A valid TextMessage: a few lines that a person reads. */
export function textMessage(): fc.Arbitrary<TextMessage> {
  const message = fc.record({ number: code(), lines: fc.array(text(60), { minLength: 1, maxLength: 4 }) });
  return fc
    .record(
      {
        kind: fc.constant('textMessage'),
        version: fc.constant('1'),
        purpose: fc.constant('original'),
        subject: text(40),
        issuedOn: calendarDate(),
        parties: fc.record({ buyer: party() }, { requiredKeys: [] }),
        references: references(),
        messages: fc.array(message, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['kind', 'version', 'purpose', 'parties', 'references', 'messages'] },
    )
    .map((document): TextMessage => document);
}
