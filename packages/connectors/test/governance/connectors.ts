import { basic } from '@dist/connectors';
import { netsuite } from '@dist/connectors/netsuite';
import { s4hana } from '@dist/connectors/s4hana';

/** Every connector, made with settings that reach nothing: what it offers is compared with the table. */
export const connectors: readonly { readonly id: string; readonly capabilities: readonly string[] }[] = [
  netsuite({
    account: '1234567',
    credentials: { kind: 'token', consumerKey: 'ck', consumerSecret: 'cs', token: 'tk', tokenSecret: 'ts' },
    units: {},
  }),
  s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61' }),
];
