import * as z from 'zod';
import { optionalText } from '../wire/optional-text.ts';
import { type PageInfo, pageInfo } from './page-info.ts';

/** Most lines of an order that come with it; the others are asked for. */
const linesWithOrder = 20;

// A decimal stays the text that it is from here to the order.
const money = z.object({ amount: z.string(), currencyCode: z.string().optional() });
const moneyBag = z.object({ shopMoney: money, presentmentMoney: money });
const taxLine = z.object({ title: z.string(), priceSet: moneyBag });

const address = z.object({
  name: optionalText,
  company: optionalText,
  address1: optionalText,
  address2: optionalText,
  city: optionalText,
  provinceCode: optionalText,
  zip: optionalText,
  countryCodeV2: optionalText,
  phone: optionalText,
});

const lineNode = z.object({
  id: z.string(),
  sku: optionalText,
  name: z.string(),
  quantity: z.int(),
  currentQuantity: z.int(),
  variant: z.object({ id: z.string() }).nullish(),
  originalUnitPriceSet: moneyBag,
  discountAllocations: z.array(z.object({ allocatedAmountSet: moneyBag })),
});

/** The lines of an order, a page of them. */
export const orderLinesPage: z.ZodType<{ nodes: OrderLineNode[]; pageInfo: PageInfo }> = z.object({
  nodes: z.array(lineNode),
  pageInfo,
});

/** An order as the selection {@link orderSelection} gives it. */
export const orderNode = z.object({
  id: z.string(),
  name: z.string(),
  test: z.boolean(),
  createdAt: z.string(),
  cancelledAt: optionalText,
  displayFinancialStatus: optionalText,
  currencyCode: z.string(),
  presentmentCurrencyCode: z.string(),
  taxesIncluded: z.boolean(),
  note: optionalText,
  poNumber: optionalText,
  totalPriceSet: moneyBag,
  currentTotalPriceSet: moneyBag,
  paymentTerms: z.object({ dueInDays: z.int().nullish(), paymentTermsName: z.string() }).nullish(),
  customer: z.object({ id: z.string() }).nullish(),
  purchasingEntity: z
    .object({
      company: z.object({ id: z.string() }).optional(),
      location: z.object({ id: z.string() }).optional(),
    })
    .nullish(),
  billingAddress: address.nullish(),
  shippingAddress: address.nullish(),
  taxLines: z.array(taxLine),
  shippingLines: z.object({
    nodes: z.array(
      z.object({ title: z.string(), code: optionalText, isRemoved: z.boolean(), discountedPriceSet: moneyBag }),
    ),
  }),
  lineItems: orderLinesPage,
});

/** An order with a page of its lines. */
export type OrderNode = z.output<typeof orderNode>;
/** A line of an order. */
export type OrderLineNode = z.output<typeof lineNode>;

const bag = '{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';
const place = '{ name company address1 address2 city provinceCode zip countryCodeV2 phone }';

/** What is asked of a line of an order. */
export const lineSelection: string = `id sku name quantity currentQuantity
      variant { id }
      originalUnitPriceSet ${bag}
      discountAllocations { allocatedAmountSet ${bag} }`;

/** What is asked of an order. Removed shipping lines come too: the webhook has them. */
export const orderSelection: string = `id name test createdAt updatedAt cancelledAt displayFinancialStatus
    currencyCode presentmentCurrencyCode taxesIncluded note poNumber
    totalPriceSet ${bag}
    currentTotalPriceSet ${bag}
    paymentTerms { dueInDays paymentTermsName }
    customer { id }
    purchasingEntity { ... on PurchasingCompany { company { id } location { id } } }
    billingAddress ${place}
    shippingAddress ${place}
    taxLines { title priceSet ${bag} }
    shippingLines(first: 3, includeRemovals: true) { nodes { title code isRemoved discountedPriceSet ${bag} } }
    lineItems(first: ${linesWithOrder}) {
      nodes { ${lineSelection} }
      pageInfo { hasNextPage endCursor }
    }`;
