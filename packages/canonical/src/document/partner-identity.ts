import * as z from 'zod';
import { Extensions, Identifier } from '../value/value.ts';

/** Whether something counts (ISA15 P) or is tried (ISA15 T); the two never mix. */
export type Usage = 'production' | 'test';

export const Usage: z.ZodType<Usage> = z.enum(['production', 'test']);

const Delimiter = z.string().length(1);

/** The characters that a partner's interchanges are written with, one each. */
export interface PartnerDelimiters {
  element: string;
  component: string;
  segment: string;
  /** Only from 00402 on. */
  repetition?: string | undefined;
}

export const PartnerDelimiters: z.ZodType<PartnerDelimiters> = z.strictObject({
  element: Delimiter,
  component: Delimiter,
  segment: Delimiter,
  repetition: Delimiter.optional(),
});

/** Where interchanges of one usage, and of one unit of the partner, come from and go to. */
export interface InterchangeAddress {
  usage: Usage;
  /** A division, brand or region of the partner, where each has ids of its own. */
  unit?: string | undefined;
  /** Kind of the id (ISA05, ISA07): `01` DUNS, `08` UCC, `12` phone, `ZZ` agreed. */
  qualifier: string;
  /** ISA06, ISA08: without the blanks at its end. */
  id: string;
  /** GS02, GS03; the `id` when absent. */
  groupId?: string | undefined;
  /** Releases that it speaks (GS08): `004010`, `004010VICS`. */
  releases?: string[] | undefined;
  /** ISA12: `00401`. */
  interchangeVersion?: string | undefined;
  delimiters?: PartnerDelimiters | undefined;
}

export const InterchangeAddress: z.ZodType<InterchangeAddress> = z.strictObject({
  usage: Usage,
  unit: z.string().min(1).optional(),
  qualifier: z.string().length(2),
  id: z.string().min(1).max(15).regex(/\S$/, 'expected an id without blanks at its end'),
  groupId: z.string().min(1).max(15).optional(),
  releases: z.array(z.string().min(1).max(12)).optional(),
  interchangeVersion: z.string().length(5).optional(),
  delimiters: PartnerDelimiters.optional(),
});

/** How files or messages reach the partner: names only, never a secret. */
export interface Connection {
  usage: Usage;
  unit?: string | undefined;
  protocol: 'as2' | 'sftp' | 'ftps' | 'van' | 'https';
  /** The AS2 name, the user and host, the mailbox or the address. */
  name: string;
}

export const Connection: z.ZodType<Connection> = z.strictObject({
  usage: Usage,
  unit: z.string().min(1).optional(),
  protocol: z.enum(['as2', 'sftp', 'ftps', 'van', 'https']),
  name: z.string().min(1),
});

/** What a trading partner is known by: numbers, X12 addresses, connections, shop domains. */
export interface PartnerIdentity {
  /** GLN, DUNS, the customer number in the ERP. */
  ids?: Identifier[] | undefined;
  interchanges?: InterchangeAddress[] | undefined;
  connections?: Connection[] | undefined;
  /** Company prefixes of its GTINs, GLNs and SSCCs, 4 to 12 digits. */
  gs1CompanyPrefixes?: string[] | undefined;
  /** Domains that its shop's orders come from: `northfield.example`. */
  shopDomains?: string[] | undefined;
  /** IANA name of the zone that its dates and times without offset are of: `America/Chicago`. */
  timeZone?: string | undefined;
  ext?: Extensions | undefined;
}

export const PartnerIdentity: z.ZodType<PartnerIdentity> = z.strictObject({
  ids: z.array(Identifier).optional(),
  interchanges: z.array(InterchangeAddress).optional(),
  connections: z.array(Connection).optional(),
  gs1CompanyPrefixes: z.array(z.string().regex(/^\d{4,12}$/, 'expected 4 to 12 digits')).optional(),
  shopDomains: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'expected a domain in small letters')
        .max(253),
    )
    .optional(),
  timeZone: z.string().min(1).max(64).optional(),
  ext: Extensions.optional(),
});
