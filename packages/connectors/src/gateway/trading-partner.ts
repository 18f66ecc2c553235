import type { Overlay } from '@dist/mapping';
import { loadOverlay } from '@dist/mapping';
import * as z from 'zod';

/** The transaction sets that an order to cash needs, by what they are to us. */
export type PartnerDocument = '850' | '855' | '856' | '810';

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
  overlays: z.strictObject({ '850': overlays, '855': overlays, '856': overlays, '810': overlays }).partial().optional(),
});
