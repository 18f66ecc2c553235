import { basic } from '@dist/connectors';
import { fakeS4hana } from '@dist/connectors/fakes';
import { s4hana } from '@dist/connectors/s4hana';
import type { Overlay } from '@dist/mapping';
import type { ErpSystem } from './erp-system.ts';

const units = { EA: 'EA', FT: 'FOT', PAA: 'PR' };
const constant = (value: string) => ({ op: 'const' as const, canonical: null, required: null, value });

/** The one sales area of the seller, which the map asks for. */
const salesArea: Overlay = {
  id: 'sales-area',
  version: '1',
  base: 'sap-s4/sales-order',
  patch: {
    'sales-organization': constant('1710'),
    'distribution-channel': constant('10'),
    division: constant('00'),
  },
};

/** SAP S/4HANA by its OData 2 services. */
export const s4hanaSystem: ErpSystem = {
  units,
  connect: (access) =>
    s4hana({
      baseUrl: 'https://s4.invalid',
      auth: basic('integration', 'sample-password'),
      rejectionReason: '61',
      units,
      overlays: [salesArea],
      ...access,
    }),
  fake: fakeS4hana,
};
