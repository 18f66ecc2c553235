import { acumaticaErrorSources } from '../acumatica/acumatica-error-sources.ts';
import { acumaticaErrors } from '../acumatica/acumatica-errors.ts';
import { adobeCommerceErrors } from '../adobe-commerce/adobe-commerce-errors.ts';
import { amazonErrors } from '../amazon/amazon-errors.ts';
import { amazonSellerErrors } from '../amazon-seller/amazon-seller-errors.ts';
import { analyticsErrors } from '../analytics/analytics-errors.ts';
import { bigcommerceErrors } from '../bigcommerce/bigcommerce-errors.ts';
import { businessCentralErrorSources } from '../business-central/business-central-error-sources.ts';
import { businessCentralErrors } from '../business-central/business-central-errors.ts';
import { dynamics365ErrorSources } from '../dynamics365/dynamics365-error-sources.ts';
import { dynamics365Errors } from '../dynamics365/dynamics365-errors.ts';
import type { VendorErrorRule } from '../http/vendor-errors.ts';
import { netsuiteErrorSources } from '../netsuite/netsuite-error-sources.ts';
import { netsuiteErrors } from '../netsuite/netsuite-errors.ts';
import { oracleFusionErrors } from '../oracle-fusion/oracle-fusion-errors.ts';
import { paymentsErrors } from '../payments/payments-errors.ts';
import { s4hanaErrors } from '../s4hana/s4hana-errors.ts';
import { salesforceErrors } from '../salesforce/salesforce-errors.ts';
import { shopifyErrorSources } from '../shopify/shopify-error-sources.ts';
import { shopifyErrors } from '../shopify/shopify-errors.ts';
import { tmsErrors } from '../tms/tms-errors.ts';
import { wmsErrors } from '../wms/wms-errors.ts';
import { documentedRules } from './documented-rules.ts';

/** Each connector's rules about errors, with what the system says, verbatim, and the page that has it (R31). */
export const documentedErrors = {
  acumatica: documentedRules(acumaticaErrors, acumaticaErrorSources),
  'adobe-commerce': adobeCommerceErrors,
  'amazon-seller': amazonSellerErrors,
  'amazon-vendor': amazonErrors,
  analytics: analyticsErrors,
  bigcommerce: bigcommerceErrors,
  'business-central': documentedRules(businessCentralErrors, businessCentralErrorSources),
  dynamics365: documentedRules(dynamics365Errors, dynamics365ErrorSources),
  netsuite: documentedRules(netsuiteErrors, netsuiteErrorSources),
  'oracle-fusion': oracleFusionErrors,
  payments: paymentsErrors,
  s4hana: s4hanaErrors,
  salesforce: salesforceErrors,
  shopify: documentedRules(shopifyErrors, shopifyErrorSources),
  tms: tmsErrors,
  wms: wmsErrors,
} as const satisfies Readonly<Record<string, readonly VendorErrorRule[]>>;
