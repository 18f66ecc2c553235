import { acumatica } from '@dist/connectors/acumatica';
import { fakeAcumatica } from '@dist/connectors/fakes';
import type { ErpSystem } from './erp-system.ts';

const units = { EA: 'EA', FT: 'FOT', PAIR: 'PR' };

/** Acumatica with a connected application, whose tokens share one session. */
export const acumaticaSystem: ErpSystem = {
  units,
  connect: (access) =>
    acumatica({
      baseUrl: 'https://tenant.acumatica.invalid',
      credentials: {
        kind: 'password',
        clientId: '88358B02-A48D-A50E-F710-39C1636C30F6@Sample',
        proof: { kind: 'secret', secret: 'sample-secret' },
        user: 'integration',
        password: 'sample-password',
      },
      units,
      ...access,
    }),
  fake: fakeAcumatica,
};
