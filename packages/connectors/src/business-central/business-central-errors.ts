import type { VendorErrorRule } from '../http/vendor-errors.ts';

const page = 'Microsoft Learn, Business Central API (v2.0): Error Codes';

/**
 * What Business Central's errors mean: `error.code` of OData. What is not here is classed by its status; so is
 * `Internal_ServerError`, after which a write may have been done.
 */
export const businessCentralErrors: readonly VendorErrorRule[] = [
  {
    code: 'Request_EntityChanged',
    class: 'conflict',
    sample: 'Another user has already changed the record.',
    source: page,
  },
  {
    code: 'BadRequest_InvalidToken',
    class: 'conflict',
    sample: 'Could not validate the client concurrency token required by the service.',
    source: page,
  },
  {
    code: 'BadRequest_InvalidRequestUrl',
    class: 'config',
    sample: "An incompatible property definition already exists for 'Allowed_Companies_0.Name'",
    source: page,
  },
  { code: 'BadRequest_NotFound', class: 'config', sample: 'Bad Request - Error in query syntax', source: page },
  {
    code: 'BadRequest_ResourceNotFound',
    class: 'config',
    sample: "Resource not found for the segment 'OfficeAppResourceRegistrations'",
    source: page,
  },
  {
    code: 'BadRequest_InvalidOperation',
    class: 'config',
    sample: "Control 'Last Date Modified' is read-only",
    source: page,
  },
  {
    code: 'BadRequest_MethodNotAllowed',
    class: 'config',
    sample:
      "'POST' requests for 'companies' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services.",
    source: page,
  },
  {
    code: 'BadRequest_MethodNotImplemented',
    class: 'config',
    sample: 'Entity does not support bound actions',
    source: page,
  },
  {
    code: 'BadRequest_RequiredParamNotProvided',
    class: 'validation',
    sample: "Field 'taxable' must not be blank or empty.",
    source: page,
  },
  { code: 'BadRequest', class: 'validation', sample: 'Unable to convert value to Date', source: page },
  {
    code: 'Internal_DataNotFoundFilter',
    class: 'not-found',
    sample: 'There is no Cust. Ledger Entry within the filter.',
    source: page,
  },
  {
    code: 'Internal_RecordNotFound',
    class: 'not-found',
    sample: "The Acc. Sched. KPI Web srv. Setup does not exist. Identification fields and values: Primary Key=''",
    source: page,
  },
  {
    code: 'Internal_InvalidTableRelation',
    class: 'validation',
    sample:
      'The field Account No. of table Gen. Journal Line contains a value (ABL001) that cannot be found in the related table (Vendor).',
    source: page,
  },
  {
    code: 'Internal_EntityWithSameKeyExists',
    class: 'conflict',
    sample: 'The Attachment Entity Buffer already exists.',
    source: page,
  },
  {
    code: 'Internal_CompanyNotFound',
    class: 'config',
    sample: 'Cannot process the request because the default company cannot be found.',
    source: page,
  },
  {
    code: 'Internal_TenantUnavailable',
    class: 'unavailable',
    sample: "The tenant 'msca1a7355t05263373' is not accessible",
    source: page,
  },
  {
    code: 'Application_DialogException',
    class: 'validation',
    sample: 'A customerNumber or a customerID must be provided.',
    source: page,
  },
  {
    code: 'Application_StringExceededLength',
    class: 'validation',
    sample: 'The length of the string is 57, but it must be less than or equal to 50 characters.',
    source: page,
  },
  { code: 'Application_InvalidGUID', class: 'validation', sample: 'Invalid format of GUID string.', source: page },
  {
    code: 'Application_FilterErrorException',
    class: 'validation',
    sample: `The filter "='SELLACRE24_W%2FOORINGS'" is not valid for the No. field on the Item table.`,
    source: page,
  },
  {
    code: 'Application_FieldValidationException',
    class: 'validation',
    sample: 'Customer Posting Group must have a value in Customer: No.=C00690. It cannot be zero or empty.',
    source: page,
  },
  {
    code: 'Authentication_InvalidCredentials',
    class: 'auth',
    sample: 'The server has rejected the client credentials',
    source: page,
  },
];
