import { type Codec, refuse } from './codec.ts';

const nativeDate = 'a calendar date CCYYMMDD';
const canonicalDate = 'a calendar date CCYY-MM-DD';
const nativeTime = 'a time HHMM or HHMMSS';
const canonicalTime = 'a time HH:MM:SS';

/** `CCYYMMDD` (X12 type DT) ↔ `CCYY-MM-DD`: real days only. */
export const date: Codec = {
  native: nativeDate,
  canonical: canonicalDate,
  exact: () => true,
  decode: (value) => {
    if (typeof value !== 'string' || value.length !== 8 || !isDay(value, 4, 6)) return refuse(nativeDate);
    return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  },
  encode: (value) => {
    const isDate = typeof value === 'string' && value.length === 10 && value[4] === '-' && value[7] === '-';
    if (!isDate || !isDay(value, 5, 8)) return refuse(canonicalDate);
    return value.slice(0, 4) + value.slice(5, 7) + value.slice(8);
  },
};

/** Whether a text has a year of four digits at its beginning, and a month and a day of two that are real. */
function isDay(text: string, monthAt: number, dayAt: number): boolean {
  const year = 100 * numberAt(text, 0) + numberAt(text, 2);
  const month = numberAt(text, monthAt);
  const day = numberAt(text, dayAt);
  if (Number.isNaN(year + month + day) || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : (daysOfMonths[month - 1] ?? 0));
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of two digits at a place; NaN where other characters stand. */
function numberAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
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
