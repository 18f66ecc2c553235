import type { ErrorSources } from '../governance/documented-rules.ts';

const guide = 'Acumatica ERP Integration Development Guide';
const sources = 'Acumatica ERP, source of PX.Objects: Messages';
const quoted = 'Quoted by clients of the API; the guide names the situation';

/** What Acumatica says where a rule of `acumaticaErrors` fits, verbatim, and where that stands. No connector carries it. */
export const acumaticaErrorSources: ErrorSources = {
  NoEntitySatisfiesTheConditionException: { sample: 'No entity satisfies the condition.', source: quoted },
  'API Login Limit': { sample: 'API Login Limit', source: quoted },
  'Invalid credentials': { sample: 'Invalid credentials. Please try again.', source: quoted },
  '404': {
    sample: 'An action with this name does not exist.',
    source: `${guide}: Execute an Action That Is Present in an Endpoint`,
  },
  PXSetupNotEnteredException: {
    sample: 'The required configuration data is not entered on the Company Branches form.',
    source: quoted,
  },
  'Optimization cannot be performed': {
    sample: 'Optimization cannot be performed.The following fields cause the error:',
    source: `${guide}: Retrieve Records by Conditions, Usage Notes`,
  },
  'button is disabled': {
    sample: 'The Cancel Order button is disabled.',
    source: 'Acumatica Framework: PX.Data.PXActionDisabledException',
  },
  'Another process has updated the': {
    sample: "Another process has updated the 'SOOrder' record. Your changes will be lost.",
    source: 'Acumatica Framework: PX.Data.PXLockViolationException',
  },
  "The customer status is 'Credit Hold'": { sample: "The customer status is 'Credit Hold'.", source: sources },
  "The customer status is 'On Hold'": { sample: "The customer status is 'On Hold'.", source: sources },
  "The customer's credit limit has been exceeded": {
    sample: "The customer's credit limit has been exceeded.",
    source: sources,
  },
  "The customer status is 'Inactive'": { sample: "The customer status is 'Inactive'.", source: sources },
  'cannot be found in the system': {
    sample: "'Customer' cannot be found in the system.",
    source: `${guide}: Create a Record, status 422`,
  },
  'record raised at least one error': {
    sample: "Inserting  'Sales Order' record raised at least one error. Please review the errors.",
    source: sources,
  },
};
