import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** `{ errors: [{ code, message, details }] }`, the first code with all messages (SP-API docs, "Parse SP-API Responses"). */
export function amazonError(json: unknown): VendorError | undefined {
  const errors = fieldOf(json, 'errors');
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  const texts = errors.slice(0, 10).flatMap((error) => {
    const parts = [textOf(fieldOf(error, 'message')), textOf(fieldOf(error, 'details'))];
    return parts.filter((part) => part !== undefined);
  });
  const codes = errors.map((error) => textOf(fieldOf(error, 'code')));
  return { code: codes.find((code) => code !== undefined), message: texts.length === 0 ? undefined : texts.join('; ') };
}
