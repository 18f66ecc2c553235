import type { AllowanceCharge, Invoice, InvoiceLine, Issue, PaymentTerms, Result, Tax } from '@dist/canonical';
import { issueOf } from '../amazon/issue-of.ts';
import { noonOf } from '../amazon/noon-of.ts';
import { present } from '../port/present.ts';
import { encodeParty } from './encode-party.ts';
import { Faults } from './faults.ts';
import { encodeQuantity } from './item-quantity.ts';

export interface InvoiceOptions {
  /** Code of the party that is paid, where the invoice names none: the vendor code. */
  readonly vendorCode?: string | undefined;
  /** Amazon's word for a code of a tax, an allowance or a charge, beside those that mean the same in any case. */
  readonly taxTypes?: Readonly<Record<string, string>> | undefined;
  readonly chargeTypes?: Readonly<Record<string, string>> | undefined;
}

/**
 * An invoice or credit memo as `submitInvoices` takes it: what an 810 says. The cost of an item is that of an each (or of
 * a weight unit), as Amazon has ordered it: a price of another unit is an issue, since to divide it would round it.
 */
export function encodeInvoice(
  invoice: Invoice,
  options: InvoiceOptions = {},
): Result<{ readonly invoices: readonly object[] }> {
  const faults = new Faults();
  const { parties, currency, lines } = invoice;
  const partyOf = (role: 'shipTo' | 'shipFrom' | 'billTo' | 'remitTo', otherwise?: string) =>
    faults.take(encodeParty(parties, role, otherwise, 'postalOrZipCode'));
  const has = (role: 'shipTo' | 'shipFrom' | 'billTo') => (parties[role] === undefined ? undefined : partyOf(role));
  const money = moneyIn(currency);
  const one = present({
    invoiceType: invoice.type === 'invoice' ? 'Invoice' : 'CreditNote',
    id: invoice.number,
    date: noonOf(invoice.date),
    remitToParty: partyOf('remitTo', options.vendorCode ?? sellerOf(invoice)),
    shipToParty: has('shipTo'),
    shipFromParty: has('shipFrom'),
    billToParty: has('billTo'),
    paymentTerms: invoice.terms && termsOf(invoice.terms),
    invoiceTotal: money(invoice.total),
    taxDetails: taxesOf(invoice.taxes, ['taxes'], currency, options, faults),
    ...chargesOf(invoice.allowancesCharges, ['allowancesCharges'], currency, options, faults),
    items: lines.map((line, at) => itemOf(invoice, line, at, options, faults)),
  });
  if (faults.issues.length > 0) return { ok: false, issues: faults.issues };
  return { ok: true, value: { invoices: [one] }, issues: [] };
}

function moneyIn(currencyCode: string): (amount: string) => { currencyCode: string; amount: string } {
  return (amount) => ({ currencyCode, amount });
}

function sellerOf({ parties }: Invoice): string | undefined {
  return parties.seller?.ids.find(({ scheme }) => scheme === 'buyer')?.value;
}

function termsOf({ discountPercent, discountDays, netDays }: PaymentTerms): object | undefined {
  const terms = present({ discountPercent, discountDueDays: discountDays, netDueDays: netDays });
  return Object.keys(terms).length === 0 ? undefined : { type: 'Basic', ...terms };
}

const each: ReadonlySet<string> = new Set(['C62', 'EA', 'H87']);
const weightUnits: Readonly<Record<string, string>> = {
  LBR: 'POUNDS',
  ONZ: 'OUNCES',
  GRM: 'GRAMS',
  KGM: 'KILOGRAMS',
};

