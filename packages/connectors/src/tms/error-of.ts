import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** `{ request_id, errors: [{ error_source, error_type, error_code, message }] }`: the code of the first, all messages. */
export function errorOf(json: unknown): VendorError | undefined {
  const errors = fieldOf(json, 'errors');
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  const texts = errors.slice(0, 5).map((error) => textOf(fieldOf(error, 'message')) ?? '');
  const first: unknown = errors[0];
  return { code: textOf(fieldOf(first, 'error_code')), message: texts.filter((text) => text !== '').join('; ') };
}
