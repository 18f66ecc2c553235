import * as z from 'zod';
import { Contact } from './contact.ts';

export { Extensions } from './extensions.ts';

/**
 * A decimal number as text: digits, an optional sign and point, no exponent, no trailing zeros after the point,
 * for instance `"12.5"`. Never a binary float, so that money and quantities stay exact.
 */
export type DecimalString = string;

export const DecimalString: z.ZodType<DecimalString> = z
  .string()
  .max(64)
  .regex(
    /^(?:0|-?(?:[1-9]\d*(?:\.\d*[1-9])?|0\.\d*[1-9]))$/,
    'expected a decimal in canonical text, as normalize() writes it',
  );

/** A calendar date without time or zone, `CCYY-MM-DD` (ISO 8601). It is never turned into an instant. */
export type CalendarDate = string;

export const CalendarDate: z.ZodType<CalendarDate> = z.iso.date();

/** An instant with the offset it came with, ISO 8601: `2026-03-02T08:15:00-06:00`. */
export type Instant = string;

export const Instant: z.ZodType<Instant> = z.iso.datetime({ offset: true });

/** An amount and its currency (ISO 4217, three letters). */
export interface Money {
  amount: DecimalString;
  /** ISO 4217, three letters. */
  currency: string;
}

/** The schema of a currency code (ISO 4217). */
export const Currency: z.ZodType<string> = z
  .string()
  .regex(/^[A-Z]{3}$/, 'expected a currency of three capital letters (ISO 4217)');

export const Money: z.ZodType<Money> = z.strictObject({ amount: DecimalString, currency: Currency });

/** A number of units; the unit is a code of UN/ECE Recommendation 20 or 21 with X: `C62` one, `XCS` case, `LBR` pound. */
export interface Quantity {
  value: DecimalString;
  unit: string;
}

/** The schema of a unit code (UN/ECE Recommendation 20, or 21 with X). */
export const Unit: z.ZodType<string> = z
  .string()
  .regex(/^[A-Z0-9]{2,3}$/, 'expected a unit code of UN/ECE Recommendation 20 or 21');

export const Quantity: z.ZodType<Quantity> = z.strictObject({ value: DecimalString, unit: Unit });

/** A price: an amount for `per` units of `unit` (one when absent). Nothing is divided before the line is extended. */
export interface Price {
  amount: DecimalString;
  /** How many units the amount is for: `"12"` for a price per dozen of eaches. */
  per?: DecimalString | undefined;
  /** Unit of the price where it differs from the ordered unit. */
  unit?: string | undefined;
  /** Basis in the partner's own code, for instance X12 639 `PE`. */
  basis?: string | undefined;
}

export const Price: z.ZodType<Price> = z.strictObject({
  amount: DecimalString,
  per: DecimalString.optional(),
  unit: Unit.optional(),
  basis: z.string().optional(),
});

/** Who gives a number its meaning. `buyer` and `seller` are the parties' own numbers. */
export type IdentifierScheme =
  | 'gtin'
  | 'gln'
  | 'sscc'
  | 'duns'
  | 'scac'
  | 'buyer'
  | 'seller'
  | 'manufacturer'
  | 'channel'
  | 'erp';

export const IdentifierScheme: z.ZodType<IdentifierScheme> = z.enum([
  'gtin',
  'gln',
  'sscc',
  'duns',
  'scac',
  'buyer',
  'seller',
  'manufacturer',
  'channel',
  'erp',
]);

/** A number of something and who gives it its meaning: `{ scheme: 'gln', value: '0614141123452' }`. */
export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
}

export const Identifier: z.ZodType<Identifier> = z.strictObject({ scheme: IdentifierScheme, value: z.string().min(1) });

/** A reference by its kind, in words: `department`, `vendorNumber`, `billOfLading`, `proNumber` (X12 REF). */
export interface Reference {
  type: string;
  value: string;
  description?: string | undefined;
}

export const Reference: z.ZodType<Reference> = z.strictObject({
  type: z.string().min(1),
  value: z.string().min(1),
  description: z.string().optional(),
});

/** The schema of a country (ISO 3166-1, two letters). */
export const Country: z.ZodType<string> = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected a country of two capital letters (ISO 3166-1)');

/** A postal address (X12 N3 and N4). */
export interface Address {
  lines: string[];
  city?: string | undefined;
  /** State or province code. */
  region?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1, two letters. */
  country?: string | undefined;
}

export const Address: z.ZodType<Address> = z.strictObject({
  lines: z.array(z.string()),
  city: z.string().optional(),
  region: z.string().optional(),
  postalCode: z.string().optional(),
  country: Country.optional(),
});

/** A company or place: name, numbers, address; whatever is known (X12 N1 loop). */
export interface Party {
  name?: string | undefined;
  /** A second line of the name, a department or "care of" (X12 N2). */
  additionalName?: string | undefined;
  ids: Identifier[];
  address?: Address | undefined;
  contacts?: Contact[] | undefined;
  /** Registrations by kind: `vat`, `gst`, `federalTaxId`. */
  taxIds?: Reference[] | undefined;
}

