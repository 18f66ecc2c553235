import type { VendorErrorRule } from '../http/vendor-errors.ts';

const community = 'SAP Community and SAP notes that quote the message; the message class is in transaction SE91';

/**
 * What SAP's messages mean: `error.code` is message class and number (`V1/302`). What is not here is classed by its status.
 * A message of class V1, VP or 00 about the order's content comes with status 400.
 */
export const s4hanaErrors: readonly VendorErrorRule[] = [
  {
    code: 'V1/302',
    class: 'not-found',
    sample: 'SD document 4711 is not in the database or has been archived',
    source: community,
  },
  {
    code: 'V1/042',
    class: 'concurrency-limited',
    sample: 'Sales order 4711 is currently being processed by user SAPUSER',
    source: community,
  },
  {
    code: 'V1/045',
    class: 'concurrency-limited',
    sample: 'Customer master data currently being processed by user SAPUSER',
    source: community,
  },
  {
    code: 'MC/601',
    class: 'concurrency-limited',
    sample: 'Object requested is currently locked by user SAPUSER',
    source: community,
  },
  {
    code: 'VP/204',
    class: 'validation',
    sample: 'Customer 17100001 has not been created for sales area 1710 10 00',
    source: community,
  },
  {
    code: 'V1/321',
    class: 'validation',
    sample: 'Material TG11 is not defined for sales org.1710, distr.chan.10, language EN',
    source: community,
  },
  {
    code: 'V1/331',
    class: 'validation',
    sample: 'Item category does not exist (e.g. due to item cat. determination OR NORM)',
    source: community,
  },
  {
    code: 'V1/320',
    class: 'business-hold',
    sample: 'Sales document type OR is blocked for sales area',
    source: community,
  },
  { code: 'VP/140', class: 'business-hold', sample: 'Customer is blocked for this order type', source: community },
  { code: 'V1/164', class: 'conflict', sample: 'Reference document has already been completed', source: community },
  {
    code: '/IWBEP/CM_MGW_RT/020',
    class: 'not-found',
    sample: 'Resource not found for the segment A_SalesOrder',
    source: 'SAP Gateway: messages of class /IWBEP/CM_MGW_RT',
  },
  {
    code: '/IWBEP/CM_MGW_RT/004',
    class: 'validation',
    sample: 'Malformed URI literal syntax in key',
    source: 'SAP Gateway: messages of class /IWBEP/CM_MGW_RT',
  },
  {
    code: '/IWFND/MED/170',
    class: 'config',
    sample: 'No service found for namespace , name API_SALES_ORDER_SRV, version 0001',
    source: 'SAP Note 1797736: SAP Gateway troubleshooting guide',
  },
  {
    code: '/IWFND/CM_MGW/096',
    class: 'permission',
    sample: 'No authorization to access service API_SALES_ORDER_SRV',
    source: 'SAP Note 1797736: SAP Gateway troubleshooting guide',
  },
  {
    status: 412,
    class: 'conflict',
    sample: 'Precondition failed',
    source: 'OData 2.0, Operations: ETags and the If-Match header',
  },
  {
    status: 428,
    class: 'config',
    sample: 'Precondition required',
    source: 'SAP Gateway Foundation: Conditional handling with ETag',
  },
];
