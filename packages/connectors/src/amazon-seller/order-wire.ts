import * as z from 'zod';
import { decimal } from '../wire/decimal.ts';
import { optionalText } from '../wire/optional-text.ts';

const moneyWire = z.object({ amount: decimal, currencyCode: z.string().min(1) });

const breakdownsWire = z.array(z.object({ type: z.string().min(1), subtotal: moneyWire })).optional();

const windowWire = z.object({ earliestDateTime: optionalText, latestDateTime: optionalText }).optional();

const addressWire = z.object({
  name: optionalText,
  companyName: optionalText,
  addressLine1: optionalText,
  addressLine2: optionalText,
  addressLine3: optionalText,
  city: optionalText,
  stateOrRegion: optionalText,
  postalCode: optionalText,
  countryCode: optionalText,
  phone: optionalText,
});

export type AddressWire = z.output<typeof addressWire>;

const itemWire = z.object({
  orderItemId: z.string().min(1),
  quantityOrdered: z.int().nonnegative(),
  product: z.object({
    asin: optionalText,
    title: optionalText,
    sellerSku: optionalText,
    price: z.object({ unitPrice: moneyWire.optional() }).optional(),
  }),
  fulfillment: z.object({ quantityFulfilled: z.int().optional(), quantityUnfulfilled: z.int().optional() }).optional(),
});

export type SellerItemWire = z.output<typeof itemWire>;

/** What is read of an `Order` of the model orders_2026-01-01. */
export const orderWire = z.object({
  orderId: z.string().min(1),
  createdTime: z.string().min(1),
  lastUpdatedTime: z.string().min(1),
  orderAliases: z.array(z.object({ aliasId: z.string(), aliasType: z.string() })).optional(),
  programs: z.array(z.string()).optional(),
  salesChannel: z.object({ channelName: z.string(), marketplaceId: optionalText }),
  buyer: z
    .object({
      buyerName: optionalText,
      buyerEmail: optionalText,
      buyerCompanyName: optionalText,
      buyerPurchaseOrderNumber: optionalText,
    })
    .optional(),
  recipient: z.object({ deliveryAddress: addressWire.optional() }).optional(),
  proceeds: z.object({ grandTotal: moneyWire.optional(), breakdowns: breakdownsWire }).optional(),
  fulfillment: z
    .object({
      fulfillmentStatus: z.string().min(1),
      fulfilledBy: optionalText,
      fulfillmentServiceLevel: optionalText,
      shipByWindow: windowWire,
      deliverByWindow: windowWire,
    })
    .optional(),
  orderItems: z.array(itemWire),
});

export type SellerOrderWire = z.output<typeof orderWire>;

/** A page of `searchOrders`; its orders are read one by one. */
export const orderPageWire = z.object({
  orders: z.array(z.unknown()),
  pagination: z.object({ nextToken: optionalText }).optional(),
  lastUpdatedBefore: optionalText,
});

/** The answer of `getOrder`. */
export const oneOrderWire = z.object({ order: z.unknown() }).refine(({ order }) => order !== undefined, 'no order');
