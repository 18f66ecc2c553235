import type { AvailabilityPolicy } from './availability-policy.ts';

/**
 * A policy to begin with: the ERP's number on hand, at most an hour old; allocations of the warehouse, at most a quarter of
 * an hour old; nothing is promised on older ones. No safety stock, one channel `shop` that sees all, holds of 15 minutes.
 */
export const defaultAvailabilityPolicy: AvailabilityPolicy = {
  version: 'default-1',
  since: '2026-01-01T00:00:00.000Z',
  onHand: {
    sources: ['erp'],
    numbered: 'rising',
    maximumDeltas: 1000,
    limit: { seconds: 3600, whenOlder: 'block', bufferPercent: '0' },
  },
  allocations: { sources: ['wms'], limit: { seconds: 900, whenOlder: 'block', bufferPercent: '0' } },
  receipts: { dockToStockDays: 1, limit: { seconds: 604_800, whenOlder: 'block', bufferPercent: '0' } },
  items: [{ safetyStock: '0', places: 0 }],
  channels: {
    shop: { share: '100', buffer: '0', limited: false, tellFrom: '1', tellAlwaysAt: '0', lane: 'shop:shop' },
  },
  reservations: { holdSeconds: 900, maximumHoldSeconds: 86_400 },
  rememberSeconds: 604_800,
};
