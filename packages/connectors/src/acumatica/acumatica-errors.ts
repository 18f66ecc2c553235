import type { VendorErrorRule } from '../http/vendor-errors.ts';

const guide = 'Acumatica ERP Integration Development Guide';
const sources = 'Acumatica ERP, source of PX.Objects: Messages';
const quoted = 'Quoted by clients of the API; the guide names the situation';

/**
 * What Acumatica's errors mean. The code is the last word of `exceptionType`. Much of it comes with status 500, so that the
 * text decides; what is not here is classed by its status, and a 500 of a write stays in doubt.
 */
export const acumaticaErrors: readonly VendorErrorRule[] = [
  {
    code: 'NoEntitySatisfiesTheConditionException',
    class: 'not-found',
    sample: 'No entity satisfies the condition.',
    source: quoted,
  },
  { includes: 'API Login Limit', class: 'concurrency-limited', sample: 'API Login Limit', source: quoted },
  {
    includes: 'Invalid credentials',
    class: 'auth',
    sample: 'Invalid credentials. Please try again.',
    source: quoted,
  },
  {
    status: 404,
    class: 'config',
    sample: 'An action with this name does not exist.',
    source: `${guide}: Execute an Action That Is Present in an Endpoint`,
  },
  {
    code: 'PXSetupNotEnteredException',
    class: 'config',
    sample: 'The required configuration data is not entered on the Company Branches form.',
    source: quoted,
  },
  {
    includes: 'Optimization cannot be performed',
    class: 'config',
    sample: 'Optimization cannot be performed.The following fields cause the error:',
    source: `${guide}: Retrieve Records by Conditions, Usage Notes`,
  },
  {
    includes: 'button is disabled',
    class: 'conflict',
    sample: 'The Cancel Order button is disabled.',
    source: 'Acumatica Framework: PX.Data.PXActionDisabledException',
  },
  {
    includes: 'Another process has updated the',
    class: 'conflict',
    sample: "Another process has updated the 'SOOrder' record. Your changes will be lost.",
    source: 'Acumatica Framework: PX.Data.PXLockViolationException',
  },
  {
    includes: "The customer status is 'Credit Hold'",
    class: 'business-hold',
    sample: "The customer status is 'Credit Hold'.",
    source: sources,
  },
  {
    includes: "The customer status is 'On Hold'",
    class: 'business-hold',
    sample: "The customer status is 'On Hold'.",
    source: sources,
  },
  {
    includes: "The customer's credit limit has been exceeded",
    class: 'business-hold',
    sample: "The customer's credit limit has been exceeded.",
    source: sources,
  },
  {
    includes: "The customer status is 'Inactive'",
    class: 'validation',
    sample: "The customer status is 'Inactive'.",
    source: sources,
  },
  {
    includes: 'cannot be found in the system',
    class: 'validation',
    sample: "'Customer' cannot be found in the system.",
    source: `${guide}: Create a Record, status 422`,
  },
  {
    includes: 'record raised at least one error',
    class: 'validation',
    sample: "Inserting  'Sales Order' record raised at least one error. Please review the errors.",
    source: sources,
  },
];
