import type { VendorErrorRule } from '../http/vendor-errors.ts';

const source = 'docs/systems/wms.md, Errors';

/** What the `code` of a problem (RFC 9457) of the contract means. */
export const wmsErrors: readonly VendorErrorRule[] = [
  { code: 'unauthorized', class: 'auth', sample: 'The token is not valid.', source },
  { code: 'forbidden', class: 'permission', sample: 'The token may not write.', source },
  { code: 'not-found', class: 'not-found', sample: 'There is no request R-1.', source },
  { code: 'invalid', class: 'validation', sample: 'lines[0].quantity is missing.', source },
  { code: 'item-unknown', class: 'validation', sample: 'Line 1: the item AX-100 is not known.', source },
  { code: 'warehouse-unknown', class: 'validation', sample: 'There is no warehouse W9.', source },
  { code: 'number-used', class: 'conflict', sample: 'The request R-1 is there with other content.', source },
  { code: 'key-used', class: 'conflict', sample: 'The key was used for another request.', source },
  { code: 'picking', class: 'conflict', sample: 'The request R-1 is being picked.', source },
  { code: 'shipped', class: 'conflict', sample: 'The request R-1 has left.', source },
  { code: 'held', class: 'business-hold', sample: 'The client is on hold for unpaid storage.', source },
  { code: 'too-many', class: 'rate-limited', sample: 'More than 100 requests a minute.', source },
  { code: 'maintenance', class: 'unavailable', sample: 'The warehouse counts its stock until 06:00.', source },
];
