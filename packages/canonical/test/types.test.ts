import {
  type AvailableQuantity,
  type CanonicalDocument,
  type Customer,
  type Customer as CustomerSchema,
  type Invoice,
  type Invoice as InvoiceSchema,
  type Issue,
  type Item,
  type Item as ItemSchema,
  type LineAction,
  type Order,
  type OrderAcknowledgment,
  type OrderAcknowledgment as OrderAcknowledgmentSchema,
  Order as OrderSchema,
  type Quantity,
  type Return,
  type Shipment,
  type Shipment as ShipmentSchema,
  validate,
  withExt,
} from '@dist/canonical';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';

// The compiler is the judge here: what is wrong does not pass the type check of the tests.
describe('types', () => {
  it('extensions have the types of their schemas, and need not be there when they may be absent', () => {
    const needed = withExt(OrderSchema, { walmart: z.strictObject({ event: z.string() }) });
    expectTypeOf<z.infer<typeof needed>['ext']['walmart']>().toEqualTypeOf<{ event: string }>();
    expectTypeOf<z.infer<typeof needed>['ext']['other']>().toEqualTypeOf<unknown>();
    expectTypeOf<z.infer<typeof needed>>().toExtend<Order>();
    expectTypeOf<Order>().not.toExtend<z.infer<typeof needed>>();
    const free = withExt(OrderSchema, { walmart: z.strictObject({ event: z.string() }).optional() });
    expectTypeOf<Omit<Order, 'ext'>>().toExtend<z.infer<typeof free>>();
  });

  it('only documents and masters can be extended', () => {
    // @ts-expect-error a quantity has no extensions of its own
    expect(() => withExt(z.string(), {})).toThrow(TypeError);
  });

  it('a schema and its interface are one', () => {
    expectTypeOf<z.infer<typeof OrderSchema>>().toEqualTypeOf<Order>();
    expectTypeOf<z.infer<typeof OrderAcknowledgmentSchema>>().toEqualTypeOf<OrderAcknowledgment>();
    expectTypeOf<z.infer<typeof ShipmentSchema>>().toEqualTypeOf<Shipment>();
    expectTypeOf<z.infer<typeof InvoiceSchema>>().toEqualTypeOf<Invoice>();
    expectTypeOf<z.infer<typeof ItemSchema>>().toEqualTypeOf<Item>();
    expectTypeOf<z.infer<typeof CustomerSchema>>().toEqualTypeOf<Customer>();
  });

  it('validate answers the document of its schema', () => {
    const result = validate(OrderSchema, {});
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Order>();
    else expectTypeOf(result.partial).toEqualTypeOf<Order | undefined>();
    expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
  });

  it('a document is told by its kind', () => {
    expectTypeOf<Extract<CanonicalDocument, { kind: 'shipment' }>>().toEqualTypeOf<Shipment>();
    expectTypeOf<Extract<CanonicalDocument, { kind: 'return' }>>().toEqualTypeOf<Return>();
    expectTypeOf<CanonicalDocument['kind']>().toEqualTypeOf<
      | 'order'
      | 'orderChange'
      | 'orderAcknowledgment'
      | 'shipment'
      | 'invoice'
      | 'inventoryAvailability'
      | 'return'
      | 'remittance'
      | 'fulfillmentRequest'
      | 'fulfillmentConfirmation'
      | 'shipmentStatus'
      | 'applicationAdvice'
      | 'textMessage'
    >();
  });

  it('what is absent may be said to be undefined, what is required may not', () => {
    expectTypeOf<{ ordered: undefined }>().toExtend<Order['dates']>();
    expectTypeOf<Omit<Order, 'number'> & { number: undefined }>().not.toExtend<Order>();
    expectTypeOf<Omit<Order, 'lines'>>().not.toExtend<Order>();
  });

  it('wrong documents do not compile', () => {
    expectTypeOf<{ value: number; unit: string }>().not.toExtend<Order['lines'][number]['quantity']>();
    expectTypeOf<{ value: string }>().not.toExtend<Order['lines'][number]['quantity']>();
    expectTypeOf<'00'>().not.toExtend<Order['purpose']>();
    expectTypeOf<Order>().not.toExtend<Invoice>();
    expectTypeOf<'QI'>().not.toExtend<LineAction>();
    expectTypeOf<{ type: 'stock'; quantity: Quantity }>().not.toExtend<AvailableQuantity>();
    expectTypeOf<{ type: 'onHand'; quantity: number }>().not.toExtend<AvailableQuantity>();
    expectTypeOf<{ scheme: 'upc'; value: string }>().not.toExtend<Order['lines'][number]['ids'][number]>();
  });
});
