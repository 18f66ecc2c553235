import type { Table } from '../map/partner-map.ts';
import type { Codec } from './codec.ts';
import { country } from './country.ts';
import { date, time } from './date.ts';
import { dateTime } from './date-time.ts';
import { gtin, sscc } from './gs1.ts';
import { lookup } from './lookup.ts';
import { decimal, implied, integer, number } from './numeric.ts';
import { table } from './table.ts';
import { boolean, digits, index, same, text, upper } from './text.ts';

const plain: ReadonlyMap<string, Codec> = new Map([
  ['text', text],
  ['upper', upper],
  ['same', same],
  ['index', index],
  ['boolean', boolean],
  ['country', country],
  ['date', date],
  ['time', time],
  ['decimal', decimal],
  ['number', number],
  ['integer', integer],
  ['implied2', implied(2)],
  ['gtin', gtin(14)],
  ['gtin:8', gtin(8)],
  ['gtin:12', gtin(12)],
  ['gtin:13', gtin(13)],
  ['gtin:14', gtin(14)],
  ['sscc', sscc(20)],
  ['sscc:18', sscc(18)],
]);

/** The codec of a name: the caller's own first, then those with a parameter behind a colon. Undefined when unknown. */
export function findCodec(
  name: string,
  tables: Readonly<Record<string, Table>>,
  custom: Readonly<Record<string, Codec>>,
): Codec | undefined {
  if (Object.hasOwn(custom, name)) return custom[name];
  const known = plain.get(name);
  if (known !== undefined) return known;
  const colon = name.indexOf(':');
  const kind = colon < 0 ? name : name.slice(0, colon);
  const parameter = colon < 0 ? '' : name.slice(colon + 1);
  if (kind === 'dateTime') return dateTime(parameter || 'Z');
  if (kind === 'implied' && /^\d$/.test(parameter)) return implied(Number(parameter));
  if (kind === 'digits' && /^[1-9]\d?$/.test(parameter)) return digits(Number(parameter));
  if (kind === 'lookup' && parameter !== '') return lookup(parameter);
  const entries = kind === 'table' && Object.hasOwn(tables, parameter) ? tables[parameter] : undefined;
  return entries === undefined ? undefined : table(parameter, entries);
}
