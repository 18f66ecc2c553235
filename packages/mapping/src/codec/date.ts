import { type Codec, refuse } from './codec.ts';

const nativeDate = 'a calendar date CCYYMMDD';
const canonicalDate = 'a calendar date CCYY-MM-DD';
const nativeTime = 'a time HHMM or HHMMSS';
const canonicalTime = 'a time HH:MM:SS';

/** `CCYYMMDD` (X12 type DT) ↔ `CCYY-MM-DD`: real days only. */
export const date: Codec = {
  native: nativeDate,
  canonical: canonicalDate,
  decode: (value) => {
    const parts = typeof value === 'string' ? /^(\d{4})(\d\d)(\d\d)$/.exec(value) : null;
    return parts !== null && isDay(parts) ? `${parts[1]}-${parts[2]}-${parts[3]}` : refuse(nativeDate);
  },
  encode: (value) => {
    const parts = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null;
    return parts !== null && isDay(parts) ? `${parts[1]}${parts[2]}${parts[3]}` : refuse(canonicalDate);
  },
};

function isDay([, year, month, day]: RegExpExecArray): boolean {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1) return false;
  // Day 0 of the next month is the last of this one. The year is moved by 400, a whole cycle of leap years,
  // because Date reads years below 100 as 19xx.
  return dayNumber <= new Date(Date.UTC(Number(year) + 400, monthNumber, 0)).getUTCDate();
}

/** `HHMM`, `HHMMSS` or `HHMMSSDD` (X12 type TM) ↔ `HH:MM:SS[.DD]`; written as short as it can be. */
export const time: Codec = {
  native: nativeTime,
  canonical: canonicalTime,
  decode: (value) => {
    const pattern = /^([01]\d|2[0-3])([0-5]\d)(?:([0-5]\d)(\d{1,2})?)?$/;
    const parts = typeof value === 'string' ? pattern.exec(value) : null;
    if (parts === null) return refuse(nativeTime);
    const hundredths = parts[4] === undefined ? '' : `.${parts[4]}`;
    return `${parts[1]}:${parts[2]}:${parts[3] ?? '00'}${hundredths}`;
  },
  encode: (value) => {
    const pattern = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,2}))?$/;
    const parts = typeof value === 'string' ? pattern.exec(value) : null;
    if (parts === null) return refuse(canonicalTime);
    const seconds = parts[3] === '00' && parts[4] === undefined ? '' : `${parts[3]}${parts[4] ?? ''}`;
    return `${parts[1]}${parts[2]}${seconds}`;
  },
};
