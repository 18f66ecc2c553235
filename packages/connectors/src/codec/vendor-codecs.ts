import type { Codec } from '@dist/mapping';
import { amount } from './amount.ts';
import { fullName } from './full-name.ts';
import { itemUnit } from './item-unit.ts';
import { noonUtc } from './noon-utc.ts';
import { odataDate } from './odata-date.ts';
import { reference } from './reference.ts';
import { rfc2822 } from './rfc2822.ts';
import { utcDateTime } from './utc-date-time.ts';

/** The codecs that the maps of `@dist/connectors/maps` name beside those of `@dist/mapping`: `compile(…, { codecs })`. */
export const vendorCodecs: Readonly<Record<string, Codec>> = {
  amount,
  fullName,
  itemUnit,
  noonUtc,
  odataDate,
  reference6: reference(6),
  reference35: reference(35),
  reference40: reference(40),
  rfc2822,
  utcDateTime,
};
