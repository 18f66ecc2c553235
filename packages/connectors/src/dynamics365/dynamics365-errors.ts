import type { VendorErrorRule } from '../http/vendor-errors.ts';

const odata = 'Microsoft OData library (OData/odata.net), which the service is built with, as quoted in ';

/**
 * What errors of finance and operations mean: their codes say nothing, so that a part of `error.innererror.message` (the
 * Infolog) decides. What is not here is classed by its status. A Write failed is a refusal, whatever its status.
 */
export const dynamics365Errors: readonly VendorErrorRule[] = [
  {
    includes: 'An update conflict occurred due to another user process',
    class: 'conflict',
    sample:
      "Write failed for table row of type 'VendInvoiceJournalLineEntity'. Cannot edit a record in Ledger journal table (LedgerJournalTable). An update conflict occurred due to another user process deleting the record or changing one or more fields in the record.",
    source: 'public repositories that quote the message',
  },
  {
    includes: 'is blocked for',
    class: 'business-hold',
    sample:
      "Write failed for table row of type 'PurchPurchaseOrderLineV2Entity'. Infolog: Warning: Item 'L-10780-02' is blocked for 'Purchase order'.; Warning: validateWrite failed on data source 'PurchLine (PurchLine)'.",
    source: 'public repositories that quote the message',
  },
  {
    includes: 'Write failed for table row of type',
    class: 'validation',
    sample:
      "Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: Warning: Inventory dimension Site is mandatory and must consequently be specified.; Error: Update has been canceled..",
    source: 'public repositories that quote the message',
  },
  {
    includes: 'Write validation failed for table row of type',
    class: 'validation',
    sample:
      "Write validation failed for table row of type 'VendorInvoiceLineEntity'. Infolog: Warning: The item's inventory model policy must be not stocked.",
    source: 'Microsoft Learn, Dynamics 365 Finance: vendor invoice automation, frequently asked questions',
  },
  {
    includes: 'does not support updates',
    class: 'config',
    sample: 'Infolog: Warning: The sales order header entity does not support updates',
    source: 'public repositories that quote the message',
  },
  {
    includes: 'Primary address cannot be deleted',
    class: 'conflict',
    sample: 'Infolog: Warning: Primary address cannot be deleted.',
    source: 'Microsoft Learn, dual-write: known issues of supply chain management',
  },
  {
    includes: 'could not be deleted because validation failed',
    class: 'validation',
    sample:
      'Warning: The entity record could not be deleted because validation failed for the following data source: InventSiteLogisticsLocation (InventSiteLogisticsLocation).',
    source: 'Microsoft Learn, dual-write: known issues of supply chain management',
  },
  {
    includes: 'Resource not found for the segment',
    class: 'config',
    sample: "Resource not found for the segment 'APISP3'",
    source: `${odata}OData/odata.net#1665`,
  },
  {
    includes: 'Could not find a property named',
    class: 'config',
    sample: "Could not find a property named 'customerid' on type 'Microsoft.Dynamics.CRM.salesorder'.",
    source: `${odata}jlattimer/CRMRESTBuilder#3`,
  },
  {
    includes: 'No HTTP resource was found that matches the request URI',
    class: 'config',
    sample: 'No HTTP resource was found that matches the request URI',
    source: 'ASP.NET Web API, as quoted in MicrosoftDocs/dynamics365smb-devitpro-pb#1968',
  },
  {
    status: 429,
    class: 'rate-limited',
    sample: 'Too many requests',
    source: 'Microsoft Learn, finance and operations: Throttling prioritization',
  },
];
