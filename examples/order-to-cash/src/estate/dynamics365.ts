import { dynamics365 } from '@dist/connectors/dynamics365';
import { fakeDynamics365 } from '@dist/connectors/fakes';
import type { ErpSystem } from './erp-system.ts';

const units = { ea: 'EA', ft: 'FOT', pair: 'PR' };

/** Dynamics 365 Supply Chain Management. It keeps line ids of the buyer that are whole numbers, and rejects others. */
export const dynamics365System: ErpSystem = {
  units,
  connect: (access) =>
    dynamics365({
      baseUrl: 'https://seller.operations.dynamics.invalid',
      dataAreaId: 'usmf',
      credentials: { tenant: 'seller.example', clientId: 'client', proof: { kind: 'secret', secret: 'sample-secret' } },
      units,
      ...access,
    }),
  fake: fakeDynamics365,
};
