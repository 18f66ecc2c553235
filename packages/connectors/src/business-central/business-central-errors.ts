import type { ErrorRule } from '../http/vendor-errors.ts';

/**
 * What Business Central's errors mean: `error.code` of OData. What is not here is classed by its status; so is
 * `Internal_ServerError`, after which a write may have been done.
 */
export const businessCentralErrors: readonly ErrorRule[] = [
  { code: 'Request_EntityChanged', class: 'conflict' },
  { code: 'BadRequest_InvalidToken', class: 'conflict' },
  { code: 'BadRequest_InvalidRequestUrl', class: 'config' },
  { code: 'BadRequest_NotFound', class: 'config' },
  { code: 'BadRequest_ResourceNotFound', class: 'config' },
  { code: 'BadRequest_InvalidOperation', class: 'config' },
  { code: 'BadRequest_MethodNotAllowed', class: 'config' },
  { code: 'BadRequest_MethodNotImplemented', class: 'config' },
  { code: 'BadRequest_RequiredParamNotProvided', class: 'validation' },
  { code: 'BadRequest', class: 'validation' },
  { code: 'Internal_DataNotFoundFilter', class: 'not-found' },
  { code: 'Internal_RecordNotFound', class: 'not-found' },
  { code: 'Internal_InvalidTableRelation', class: 'validation' },
  { code: 'Internal_EntityWithSameKeyExists', class: 'conflict' },
  { code: 'Internal_CompanyNotFound', class: 'config' },
  { code: 'Internal_TenantUnavailable', class: 'unavailable' },
  { code: 'Application_DialogException', class: 'validation' },
  { code: 'Application_StringExceededLength', class: 'validation' },
  { code: 'Application_InvalidGUID', class: 'validation' },
  { code: 'Application_FilterErrorException', class: 'validation' },
  { code: 'Application_FieldValidationException', class: 'validation' },
  { code: 'Authentication_InvalidCredentials', class: 'auth' },
];
