import * as z from 'zod';
import { CalendarDate, Extensions, Parties, Reference } from '../value/value.ts';
import { Purpose } from './order.ts';

/** One message (X12 MIT): a person reads it, no program decides by it. */
export interface Message {
  /** Number of the message or of what it is about (MIT01). */
  number: string;
  subject?: string | undefined;
  lines: string[];
}

export const Message: z.ZodType<Message> = z.strictObject({
  number: z.string().min(1),
  subject: z.string().optional(),
  lines: z.array(z.string()).min(1),
});

/** Free text between the parties: X12 864. */
export interface TextMessage {
  kind: 'textMessage';
  version: '1';
  purpose: Purpose;
  subject?: string | undefined;
  issuedOn?: CalendarDate | undefined;
  parties: Parties;
  references: Reference[];
  messages: Message[];
  ext?: Extensions | undefined;
}

export const TextMessage: z.ZodType<TextMessage> = z.strictObject({
  kind: z.literal('textMessage'),
  version: z.literal('1'),
  purpose: Purpose,
  subject: z.string().optional(),
  issuedOn: CalendarDate.optional(),
  parties: Parties,
  references: z.array(Reference),
  messages: z.array(Message).min(1),
  ext: Extensions.optional(),
});
