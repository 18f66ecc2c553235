import type { Overlay } from '@dist/mapping';
import { loadOverlay } from '@dist/mapping';
import { AcknowledgmentPolicy, type ChangePolicy, type OrderPolicy } from '@dist/mapping/registry';
import * as z from 'zod';
import { type BatchRule, BatchRules } from './batch/batch-rule.ts';
import { PartnerRole } from './partner/partner-role.ts';

const documents = [
  '850',
  '855',
  '856',
  '810',
  '820',
  '824',
  '846',
  '860',
  '864',
  '865',
  '940',
  '945',
  '180',
  '214',
  '812',
] as const;

/** The transaction sets that an order to cash needs, by what they are to us. */
export type PartnerDocument = (typeof documents)[number];

/** An address on the envelope: ISA05/06 or ISA07/08. */
export interface EnvelopeAddress {
  readonly qualifier: string;
  readonly id: string;
}

/**
 * What differs between trading partners, as JSON: who they are on the envelope, how they want to be written to, and the
 * overlays that turn the standard maps into theirs.
 */
export interface TradingPartner {
  /** Our name for the partner: part of order ids, lanes and stored documents. */
  readonly id: string;
  readonly name: string;
  readonly interchange: { readonly theirs: EnvelopeAddress; readonly ours: EnvelopeAddress };
  /** GS02/GS03. */
  readonly group: { readonly theirs: string; readonly ours: string };
  /** ISA15 of what we send. */
  readonly usage: 'T' | 'P';
  /** GS08 of what we send: release and industry suffix, `004010VICS`. */
  readonly version: string;
  readonly delimiters?: { readonly element: string; readonly component: string; readonly segment: string } | undefined;
  /** Text after each segment terminator. */
  readonly lineBreak?: '' | '\n' | '\r\n' | undefined;
  readonly overlays?: Readonly<Partial<Record<PartnerDocument, readonly Overlay[] | undefined>>> | undefined;
  /** What is gathered and leaves together (R14); a document that no rule gathers leaves at once, alone. */
  readonly batches?: readonly BatchRule[] | undefined;
  /** What it is to us; a `customer` when absent. What its role does not say (a carrier's order) waits for a person. */
  readonly role?: PartnerRole | undefined;
  /** Companion guides as JSON (`readGuide` of `@dist/x12/guide`), by the id of the format: `x12/004010/850` (R10). */
  readonly guides?: Readonly<Record<string, unknown>> | undefined;
  /** Transaction sets that it may send; others are refused (AK502 1). All that have a definition when absent. */
  readonly receives?: readonly string[] | undefined;
  /** Reads a release that has no definition with the nearest one, all code lists open (R05); refused when absent. */
  readonly nearestRelease?: boolean | undefined;
  /** Form of acknowledgments, and what a fault of the guide does (R09, R10). */
  readonly acknowledgment?: AcknowledgmentPolicy | undefined;
  /** How its orders are known again (R04). */
  readonly order?: Pick<OrderPolicy, 'identity'> | undefined;
  /** How its changes are meant (R17). */
  readonly change?: ChangeAgreement | undefined;
  /** Of a warehouse: it confirms a request in several 945s, each of what left; one is all there is when absent (R21). */
  readonly confirmsInParts?: boolean | undefined;
  /** Words after which its free texts (864) name what they are about: `{ order: ['PO ', 'ORDER NO. '] }` (R11). */
  readonly textLinks?: TextLinks | undefined;
}

/** What a partner's 860 leaves open. */
export interface ChangeAgreement extends Pick<ChangePolicy, 'quantities'> {
  /**
   * What BCH05 is: `sequence` numbers the changes of an order from 1, so that a gap waits; `name` only names the change.
   * `sequence` when absent.
   */
  readonly numbering?: 'sequence' | 'name' | undefined;
}

/** Words of a partner that stand before a number. */
export interface TextLinks {
  readonly order?: readonly string[] | undefined;
  readonly invoice?: readonly string[] | undefined;
  readonly shipment?: readonly string[] | undefined;
}

const address = z.strictObject({ qualifier: z.string().length(2), id: z.string().min(1).max(15) });
const sign = z.string().length(1);
const overlay = z.unknown().transform((json, context): Overlay => {
  const loaded = loadOverlay(json);
  if (loaded.ok) return loaded.value;
  for (const { message } of loaded.issues) context.addIssue(message);
  return z.NEVER;
});
const overlays = z.array(overlay).optional();
const change = z.strictObject({
  quantities: z.enum(['total', 'difference']).optional(),
  numbering: z.enum(['sequence', 'name']).optional(),
});
const words = z.array(z.string().min(2).max(40)).max(20).optional();
const identity = z.array(z.enum(['number', 'release', 'date', 'division'])).min(1);

/** Checks a profile that comes from JSON: `TradingPartner.safeParse(json)`. Unknown fields are errors, so that a typing mistake is seen. */
export const TradingPartner: z.ZodType<TradingPartner> = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'expected small letters, digits and hyphens, 40 at most'),
  name: z.string().min(1),
  interchange: z.strictObject({ theirs: address, ours: address }),
  group: z.strictObject({ theirs: z.string().min(2).max(15), ours: z.string().min(2).max(15) }),
  usage: z.enum(['T', 'P']),
  version: z.string().regex(/^\d{6}[A-Z0-9]{0,6}$/, 'expected a release and an industry suffix, such as 004010VICS'),
  delimiters: z.strictObject({ element: sign, component: sign, segment: sign }).optional(),
  lineBreak: z.enum(['', '\n', '\r\n']).optional(),
  overlays: z.partialRecord(z.enum(documents), overlays).optional(),
  batches: BatchRules.optional(),
  role: PartnerRole.optional(),
  guides: z.record(z.string().regex(/^x12\/\d{6}\/\d{3}$/), z.unknown()).optional(),
  receives: z.array(z.string().length(3)).max(300).optional(),
  nearestRelease: z.boolean().optional(),
  acknowledgment: AcknowledgmentPolicy.optional(),
  order: z.strictObject({ identity: identity.optional() }).optional(),
  change: change.optional(),
  confirmsInParts: z.boolean().optional(),
  textLinks: z.strictObject({ order: words, invoice: words, shipment: words }).partial().optional(),
});
