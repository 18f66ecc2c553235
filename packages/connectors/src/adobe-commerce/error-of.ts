import type { VendorError } from '../http/vendor-errors.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';

/**
 * `{ message, parameters?, errors?: [{ message, parameters }] }`: a message has places for its parameters, `%resources` of an
 * object and `%1` of a list (Adobe Commerce Web API guide, REST response).
 */
export function errorOf(json: unknown): VendorError | undefined {
  const errors = fieldOf(json, 'errors');
  const all: readonly unknown[] = [json, ...(Array.isArray(errors) ? errors.slice(0, 5) : [])];
  const texts = all.map(textWithParameters).filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : { message: texts.join('; ') };
}

function textWithParameters(error: unknown): string | undefined {
  const message = textOf(fieldOf(error, 'message'));
  const parameters = fieldOf(error, 'parameters');
  if (message === undefined || typeof parameters !== 'object' || parameters === null) return message;
  return message.slice(0, 1000).replace(/%(\w{1,40})/g, (place, name: string) => {
    const value = Array.isArray(parameters) ? parameters[Number(name) - 1] : fieldOf(parameters, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : place;
  });
}
