import { fakeNetsuite } from '@dist/connectors/fakes';
import { netsuite } from '@dist/connectors/netsuite';
import type { ErpSystem } from './erp-system.ts';

const units = { '1': 'EA', '2': 'FOT', '3': 'PR' };

/** NetSuite by token-based authentication, with a column of the account for the buyer's line id. */
export const netsuiteSystem: ErpSystem = {
  units,
  connect: (access) =>
    netsuite({
      account: '1234567',
      credentials: { kind: 'token', consumerKey: 'ck', consumerSecret: 'cs', token: 'tk', tokenSecret: 'ts' },
      units,
      lineField: 'custcol_buyer_line',
      ...access,
    }),
  fake: fakeNetsuite,
};
