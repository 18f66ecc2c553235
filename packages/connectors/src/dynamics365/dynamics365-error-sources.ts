import type { ErrorSources } from '../governance/documented-rules.ts';

const odata = 'Microsoft OData library (OData/odata.net), which the service is built with, as quoted in ';

/** What Dynamics 365 says where a rule of `dynamics365Errors` fits, verbatim, and where that stands. No connector carries it. */
export const dynamics365ErrorSources: ErrorSources = {
  'An update conflict occurred due to another user process': {
    sample:
      "Write failed for table row of type 'VendInvoiceJournalLineEntity'. Cannot edit a record in Ledger journal table (LedgerJournalTable). An update conflict occurred due to another user process deleting the record or changing one or more fields in the record.",
    source: 'public repositories that quote the message',
  },
  'is blocked for': {
    sample:
      "Write failed for table row of type 'PurchPurchaseOrderLineV2Entity'. Infolog: Warning: Item 'L-10780-02' is blocked for 'Purchase order'.; Warning: validateWrite failed on data source 'PurchLine (PurchLine)'.",
    source: 'public repositories that quote the message',
  },
  'Write failed for table row of type': {
    sample:
      "Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: Warning: Inventory dimension Site is mandatory and must consequently be specified.; Error: Update has been canceled..",
    source: 'public repositories that quote the message',
  },
  'Write validation failed for table row of type': {
    sample:
      "Write validation failed for table row of type 'VendorInvoiceLineEntity'. Infolog: Warning: The item's inventory model policy must be not stocked.",
    source: 'Microsoft Learn, Dynamics 365 Finance: vendor invoice automation, frequently asked questions',
  },
  'does not support updates': {
    sample: 'Infolog: Warning: The sales order header entity does not support updates',
    source: 'public repositories that quote the message',
  },
  'Primary address cannot be deleted': {
    sample: 'Infolog: Warning: Primary address cannot be deleted.',
    source: 'Microsoft Learn, dual-write: known issues of supply chain management',
  },
  'could not be deleted because validation failed': {
    sample:
      'Warning: The entity record could not be deleted because validation failed for the following data source: InventSiteLogisticsLocation (InventSiteLogisticsLocation).',
    source: 'Microsoft Learn, dual-write: known issues of supply chain management',
  },
  'Resource not found for the segment': {
    sample: "Resource not found for the segment 'APISP3'",
    source: `${odata}OData/odata.net#1665`,
  },
  'Could not find a property named': {
    sample: "Could not find a property named 'customerid' on type 'Microsoft.Dynamics.CRM.salesorder'.",
    source: `${odata}jlattimer/CRMRESTBuilder#3`,
  },
  'No HTTP resource was found that matches the request URI': {
    sample: 'No HTTP resource was found that matches the request URI',
    source: 'ASP.NET Web API, as quoted in MicrosoftDocs/dynamics365smb-devitpro-pb#1968',
  },
  '429': { sample: 'Too many requests', source: 'Microsoft Learn, finance and operations: Throttling prioritization' },
};
