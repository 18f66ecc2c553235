import { basic } from '@dist/connectors';
import { acumatica } from '@dist/connectors/acumatica';
import { adobeCommerce } from '@dist/connectors/adobe-commerce';
import { amazonSeller } from '@dist/connectors/amazon-seller';
import { amazonVendor } from '@dist/connectors/amazon-vendor';
import { analytics } from '@dist/connectors/analytics';
import { bigcommerce } from '@dist/connectors/bigcommerce';
import { businessCentral } from '@dist/connectors/business-central';
import { dynamics365 } from '@dist/connectors/dynamics365';
import { netsuite } from '@dist/connectors/netsuite';
import { oracleFusion } from '@dist/connectors/oracle-fusion';
import { payments } from '@dist/connectors/payments';
import { s4hana } from '@dist/connectors/s4hana';
import { salesforce } from '@dist/connectors/salesforce';
import { shopify } from '@dist/connectors/shopify';
import { tms } from '@dist/connectors/tms';
import { wms } from '@dist/connectors/wms';

/** Every connector, made with settings that reach nothing: what it offers is compared with the table. */
export const connectors: readonly { readonly id: string; readonly capabilities: readonly string[] }[] = [
  acumatica({ baseUrl: 'https://a.invalid', credentials: { kind: 'session', user: 'api', password: 'pass-1' } }),
  amazonVendor({
    region: 'eu',
    timeZone: 'Europe/Berlin',
    userAgent: 'Test/1.0',
    credentials: { clientId: 'client', clientSecret: 'secret-1', refreshToken: 'refresh-1' },
  }),
  amazonSeller({
    region: 'eu',
    marketplaceId: 'A1PA6795UKMFR9',
    timeZone: 'Europe/Berlin',
    userAgent: 'Test/1.0',
    credentials: { clientId: 'client', clientSecret: 'secret-1', refreshToken: 'refresh-1' },
  }),
  salesforce({
    instanceUrl: 'https://a.invalid',
    apiVersion: 'v62.0',
    credentials: { clientId: 'client', clientSecret: 'secret-1' },
    orders: { object: 'Quote', status: 'Accepted' },
    answers: { accepted: 'Ordered', rejected: 'Rejected' },
    currency: 'USD',
  }),
  adobeCommerce({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1') }),
  bigcommerce({ storeHash: 'abc', accessToken: 'token-1' }),
  netsuite({
    account: '1234567',
    credentials: { kind: 'token', consumerKey: 'ck', consumerSecret: 'cs', token: 'tk', tokenSecret: 'ts' },
    units: {},
  }),
  oracleFusion({
    baseUrl: 'https://a.invalid',
    auth: basic('user', 'pass-1'),
    businessUnit: 'US1 Business Unit',
    sourceSystem: 'LEG',
    cancelReason: 'CUSTOMER',
  }),
  s4hana({ baseUrl: 'https://a.invalid', auth: basic('user', 'pass-1'), rejectionReason: '61' }),
  shopify({ baseUrl: 'https://a.invalid', accessToken: 'token-1', apiVersion: '2026-07' }),
  businessCentral({
    credentials: { tenant: 'contoso.example', clientId: 'client', proof: { kind: 'secret', secret: 'secret-1' } },
    environment: 'Production',
    company: '00000000-0000-4000-8000-00000000c0de',
  }),
  tms({ apiKey: 'TEST_key' }),
  payments({ apiKey: 'sk_test_key' }),
  wms({ baseUrl: 'https://a.invalid', auth: 'token' }),
  analytics({ baseUrl: 'https://a.invalid', form: { kind: 'otlp', resource: {} } }),
  dynamics365({
    baseUrl: 'https://a.invalid',
    dataAreaId: 'usmf',
    credentials: { tenant: 'contoso.example', clientId: 'client', proof: { kind: 'secret', secret: 'secret-1' } },
  }),
];
