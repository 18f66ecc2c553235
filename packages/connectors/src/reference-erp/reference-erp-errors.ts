import type { VendorErrorRule } from '../http/vendor-errors.ts';

const source = 'examples/order-to-cash/src/counterparties: the reference ERP';

/** What the error codes of the reference ERP mean. */
export const referenceErpErrors: readonly VendorErrorRule[] = [
  { code: 'validation', class: 'validation', sample: 'quantity: expected a decimal', source },
  { code: 'reference-conflict', class: 'conflict', sample: 'the reference has other contents', source },
  { code: 'not-found', class: 'not-found', sample: 'there is no such order', source },
  { code: 'rate-limited', class: 'rate-limited', sample: 'too many requests', source },
  { code: 'unavailable', class: 'unavailable', sample: 'try again later', source },
];
