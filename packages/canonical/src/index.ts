export { minorUnit } from './data/currencies.ts';
export { type Unit, units } from './data/units.ts';
export { Customer, ShipTo } from './document/customer.ts';
export type { CanonicalDocument } from './document/document.ts';
export { Invoice, InvoiceLine } from './document/invoice.ts';
export { Item, UnitConversion } from './document/item.ts';
export { Allocation, Order, OrderDates, OrderLine, Purpose } from './document/order.ts';
export {
  AcknowledgedLine,
  LineResponse,
  OrderAcknowledgment,
  ResponseStatus,
} from './document/order-acknowledgment.ts';
export { Carrier, PackedItem, Shipment, ShipmentUnit } from './document/shipment.ts';
export { checkDigit } from './gs1/check-digit.ts';
export { isGln } from './gs1/gln.ts';
export { isGtin, toGtin14 } from './gs1/gtin.ts';
export { isSscc, makeSscc } from './gs1/sscc.ts';
export type { Issue, Severity } from './issue.ts';
export type { Result } from './result.ts';
export { check } from './rule/check.ts';
export type { CheckSettings } from './rule/rule.ts';
export { validate } from './rule/validate.ts';
export {
  Address,
  AllowanceCharge,
  CalendarDate,
  DecimalString,
  Extensions,
  Identifier,
  IdentifierScheme,
  Instant,
  Money,
  Parties,
  Party,
  PaymentTerms,
  Price,
  Quantity,
  Reference,
  Tax,
} from './value/value.ts';
