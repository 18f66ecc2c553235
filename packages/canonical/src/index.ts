export { isCountry } from './data/countries.ts';
export { minorUnit } from './data/currencies.ts';
export { type Unit, units } from './data/units.ts';
export { unitOfX12, x12OfUnit } from './data/x12-units.ts';
export { AdviceError, AdvisedDocument, ApplicationAdvice } from './document/application-advice.ts';
export { Customer, ShipTo } from './document/customer.ts';
export type { CanonicalDocument } from './document/document.ts';
export {
  ConfirmedLine,
  ConfirmedPackage,
  ConfirmedStatus,
  FulfillmentConfirmation,
} from './document/fulfillment-confirmation.ts';
export { FulfillmentRequest, RequestedLine } from './document/fulfillment-request.ts';
export {
  AvailabilityType,
  AvailableItem,
  AvailableQuantity,
  InventoryAvailability,
} from './document/inventory-availability.ts';
export { DiscountAmounts, Invoice, InvoiceLine, OriginalInvoice } from './document/invoice.ts';
export { CrossReference, Item, KitComponent, Pack, UnitConversion } from './document/item.ts';
export { Allocation, Component, Order, OrderDates, OrderLine, Purpose, Schedule } from './document/order.ts';
export {
  AcknowledgedLine,
  LineResponse,
  OrderAcknowledgment,
  ResponseStatus,
} from './document/order-acknowledgment.ts';
export { ChangedLine, ChangePurpose, LineAction, OrderChange } from './document/order-change.ts';
export {
  Connection,
  InterchangeAddress,
  PartnerDelimiters,
  PartnerIdentity,
  Usage,
} from './document/partner-identity.ts';
export { Adjustment, BankAccount, Remittance, RemittanceLine } from './document/remittance.ts';
export {
  Disposition,
  InspectionOutcome,
  Return,
  ReturnCondition,
  ReturnLine,
  ReturnOrigin,
} from './document/return.ts';
export { PackedItem, Shipment, ShipmentUnit } from './document/shipment.ts';
export { Milestone, Place, ShipmentEvent, ShipmentStatus } from './document/shipment-status.ts';
export { Message, TextMessage } from './document/text-message.ts';
export { type Namespaces, type WithExt, withExt } from './document/with-ext.ts';
export { checkDigit } from './gs1/check-digit.ts';
export { completeGtin } from './gs1/complete-gtin.ts';
export { isGln } from './gs1/gln.ts';
export { isGtin, toGtin14 } from './gs1/gtin.ts';
export { gtinReadings } from './gs1/gtin-readings.ts';
export { reusedSsccs, type UsedSscc } from './gs1/reused-ssccs.ts';
export { isSscc, makeSscc } from './gs1/sscc.ts';
export { type SerialKey, type SerialSource, withSsccs } from './gs1/with-ssccs.ts';
export type { Issue, Severity } from './issue.ts';
export type { Result } from './result.ts';
export { acknowledgedOrder } from './rule/acknowledged-order.ts';
export { check } from './rule/check.ts';
export { type BillingFacts, invoiceRelease } from './rule/invoice-release.ts';
export { type LineBalance, type OrderFacts, orderBalance } from './rule/order-balance.ts';
export { packSizes } from './rule/pack-sizes.ts';
export { priceUnits } from './rule/price-units.ts';
export type { CheckSettings, RuleName } from './rule/rule.ts';
export { rules } from './rule/rules.ts';
export { validate } from './rule/validate.ts';
export { Carrier } from './value/carrier.ts';
export { Contact } from './value/contact.ts';
export { Dimensions } from './value/dimensions.ts';
export { Equipment } from './value/equipment.ts';
export { Extensions } from './value/extensions.ts';
export { Freight } from './value/freight.ts';
export {
  Address,
  AllowanceCharge,
  CalendarDate,
  DecimalString,
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
  SettlementMethod,
  Tax,
} from './value/value.ts';
export { type CastSettings, castDown, castUp, currentVersion } from './version/cast.ts';
export type { VersionedDocument, VersionStep } from './version/version-step.ts';
export { versionSteps } from './version/version-steps.ts';
