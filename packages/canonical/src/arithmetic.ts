export { add, negate, subtract, sum } from './arithmetic/add.ts';
export { allocate } from './arithmetic/allocate.ts';
export { type ChargeBasis, chargeAmount } from './arithmetic/charge-amount.ts';
export { compare, equals, isNegative, isZero, maximum, minimum } from './arithmetic/compare.ts';
export { convert } from './arithmetic/convert.ts';
export { isDecimal } from './arithmetic/decimal.ts';
export { extend } from './arithmetic/extend.ts';
export {
  type InvoiceTotals,
  invoiceTotals,
  type LineTotals,
  type TotalSettings,
  type UntotalledInvoice,
} from './arithmetic/invoice-totals.ts';
export { addedTaxes, chargesLessAllowances, documentTotal, lineNet } from './arithmetic/line-net.ts';
export { multiply } from './arithmetic/multiply.ts';
export { normalize } from './arithmetic/normalize.ts';
export { percentOf } from './arithmetic/percent-of.ts';
export { type PriceTolerance, priceWithin } from './arithmetic/price-within.ts';
export { pricedQuantity } from './arithmetic/priced-quantity.ts';
export { divide, type RoundingMode, round } from './arithmetic/round.ts';
export { signedTotal } from './arithmetic/signed-total.ts';
