import * as z from 'zod';
import { decimal } from '../wire/decimal.ts';
import { optionalText } from '../wire/optional-text.ts';
import { itemQuantityWire } from './item-quantity.ts';

const moneyWire = z.object({
  currencyCode: optionalText,
  amount: decimal.optional(),
  unitOfMeasure: optionalText,
});

export type MoneyWire = z.output<typeof moneyWire>;

const partyWire = z.object({
  partyId: z.string().min(1),
  address: z
    .object({
      name: optionalText,
      addressLine1: optionalText,
      addressLine2: optionalText,
      addressLine3: optionalText,
      city: optionalText,
      stateOrRegion: optionalText,
      postalCode: optionalText,
      countryCode: optionalText,
      phone: optionalText,
    })
    .optional(),
  taxInfo: z.object({ taxRegistrationType: z.string(), taxRegistrationNumber: z.string().min(1) }).optional(),
});

export type PartyWire = z.output<typeof partyWire>;

const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'expected an instant (ISO 8601)');

const itemWire = z.object({
  itemSequenceNumber: z.string().min(1),
  amazonProductIdentifier: optionalText,
  vendorProductIdentifier: optionalText,
  orderedQuantity: itemQuantityWire,
  isBackOrderAllowed: z.boolean().optional(),
  netCost: moneyWire.optional(),
  listPrice: moneyWire.optional(),
});

export type OrderItemWire = z.output<typeof itemWire>;

const detailsWire = z.object({
  purchaseOrderDate: instant,
  purchaseOrderChangedDate: instant.optional(),
  purchaseOrderType: optionalText,
  dealCode: optionalText,
  paymentMethod: optionalText,
  importDetails: z
    .object({
      methodOfPayment: optionalText,
      internationalCommercialTerms: optionalText,
      portOfDelivery: optionalText,
      importContainers: optionalText,
      shippingInstructions: optionalText,
    })
    .optional(),
  buyingParty: partyWire.optional(),
  sellingParty: partyWire.optional(),
  shipToParty: partyWire.optional(),
  billToParty: partyWire.optional(),
  shipWindow: optionalText,
  deliveryWindow: optionalText,
  items: z.array(itemWire).min(1),
});

export type OrderDetailsWire = z.output<typeof detailsWire>;

/** What is read of an `Order` of the model vendorOrders. */
export const orderWire = z.object({
  purchaseOrderNumber: z.string().min(1),
  // Required by the model, and left out by an answer of its own sandbox.
  purchaseOrderState: optionalText,
  orderDetails: detailsWire,
});

/** A page of `getPurchaseOrders`; its orders are read one by one. */
export const orderPageWire = z.object({
  payload: z.object({
    pagination: z.object({ nextToken: optionalText }).optional(),
    orders: z.array(z.unknown()),
  }),
});
