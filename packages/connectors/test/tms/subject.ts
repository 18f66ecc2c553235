import type { ParcelRequest } from '@dist/connectors';
import type { ContractAdapter } from '@dist/connectors/testing';
import { tms } from '@dist/connectors/tms';
import { signedTracking, verifyTracking } from './signed-tracking.ts';

/** A parcel from one made-up place to another. */
export const parcel: ParcelRequest = {
  shipFrom: {
    name: 'Northfield warehouse (sample)',
    ids: [],
    contacts: [{ phone: '512-555-0100' }],
    address: { lines: ['4009 Marathon Blvd'], city: 'Austin', region: 'TX', postalCode: '78756', country: 'US' },
  },
  shipTo: {
    name: 'Southgate store 12 (sample)',
    ids: [],
    contacts: [{ name: 'Receiving', phone: '408-555-0100', email: 'receiving@example.com' }],
    address: {
      lines: ['525 S Winchester Blvd', 'Dock 3'],
      city: 'San Jose',
      region: 'CA',
      postalCode: '95128',
      country: 'US',
    },
  },
  shippedOn: '2026-03-02',
  packages: [
    {
      weight: { value: '2.5', unit: 'LBR' },
      dimensions: { length: '12', width: '10.5', height: '3', unit: 'INH' },
      packaging: 'package',
    },
  ],
};

export const label = { ...parcel, reference: 'kit.L-1', carrier: 'se-100', service: 'ups_ground' } as const;

/** ShipEngine as the kit drives it. */
export const subject: ContractAdapter = {
  connect: (runtime) => tms({ apiKey: 'TEST_key', ...runtime }),
  samples: {
    'rates.quote': { ...parcel, carriers: ['se-100'] },
    'labels.create': label,
    'labels.find': 'kit.L-0',
    'labels.void': 'se-900',
    'tracking.find': { carrier: 'ups', trackingNumber: '1Z932R800390810600' },
  },
  // Rates are asked for by a POST, and nothing is bought.
  isWrite: ({ method, url }) => method !== 'GET' && !url.endsWith('/v1/rates'),
  secret: 'TEST_key',
  // What stands in between answers 404 in a form of its own.
  errorBody: (status, message) =>
    status === 404
      ? '{}'
      : JSON.stringify({
          request_id: '7b80b28f-80d2-4175-ad99-7c459980539f',
          errors: [{ error_source: 'shipengine', error_type: 'system', error_code: 'unspecified', message }],
        }),
  webhooks: {
    deliver: signedTracking,
    verify: verifyTracking,
    signature: 'x-shipengine-rsa-sha256-signature',
    toleranceSeconds: 300,
  },
};
