import { type Codec, refuse } from '@dist/mapping';

const native = 'a date and time as RFC 2822 writes it, with its zone as an offset';
const canonical = 'an instant with its offset';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Tue, 05 Mar 2019 21:40:11 +0000` (RFC 2822, 3.3) ↔ an instant with the same offset, to the second. */
export const rfc2822: Codec = {
  native,
  canonical,
  decode: (value) => {
    const pattern = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d)(?::(\d\d))? ([+-]\d\d)(\d\d)$/;
    const parts = typeof value === 'string' ? pattern.exec(value) : null;
    if (parts === null) return refuse(native);
    const [, day = '', name = '', year, time, seconds = '00', hours, minutes] = parts;
    const month = String(months.indexOf(name) + 1).padStart(2, '0');
    const local = `${year}-${month}-${day.padStart(2, '0')}T${time}:${seconds}`;
    return exists(local) ? `${local}${hours}:${minutes}` : refuse(native);
  },
  encode: (value) => {
    const pattern = /^(\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d))(?:\.0+)?(?:Z|([+-]\d\d):(\d\d))$/;
    const parts = typeof value === 'string' ? pattern.exec(value) : null;
    const [, local = '', time, hours = '+00', minutes = '00'] = parts ?? [];
    if (!exists(local)) return refuse(canonical);
    const date = new Date(`${local}Z`);
    const day = String(date.getUTCDate()).padStart(2, '0');
    const year = local.slice(0, 4);
    return `${days[date.getUTCDay()]}, ${day} ${months[date.getUTCMonth()]} ${year} ${time} ${hours}${minutes}`;
  },
};

/** Whether a local time is one: a 30th of February reads as a day in March. */
function exists(local: string): boolean {
  const instant = Date.parse(`${local}Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(local);
}
