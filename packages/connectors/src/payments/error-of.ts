import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** `{ error: { type, code, message, param } }`; the type where there is no code. */
export function errorOf(json: unknown): VendorError | undefined {
  const error = fieldOf(json, 'error');
  const code = textOf(fieldOf(error, 'code')) ?? textOf(fieldOf(error, 'type'));
  const message = textOf(fieldOf(error, 'message'));
  return code === undefined && message === undefined ? undefined : { code, message };
}
