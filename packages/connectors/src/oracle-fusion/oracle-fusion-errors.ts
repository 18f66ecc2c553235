import type { VendorErrorRule } from '../http/vendor-errors.ts';

const hub = 'Oracle Fusion Cloud SCM, Sales Orders for Order Hub REST Endpoints, Common error handling';
const adf = 'Oracle ADF, error messages of business components, from knowledge of the documentation; not looked up';

/**
 * What errors of Oracle Fusion mean. Most carry a code of ADF (`JBO-…`); what is not here is classed by its status, and a
 * gateway's 504 of a write stays in doubt: the order may be processed all the same.
 */
export const oracleFusionErrors: readonly VendorErrorRule[] = [
  {
    status: 404,
    class: 'config',
    sample: 'Not Found',
    source: `${hub}: a key that is not one, or no data security of the business unit`,
  },
  { includes: 'flexfield', class: 'config', sample: 'The flexfield is not deployed.', source: `${hub}: status 500` },
  {
    includes: 'JBO-25013',
    class: 'duplicate',
    sample: 'JBO-25013: Too many objects match the primary key oracle.jbo.Key[1001 ].',
    source: adf,
  },
  {
    includes: 'JBO-25014',
    class: 'conflict',
    sample: 'JBO-25014: Another user has changed the row with primary key oracle.jbo.Key[1001 ].',
    source: adf,
  },
  {
    includes: 'JBO-26030',
    class: 'conflict',
    sample: 'JBO-26030: Failed to lock the record, another user holds the lock.',
    source: adf,
  },
  {
    includes: 'JBO-27014',
    class: 'validation',
    sample: 'JBO-27014: Attribute ProductNumber in AM.Line is required.',
    source: adf,
  },
];
