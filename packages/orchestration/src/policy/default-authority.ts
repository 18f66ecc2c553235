import type { AuthorityRules } from './authority-rules.ts';

/**
 * The ERP says what ships less, what is cancelled and what is billed. More than was ordered, another price and another
 * place wait for a person, whoever says so. Polls look back a quarter of an hour.
 */
export const defaultAuthority: AuthorityRules = {
  overlapSeconds: 900,
  graceSeconds: 3600,
  fields: {
    acceptance: { owner: 'erp', whenNew: 'hold', whenDifferent: 'hold' },
    quantity: { owner: 'erp', whenNew: 'hold', whenDifferent: 'hold' },
    raisedQuantity: { owner: 'partner', whenNew: 'hold', whenDifferent: 'hold' },
    cancellation: { owner: 'erp', whenNew: 'hold', whenDifferent: 'hold' },
    price: { owner: 'us', whenNew: 'ignore', whenDifferent: 'hold' },
    shipTo: { owner: 'partner', whenNew: 'ignore', whenDifferent: 'hold' },
    shipment: { whenNew: 'hold', whenDifferent: 'hold' },
    tracking: { owner: 'erp', whenNew: 'adopt', whenDifferent: 'hold', of: { warehouse: 'adopt' } },
    invoice: { owner: 'erp', whenNew: 'hold', whenDifferent: 'hold' },
    tax: { owner: 'erp', whenNew: 'hold', whenDifferent: 'hold' },
    payment: { owner: 'erp', whenNew: 'hold', whenDifferent: 'hold' },
  },
};
