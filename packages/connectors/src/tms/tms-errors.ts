import type { VendorErrorRule } from '../http/vendor-errors.ts';

const codes = 'ShipEngine documentation: Error Codes; OpenAPI 1.1, schema error_code';

/**
 * What ShipEngine's errors mean, by `error_code`: messages change over time and are not to be read by programs ("Error
 * Codes"). Where documentation shows no message the sample is the code itself.
 */
export const tmsErrors: readonly VendorErrorRule[] = [
  {
    code: 'unauthorized',
    class: 'auth',
    sample: 'unauthorized',
    source: codes,
  },
  { code: 'forbidden', class: 'permission', sample: 'forbidden', source: codes },
  { code: 'trial_expired', class: 'permission', sample: 'trial_expired', source: codes },
  { code: 'subscription_inactive', class: 'permission', sample: 'subscription_inactive', source: codes },
  { code: 'terms_not_accepted', class: 'permission', sample: 'terms_not_accepted', source: codes },
  {
    code: 'rate_limit_exceeded',
    class: 'rate-limited',
    sample: 'You have exceeded the rate limit. Please see https://www.shipengine.com/docs/rate-limits',
    source: 'ShipEngine documentation: Usage & Rate Limits, and the README of its Ruby SDK, Rate Limit Error Response',
  },
  { code: 'insufficient_funds', class: 'business-hold', sample: 'insufficient_funds', source: codes },
  { code: 'funding_source_error', class: 'business-hold', sample: 'funding_source_error', source: codes },
  { code: 'meter_failure', class: 'business-hold', sample: 'meter_failure', source: codes },
  { code: 'carrier_disconnected', class: 'config', sample: 'carrier_disconnected', source: codes },
  { code: 'carrier_not_connected', class: 'config', sample: 'carrier_not_connected', source: codes },
  { code: 'identifier_conflict', class: 'duplicate', sample: 'identifier_conflict', source: codes },
  { code: 'batch_cannot_be_modified', class: 'conflict', sample: 'batch_cannot_be_modified', source: codes },
  {
    code: 'confirmation_not_supported',
    class: 'validation',
    sample: 'Adult signature confirmation is not supported by Australia Post.',
    source: 'ShipEngine documentation: Error Codes, Example Error',
  },
  {
    code: 'field_value_required',
    class: 'validation',
    sample: 'carrier_id is required because you have multiple FedEx accounts connected.',
    source: 'ShipEngine/shipengine-js#163',
  },
  { code: 'invalid_address', class: 'validation', sample: 'invalid_address', source: codes },
  { code: 'invalid_field_value', class: 'validation', sample: 'invalid_field_value', source: codes },
  { code: 'tracking_not_supported', class: 'validation', sample: 'tracking_not_supported', source: codes },
];
