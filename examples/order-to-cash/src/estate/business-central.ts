import { businessCentral } from '@dist/connectors/business-central';
import { fakeBusinessCentral } from '@dist/connectors/fakes';
import type { ErpSystem } from './erp-system.ts';

const units = { EA: 'EA', FT: 'FOT', PAIR: 'PR' };

/** Dynamics 365 Business Central by API v2.0. */
export const businessCentralSystem: ErpSystem = {
  units,
  connect: (access) =>
    businessCentral({
      credentials: { tenant: 'seller.example', clientId: 'client', proof: { kind: 'secret', secret: 'sample-secret' } },
      environment: 'Production',
      company: '00000000-0000-4000-8000-00000000c0de',
      units,
      ...access,
    }),
  fake: fakeBusinessCentral,
};
