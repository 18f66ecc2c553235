import { type ClassRule, classRules, type ErrorClass } from './error-class.ts';

export interface ErrorClassRule extends ClassRule {
  /** One sentence for a person. */
  readonly meaning: string;
}

const meanings: Readonly<Record<ErrorClass, string>> = {
  auth: 'The credentials are wrong or have expired',
  permission: 'The credentials are right and may not do this',
  'not-found': 'The record that the request names is not there',
  validation: 'The system refuses the content',
  conflict: 'The record stands in a state, or has a content, that does not go with the request',
  duplicate: 'It was done before',
  'rate-limited': 'Too many requests in a time',
  'concurrency-limited': 'Too many requests at once',
  unavailable: 'The system cannot be reached or does not work; nothing was done',
  'timeout-unknown': 'The request may have been sent and no answer tells what became of it: look it up',
  'business-hold': 'The system holds the record until a person releases it',
  'contract-drift': 'The answer is not what the interface promises',
  config: 'An address, version or setting is wrong',
};

/** Every class, with what to do about it. A failure may say otherwise where more is known: a read is always safe to replay. */
export const errorClasses: Readonly<Record<ErrorClass, ErrorClassRule>> = /* @__PURE__ */ withMeanings();

function withMeanings(): Record<ErrorClass, ErrorClassRule> {
  const names = Object.keys(classRules) as ErrorClass[];
  const rows = names.map((name) => [name, { ...classRules[name], meaning: meanings[name] }]);
  return Object.fromEntries(rows);
}