function itemOf(invoice: Invoice, line: InvoiceLine, at: number, options: InvoiceOptions, faults: Faults): object {
  const path = ['lines', at];
  const { price, quantity, pricedQuantity, ids } = line;
  const unit = price.unit ?? pricedQuantity?.unit ?? quantity.unit;
  const weight = Object.hasOwn(weightUnits, unit) ? weightUnits[unit] : undefined;
  if ((price.per ?? '1') !== '1' || (weight === undefined && !each.has(unit))) {
    const text = `Amazon wants the cost of one each or weight unit, not of ${price.per ?? '1'} ${unit}`;
    faults.issues.push(issueOf('price', [...path, 'price'], text));
  }
  const invoicedQuantity = faults.take(encodeQuantity(quantity, [...path, 'quantity'], line.packSize));
  const totalWeight = weight === undefined ? undefined : pricedQuantity;
  return present({
    itemSequenceNumber: numberOf(line.lineId) ?? at + 1,
    amazonProductIdentifier: ids.find(({ scheme }) => scheme === 'buyer')?.value,
    vendorProductIdentifier: ids.find(({ scheme }) => scheme === 'seller')?.value,
    invoicedQuantity: {
      ...invoicedQuantity,
      ...(totalWeight && { totalWeight: { unitOfMeasure: weight, amount: totalWeight.value } }),
    },
    netCost: moneyIn(invoice.currency)(price.amount),
    netCostUnitOfMeasure: weight,
    purchaseOrderNumber: invoice.orderNumber,
    creditNoteDetails: creditOf(invoice),
    taxDetails: taxesOf(line.taxes, [...path, 'taxes'], invoice.currency, options, faults),
    ...chargesOf(line.allowancesCharges, [...path, 'allowancesCharges'], invoice.currency, options, faults),
  });
}

/** Amazon's own number of the item (`itemSequenceNumber` of the order is a text of digits). */
function numberOf(lineId: string): number | undefined {
  return /^\d{1,9}$/.test(lineId) ? Number(lineId) : undefined;
}

function creditOf({ type, originalInvoice, returnNumber }: Invoice): object | undefined {
  if (type === 'invoice') return undefined;
  const details = present({ referenceInvoiceNumber: originalInvoice?.number, returnsReferenceNumber: returnNumber });
  return Object.keys(details).length === 0 ? undefined : details;
}

/** `taxType` of the model vendorInvoices. */
const taxWords: ReadonlySet<string> = new Set(
  'CGST SGST CESS UTGST IGST MwSt. PST TVA VAT GST ST Consumption MutuallyDefined DomesticVAT'.split(' '),
);
/** X12 963. */
const taxCodes: Readonly<Record<string, string>> = { VA: 'VAT', GS: 'GST' };

/**
 * The rate is left out: "percentage must be expressed in decimal" can be read as 20 and as 0.2; amount and taxable amount
 * cannot.
 */
function taxesOf(
  taxes: readonly Tax[] | undefined,
  path: Issue['path'],
  currency: string,
  { taxTypes = {} }: InvoiceOptions,
  faults: Faults,
): readonly object[] | undefined {
  const money = moneyIn(currency);
  return taxes?.map(({ category, amount, taxable }, at) => {
    const known = { ...taxCodes, ...taxTypes };
    const taxType = Object.hasOwn(known, category) ? known[category] : taxWords.has(category) ? category : undefined;
    if (taxType === undefined) {
      const text = `Amazon has no tax "${category}": say one by taxTypes`;
      faults.issues.push(issueOf('tax', [...path, at, 'category'], text));
    }
    return present({ taxType, taxAmount: money(amount), taxableAmount: taxable && money(taxable) });
  });
}

/** X12 1300. */
const chargeCodes: Readonly<Record<string, string>> = { D240: 'Freight', G970: 'SmallOrder' };
const allowanceCodes: Readonly<Record<string, string>> = { C310: 'Discount', F800: 'Promotional' };

function chargesOf(
  all: readonly AllowanceCharge[] | undefined,
  path: Issue['path'],
  currency: string,
  { chargeTypes = {} }: InvoiceOptions,
  faults: Faults,
): { chargeDetails?: readonly object[]; allowanceDetails?: readonly object[] } {
  const money = moneyIn(currency);
  const chargeDetails: object[] = [];
  const allowanceDetails: object[] = [];
  for (const [at, { kind, code, amount, description }] of (all ?? []).entries()) {
    const known = { ...(kind === 'charge' ? chargeCodes : allowanceCodes), ...chargeTypes };
    const type = Object.hasOwn(known, code) ? known[code] : undefined;
    if (type === undefined) {
      const text = `Amazon has no ${kind} "${code}": say one by chargeTypes`;
      faults.issues.push(issueOf('charge', [...path, at, 'code'], text));
    }
    if (kind === 'charge') chargeDetails.push(present({ type, description, chargeAmount: money(amount) }));
    else allowanceDetails.push(present({ type, description, allowanceAmount: money(amount) }));
  }
  return {
    ...(chargeDetails.length > 0 && { chargeDetails }),
    ...(allowanceDetails.length > 0 && { allowanceDetails }),
  };
}
