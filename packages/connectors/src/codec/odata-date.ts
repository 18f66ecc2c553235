import { type Codec, refuse } from '@dist/mapping';

const native = 'a date /Date(milliseconds)/ at midnight UTC';
const canonical = 'a calendar date CCYY-MM-DD';
const day = 86_400_000;
// The years that four digits can write.
const [first, last] = [Date.UTC(1000, 0, 1), Date.UTC(9999, 11, 31)];

/** `/Date(1772409600000)/` (OData 2, Edm.DateTime without a time of day) ↔ `2026-03-02`: a day, whatever the zone. */
export const odataDate: Codec = {
  native,
  canonical,
  decode: (value) => {
    const digits = typeof value === 'string' ? /^\/Date\((-?\d{1,15})\)\/$/.exec(value)?.[1] : undefined;
    const instant = digits === undefined ? Number.NaN : Number(digits);
    const whole = instant % day === 0 && instant >= first && instant <= last;
    return whole ? new Date(instant).toISOString().slice(0, 10) : refuse(native);
  },
  encode: (value) => {
    const instant = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
    const real = instant >= first && instant <= last && new Date(instant).toISOString().startsWith(String(value));
    return real ? `/Date(${instant})/` : refuse(canonical);
  },
};
