import type { ErrorClass } from '../word/failure.ts';
import type { ErrorClassRule } from './policy.ts';

/** The usual owners. The first three are tried again, `inDoubt` is looked up, the rest wait for a person. */
export const errorClasses: Readonly<Record<ErrorClass, ErrorClassRule>> = {
  transport: { owner: 'integration', retryable: true, chargebackRisk: 'low' },
  throttled: { owner: 'integration', retryable: true, chargebackRisk: 'low' },
  system: { owner: 'integration', retryable: true, chargebackRisk: 'low' },
  inDoubt: { owner: 'integration', retryable: true, chargebackRisk: 'high' },
  pricing: { owner: 'pricing', retryable: false, chargebackRisk: 'low' },
  customerMaster: { owner: 'customer master', retryable: false, chargebackRisk: 'high' },
  itemCrossReference: { owner: 'item master', retryable: false, chargebackRisk: 'high' },
  unitOfMeasure: { owner: 'item master', retryable: false, chargebackRisk: 'high' },
  inventory: { owner: 'inventory', retryable: false, chargebackRisk: 'high' },
  credit: { owner: 'credit', retryable: false, chargebackRisk: 'none' },
  partnerFormat: { owner: 'trading partner desk', retryable: false, chargebackRisk: 'high' },
  configuration: { owner: 'integration', retryable: false, chargebackRisk: 'low' },
};
