import {
  DecimalString,
  FulfillmentRequest,
  Invoice,
  Order,
  OrderAcknowledgment,
  OrderChange,
  Shipment,
} from '@dist/canonical';
import * as z from 'zod';
import type { EffectBody, Told } from '../effect.ts';
import { approvalSchema, enrichedLineSchema, lineQuantitySchema, orderPartSchema } from './amount-schemas.ts';
import { deductionSchema } from './money-schemas.ts';
import { text } from './word-schema.ts';

const erpOrderName = { erp: text, partId: text, externalReference: text, number: text };
const lines = z.array(lineQuantitySchema);
const request = z.strictObject({
  part: orderPartSchema,
  lines: z.array(enrichedLineSchema),
  order: Order,
  changes: z.array(text).optional(),
});
const document = { type: z.literal('document.send'), partner: text };
const shop = { partner: text, shopOrderId: text };
const warehouse = { warehouse: text, partId: text, request: text };

const body = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ type: z.literal(type), ...fields });

/** What an operator may put in the place of an effect's body: any body, by its type. */
export const effectBodySchema: z.ZodType<EffectBody> = z.union([
  body('order.enrich', {
    partner: text,
    order: Order,
    round: z.int().min(1),
    receivedAt: z.iso.datetime({ offset: true }).optional(),
    approvals: z.array(approvalSchema).optional(),
  }),
  // What one order tells another is made by the machine: nobody corrects it, so its shape is not opened here.
  body('order.tell', { to: text, told: z.custom<Told>((told) => typeof told === 'object' && told !== null) }),
  body('credit.check', { partner: text, order: Order }),
  body('erp.submit', { erp: text, request }),
  body('erp.find', { erp: text, partId: text, externalReference: text, submit: text, attempt: z.int().min(1) }),
  body('erp.cancel', { ...erpOrderName, cancel: text, lines: lines.optional() }),
  body('erp.change', { ...erpOrderName, change: text, lines, content: OrderChange }),
  body('erp.shipment', { ...erpOrderName, shipment: Shipment }),
  body('erp.invoice', { ...erpOrderName, shipmentId: text }),
  body('erp.credit', { ...erpOrderName, rma: text, lines }),
  body('erp.cash', {
    erp: text,
    payment: text,
    invoice: text,
    amount: DecimalString,
    deductions: z.array(deductionSchema),
  }),
  body('warehouse.release', { ...warehouse, content: FulfillmentRequest }),
  body('warehouse.cancel', { ...warehouse, cancel: text }),
  z.strictObject({ ...document, document: z.enum(['855', '865']), content: OrderAcknowledgment }),
  z.strictObject({ ...document, document: z.literal('856'), content: Shipment, correction: text.optional() }),
  z.strictObject({ ...document, document: z.literal('810'), content: Invoice }),
  body('shop.fulfillment', { ...shop, content: Shipment }),
  body('shop.invoice', { ...shop, content: Invoice }),
  body('shop.cancel', { ...shop, lines, reason: z.string() }),
  body('shop.refund', { ...shop, content: Invoice }),
]);
