import { defaultAuthority } from './default-authority.ts';
import { defaultWork } from './default-work.ts';
import { errorClasses } from './error-classes.ts';
import type { Policy } from './policy.ts';

/**
 * A policy to begin with: one ERP called `erp`, an 855 within 24 hours of receipt, an 856 within one hour of shipping,
 * an 810 within a day of posting, a 997 within a day of sending. Partners state other times: spread it and change.
 */
export const defaultPolicy: Policy = {
  version: 'default-1',
  routing: [{ when: {}, erp: 'erp' }],
  priorities: [{ when: {}, priority: 5 }],
  sla: {
    '855': { startsAt: 'received', hours: 24 },
    '856': { startsAt: 'shipped', hours: 1 },
    '810': { startsAt: 'invoicePosted', hours: 24 },
    '865': { startsAt: 'received', hours: 24 },
    '997': { startsAt: 'transmitted', hours: 24 },
  },
  retry: { maximumAttempts: 5, backoffSeconds: [5, 30, 120, 600], lookUpAfterSeconds: 10 },
  duplicates: {
    ignore: ['purpose', 'ext'],
    byPurpose: {
      original: { whenNew: 'create', whenEqual: 'note', whenDifferent: 'hold' },
      cancellation: { whenNew: 'cancel', whenEqual: 'cancel', whenDifferent: 'cancel' },
      replace: { whenNew: 'create', whenEqual: 'note', whenDifferent: 'replace' },
      confirmation: { whenNew: 'note', whenEqual: 'note', whenDifferent: 'note' },
      duplicate: { whenNew: 'create', whenEqual: 'acknowledge', whenDifferent: 'hold' },
      informationCopy: { whenNew: 'note', whenEqual: 'note', whenDifferent: 'note' },
    },
  },
  price: { tolerancePercent: '1', outside: 'hold' },
  overShipment: { tolerancePercent: '0' },
  channels: {
    edi: { acknowledge: true, functionalAcknowledgment: true, payment: true },
    shop: { acknowledge: false, functionalAcknowledgment: false, payment: true },
  },
  enrichment: {
    zone: 'UTC',
    priceMissing: 'record',
    repeatedLineIds: 'hold',
    warehouse: 'optional',
    carrier: 'optional',
    releasable: ['credit-limit', 'credit-currency', 'credit-value-unknown', 'substitution-needs-consent'],
  },
  changes: { waitHours: 48 },
  substitution: 'needsConsent',
  fulfillment: {
    shipmentsFrom: 'erp',
    release: false,
    postShipments: false,
    noticeNeedsPosting: false,
    noticePer: 'shipment',
    backorders: 'allowed',
    short: 'backorder',
    correction: 'replace',
  },
  invoicing: { gate: 'notified', ask: false },
  money: {
    applyCash: false,
    askCredit: false,
    creditCheck: false,
    deductions: { owner: 'accounts receivable', disputeDays: 60 },
  },
  documents: { resendUnacknowledged: 0 },
  authority: defaultAuthority,
  errorClasses,
  work: defaultWork,
};
