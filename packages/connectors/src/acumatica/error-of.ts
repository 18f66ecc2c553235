import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { errorTexts } from './error-texts.ts';

/** So many causes are told of an exception. */
const mostCauses = 3;

/**
 * Acumatica's error of an answer: `{ message, exceptionMessage, exceptionType, innerException }`, or with status 422 the record
 * itself with an `error` beside each value that is wrong (Create a Record, Response Status Codes). The stack is left out.
 */
export function errorOf(json: unknown): VendorError | undefined {
  const type = textOf(fieldOf(json, 'exceptionType'));
  const causes: string[] = [];
  let exception = json;
  for (let depth = 0; depth <= mostCauses && exception !== undefined; depth++) {
    const text = textOf(fieldOf(exception, 'exceptionMessage'));
    if (text !== undefined) causes.push(text);
    exception = fieldOf(exception, 'innerException');
  }
  const texts = causes.length > 0 ? causes : errorTexts(json);
  const all = texts.length > 0 ? [...new Set(texts)].join('; ') : textOf(fieldOf(json, 'message'));
  return all === undefined && type === undefined ? undefined : { code: type?.split('.').at(-1), message: all };
}
