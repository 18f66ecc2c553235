export { decodeDispute, decodePayment, decodeRefund, type PaymentWords } from './payments/decode-payment.ts';
export { encodeRefund } from './payments/encode-refund.ts';
export { fromMinor, toMinor } from './payments/minor-amount.ts';
export { type Payments, type PaymentsSettings, payments } from './payments/payments.ts';
export { paymentsErrors } from './payments/payments-errors.ts';
export { paymentsPolicy } from './payments/payments-policy.ts';
export { type PaymentWebhook, receivePaymentWebhook } from './payments/receive-payment-webhook.ts';
export { verifyStripeWebhook } from './webhook/verify-stripe-webhook.ts';
