import { acumaticaTable } from '../acumatica/acumatica-table.ts';
import { adobeCommerceTable } from '../adobe-commerce/adobe-commerce-table.ts';
import { amazonSellerTable } from '../amazon-seller/amazon-seller-table.ts';
import { amazonVendorTable } from '../amazon-vendor/amazon-vendor-table.ts';
import { analyticsTable } from '../analytics/analytics-table.ts';
import { bigcommerceTable } from '../bigcommerce/bigcommerce-table.ts';
import { businessCentralTable } from '../business-central/business-central-table.ts';
import { dynamics365Table } from '../dynamics365/dynamics365-table.ts';
import { netsuiteTable } from '../netsuite/netsuite-table.ts';
import { oracleFusionTable } from '../oracle-fusion/oracle-fusion-table.ts';
import { paymentsTable } from '../payments/payments-table.ts';
import { s4hanaTable } from '../s4hana/s4hana-table.ts';
import { salesforceTable } from '../salesforce/salesforce-table.ts';
import { shopifyTable } from '../shopify/shopify-table.ts';
import { tmsTable } from '../tms/tms-table.ts';
import { wmsTable } from '../wms/wms-table.ts';
import type { ContractCell } from './contract-cell.ts';

/** Every system and every operation: what is there, what it was checked against, and why what is missing is missing. */
export const contractTable: readonly ContractCell[] = [
  ...acumaticaTable,
  ...amazonVendorTable,
  ...amazonSellerTable,
  ...salesforceTable,
  ...dynamics365Table,
  ...adobeCommerceTable,
  ...businessCentralTable,
  ...bigcommerceTable,
  ...netsuiteTable,
  ...s4hanaTable,
  ...oracleFusionTable,
  ...shopifyTable,
  ...analyticsTable,
  ...paymentsTable,
  ...tmsTable,
  ...wmsTable,
];
