import type { Price } from '../value/value.ts';

/** A price without the fields that it does not have. */
export function plainPrice({ amount, per, unit }: Price): Price {
  return { amount, ...(per === undefined ? {} : { per }), ...(unit === undefined ? {} : { unit }) };
}
