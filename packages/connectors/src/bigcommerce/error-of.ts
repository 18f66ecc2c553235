import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** V2: `[{ status, message }]`. V3: `{ status, title, detail?, errors? }`, of which `errors` names fields. */
export function errorOf(json: unknown): VendorError | undefined {
  const error: unknown = Array.isArray(json) ? json[0] : json;
  const errors = fieldOf(error, 'errors');
  const fields =
    typeof errors === 'object' && errors !== null
      ? Object.entries(errors).flatMap(([field, text]) => (typeof text === 'string' ? [`${field}: ${text}`] : []))
      : [];
  const texts = [textOf(fieldOf(error, 'message')), textOf(fieldOf(error, 'title')), textOf(fieldOf(error, 'detail'))];
  const said = [...texts.filter((text) => text !== undefined), ...fields.slice(0, 5)];
  return said.length === 0 ? undefined : { message: said.join('; ') };
}
