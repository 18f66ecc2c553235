import type { VendorPolicy } from '../port/policy.ts';

/** How the reference ERP is spoken to. */
export const referenceErpPolicy: VendorPolicy<'orders.submit' | 'orders.cancel'> = {
  name: 'reference ERP',
  baseUrl: '{baseUrl}',
  auth: { kind: 'none' },
  limits: [],
  retry: { headers: [{ name: 'retry-after', unit: 'seconds or date' }], nothingDone: [429, 503] },
  idempotency: {
    'orders.submit': { class: 'native-header', header: 'idempotency-key' },
    'orders.cancel': { class: 'native-header', header: 'idempotency-key' },
  },
};