/** The fields of a party, for the schemas of those that have more. */
export const partyFields = {
  name: z.string().optional(),
  additionalName: z.string().optional(),
  ids: z.array(Identifier),
  address: Address.optional(),
  contacts: z.array(Contact).optional(),
  taxIds: z.array(Reference).optional(),
};

export const Party: z.ZodType<Party> = z.strictObject(partyFields);

/** The parties of a document by their role. */
export interface Parties {
  buyer?: Party | undefined;
  seller?: Party | undefined;
  billTo?: Party | undefined;
  shipTo?: Party | undefined;
  shipFrom?: Party | undefined;
  markFor?: Party | undefined;
  remitTo?: Party | undefined;
}

export const Parties: z.ZodType<Parties> = z.strictObject({
  buyer: Party.optional(),
  seller: Party.optional(),
  billTo: Party.optional(),
  shipTo: Party.optional(),
  shipFrom: Party.optional(),
  markFor: Party.optional(),
  remitTo: Party.optional(),
});

/** How an allowance or charge is settled (X12 331: 01 to 06, in this order). */
export type SettlementMethod =
  | 'billBack'
  | 'offInvoice'
  | 'vendorCheck'
  | 'creditAccount'
  | 'paidByVendor'
  | 'paidByCustomer';

export const SettlementMethod: z.ZodType<SettlementMethod> = z.enum([
  'billBack',
  'offInvoice',
  'vendorCheck',
  'creditAccount',
  'paidByVendor',
  'paidByCustomer',
]);

/** An allowance (subtracted) or charge (added). The amount is never negative: `kind` carries the sign. */
export interface AllowanceCharge {
  kind: 'allowance' | 'charge';
  /** Agreed code, for instance X12 1300 `D240` freight. */
  code: string;
  amount: DecimalString;
  /** Amount for each unit of `quantity` (X12 SAC08). */
  rate?: DecimalString | undefined;
  /** What the rate counts (X12 SAC09, SAC10). */
  quantity?: Quantity | undefined;
  /** Percent that the amount was computed with (X12 SAC07). */
  percent?: DecimalString | undefined;
  /** How it is settled (X12 331): off this invoice, billed back, by credit, and so on. */
  method?: SettlementMethod | undefined;
  /** Number of the agreement or promotion (X12 SAC13). */
  agreement?: string | undefined;
  description?: string | undefined;
}

export const AllowanceCharge: z.ZodType<AllowanceCharge> = z.strictObject({
  kind: z.enum(['allowance', 'charge']),
  code: z.string().min(1),
  amount: DecimalString,
  rate: DecimalString.optional(),
  quantity: Quantity.optional(),
  percent: DecimalString.optional(),
  method: SettlementMethod.optional(),
  agreement: z.string().min(1).optional(),
  description: z.string().optional(),
});

/** A tax (X12 TXI): category in the partner's code, percent where stated, amount. */
export interface Tax {
  category: string;
  rate?: DecimalString | undefined;
  amount: DecimalString;
  /** The amount that the tax is taken of (X12 TXI08). */
  taxable?: DecimalString | undefined;
  /** Who levies it, in the partner's code (X12 TXI05): a state, a province. */
  jurisdiction?: string | undefined;
  /** The prices hold the tax already: it is told, not added. */
  included?: boolean | undefined;
  /** Registration or exemption number (X12 TXI09). */
  taxId?: string | undefined;
}

export const Tax: z.ZodType<Tax> = z.strictObject({
  category: z.string().min(1),
  rate: DecimalString.optional(),
  amount: DecimalString,
  taxable: DecimalString.optional(),
  jurisdiction: z.string().min(1).optional(),
  included: z.boolean().optional(),
  taxId: z.string().min(1).optional(),
});

/** Terms of payment (X12 ITD): percent off when paid within `discountDays`, due in full after `netDays`. */
export interface PaymentTerms {
  /** Kind of terms in the partner's code (X12 336). */
  type?: string | undefined;
  /** The day that the days count from, in the partner's code (X12 333). */
  basis?: string | undefined;
  discountPercent?: DecimalString | undefined;
  discountDays?: number | undefined;
  discountDueOn?: CalendarDate | undefined;
  discountAmount?: DecimalString | undefined;
  netDays?: number | undefined;
  netDueOn?: CalendarDate | undefined;
  description?: string | undefined;
}

export const PaymentTerms: z.ZodType<PaymentTerms> = z.strictObject({
  type: z.string().min(1).optional(),
  basis: z.string().min(1).optional(),
  discountPercent: DecimalString.optional(),
  discountDays: z.int().nonnegative().optional(),
  discountDueOn: CalendarDate.optional(),
  discountAmount: DecimalString.optional(),
  netDays: z.int().nonnegative().optional(),
  netDueOn: CalendarDate.optional(),
  description: z.string().optional(),
});
