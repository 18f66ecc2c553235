import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** A problem (RFC 9457 §3) with a `code` of the contract: `{ type, title, status, detail, code }`. */
export function errorOf(json: unknown): VendorError | undefined {
  const code = textOf(fieldOf(json, 'code'));
  const message = textOf(fieldOf(json, 'detail')) ?? textOf(fieldOf(json, 'title'));
  return code === undefined && message === undefined ? undefined : { code, message };
}
