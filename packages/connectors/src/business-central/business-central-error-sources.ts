import type { ErrorSources } from '../governance/documented-rules.ts';

const page = 'Microsoft Learn, Business Central API (v2.0): Error Codes';

/** What Business Central says where a rule of `businessCentralErrors` fits, verbatim, and where that stands. No connector carries it. */
export const businessCentralErrorSources: ErrorSources = {
  Request_EntityChanged: { sample: 'Another user has already changed the record.', source: page },
  BadRequest_InvalidToken: {
    sample: 'Could not validate the client concurrency token required by the service.',
    source: page,
  },
  BadRequest_InvalidRequestUrl: {
    sample: "An incompatible property definition already exists for 'Allowed_Companies_0.Name'",
    source: page,
  },
  BadRequest_NotFound: { sample: 'Bad Request - Error in query syntax', source: page },
  BadRequest_ResourceNotFound: {
    sample: "Resource not found for the segment 'OfficeAppResourceRegistrations'",
    source: page,
  },
  BadRequest_InvalidOperation: { sample: "Control 'Last Date Modified' is read-only", source: page },
  BadRequest_MethodNotAllowed: {
    sample:
      "'POST' requests for 'companies' of EdmType 'Entity' are not allowed within Microsoft Dynamics NAV OData web services.",
    source: page,
  },
  BadRequest_MethodNotImplemented: { sample: 'Entity does not support bound actions', source: page },
  BadRequest_RequiredParamNotProvided: { sample: "Field 'taxable' must not be blank or empty.", source: page },
  BadRequest: { sample: 'Unable to convert value to Date', source: page },
  Internal_DataNotFoundFilter: { sample: 'There is no Cust. Ledger Entry within the filter.', source: page },
  Internal_RecordNotFound: {
    sample: "The Acc. Sched. KPI Web srv. Setup does not exist. Identification fields and values: Primary Key=''",
    source: page,
  },
  Internal_InvalidTableRelation: {
    sample:
      'The field Account No. of table Gen. Journal Line contains a value (ABL001) that cannot be found in the related table (Vendor).',
    source: page,
  },
  Internal_EntityWithSameKeyExists: { sample: 'The Attachment Entity Buffer already exists.', source: page },
  Internal_CompanyNotFound: {
    sample: 'Cannot process the request because the default company cannot be found.',
    source: page,
  },
  Internal_TenantUnavailable: { sample: "The tenant 'msca1a7355t05263373' is not accessible", source: page },
  Application_DialogException: { sample: 'A customerNumber or a customerID must be provided.', source: page },
  Application_StringExceededLength: {
    sample: 'The length of the string is 57, but it must be less than or equal to 50 characters.',
    source: page,
  },
  Application_InvalidGUID: { sample: 'Invalid format of GUID string.', source: page },
  Application_FilterErrorException: {
    sample: `The filter "='SELLACRE24_W%2FOORINGS'" is not valid for the No. field on the Item table.`,
    source: page,
  },
  Application_FieldValidationException: {
    sample: 'Customer Posting Group must have a value in Customer: No.=C00690. It cannot be zero or empty.',
    source: page,
  },
  Authentication_InvalidCredentials: { sample: 'The server has rejected the client credentials', source: page },
};
