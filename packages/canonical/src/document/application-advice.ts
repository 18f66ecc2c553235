import * as z from 'zod';
import { CalendarDate, Extensions, Parties, Reference } from '../value/value.ts';
import { Purpose } from './order.ts';

/** One fault that the receiver's application found (X12 TED). */
export interface AdviceError {
  /** Code of the receiver (X12 647, or its own). */
  code: string;
  message?: string | undefined;
  segment?: string | undefined;
  /** Place of the segment in its set, from 1. */
  segmentPosition?: number | undefined;
  /** Place of the element in its segment, from 1. */
  elementPosition?: number | undefined;
  found?: string | undefined;
  /** The value that the receiver has put in its place. */
  corrected?: string | undefined;
  notes?: string[] | undefined;
}

export const AdviceError: z.ZodType<AdviceError> = z.strictObject({
  code: z.string().min(1),
  message: z.string().optional(),
  segment: z.string().min(1).optional(),
  segmentPosition: z.int().nonnegative().optional(),
  elementPosition: z.int().nonnegative().optional(),
  found: z.string().optional(),
  corrected: z.string().optional(),
  notes: z.array(z.string()).optional(),
});

/** What became of one document, named by its numbers (X12 OTI). */
export interface AdvisedDocument {
  /** `acceptedWithErrors` goes on; `rejected` does not. `partiallyAccepted`: some of its items do. */
  status: 'accepted' | 'acceptedWithErrors' | 'acceptedWithChange' | 'partiallyAccepted' | 'rejected';
  /** How much of it is meant. */
  level: 'item' | 'transactionSet' | 'functionalGroup' | 'batch';
  /** The document's own number: of an invoice, a shipment, an order. */
  reference: Reference;
  /** The transaction set that it came in (OTI10): `856`. */
  document?: string | undefined;
  /** When it was sent. */
  date?: CalendarDate | undefined;
  sender?: string | undefined;
  receiver?: string | undefined;
  groupControlNumber?: string | undefined;
  setControlNumber?: string | undefined;
  /** Other numbers of it. */
  references?: Reference[] | undefined;
  errors: AdviceError[];
  ext?: Extensions | undefined;
}

export const AdvisedDocument: z.ZodType<AdvisedDocument> = z.strictObject({
  status: z.enum(['accepted', 'acceptedWithErrors', 'acceptedWithChange', 'partiallyAccepted', 'rejected']),
  level: z.enum(['item', 'transactionSet', 'functionalGroup', 'batch']),
  reference: Reference,
  document: z.string().min(1).optional(),
  date: CalendarDate.optional(),
  sender: z.string().min(1).optional(),
  receiver: z.string().min(1).optional(),
  groupControlNumber: z.string().min(1).optional(),
  setControlNumber: z.string().min(1).optional(),
  references: z.array(Reference).optional(),
  errors: z.array(AdviceError),
  ext: Extensions.optional(),
});

/** What the receiver's application says of documents that were well-formed: X12 824. */
export interface ApplicationAdvice {
  kind: 'applicationAdvice';
  version: '1';
  purpose: Purpose;
  number: string;
  issuedOn: CalendarDate;
  parties: Parties;
  documents: AdvisedDocument[];
  ext?: Extensions | undefined;
}

export const ApplicationAdvice: z.ZodType<ApplicationAdvice> = z.strictObject({
  kind: z.literal('applicationAdvice'),
  version: z.literal('1'),
  purpose: Purpose,
  number: z.string().min(1),
  issuedOn: CalendarDate,
  parties: Parties,
  documents: z.array(AdvisedDocument).min(1),
  ext: Extensions.optional(),
});
