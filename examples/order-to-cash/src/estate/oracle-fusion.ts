import { basic } from '@dist/connectors';
import { fakeOracleFusion } from '@dist/connectors/fakes';
import { oracleFusion } from '@dist/connectors/oracle-fusion';
import type { ErpSystem } from './erp-system.ts';

const units = { Ea: 'EA', FT: 'FOT', PR: 'PR' };

/** Oracle Fusion Cloud Order Management, which keeps the prices of the orders. */
export const oracleFusionSystem: ErpSystem = {
  units,
  connect: (access) =>
    oracleFusion({
      baseUrl: 'https://servername.oraclecloud.invalid',
      auth: basic('integration', 'sample-password'),
      businessUnit: 'Sample Business Unit',
      sourceSystem: 'LEG',
      cancelReason: 'CUSTOMER',
      keepPrices: true,
      units,
      unitNames: units,
      ...access,
    }),
  fake: fakeOracleFusion,
};
