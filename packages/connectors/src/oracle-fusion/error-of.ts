import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/** So many details are told of an error. */
const mostDetails = 5;

/**
 * Oracle's error of an answer: `{ title, status, o:errorDetails: [{ detail, o:errorCode, o:errorPath }] }`
 * (`application/vnd.oracle.adf.error+json`), or a text alone, as older framework versions and gateways give it.
 */
export function errorOf(body: unknown): VendorError | undefined {
  if (typeof body === 'string') return textOf(body.trim()) === undefined ? undefined : { message: body.trim() };
  const list = fieldOf(body, 'o:errorDetails');
  const details = Array.isArray(list) ? list.slice(0, mostDetails) : [];
  const code = [...details, body].map((one) => textOf(fieldOf(one, 'o:errorCode'))).find((one) => one !== undefined);
  const told = details.flatMap((one) => {
    const [text, path] = [textOf(fieldOf(one, 'detail')), textOf(fieldOf(one, 'o:errorPath'))];
    return text === undefined ? [] : [path === undefined ? text : `${path}: ${text}`];
  });
  const message =
    told.length > 0 ? told.join('; ') : (textOf(fieldOf(body, 'detail')) ?? textOf(fieldOf(body, 'title')));
  return code === undefined && message === undefined ? undefined : { code, message };
}
