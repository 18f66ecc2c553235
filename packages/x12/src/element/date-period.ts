import type { IssueCode } from '../issue-codes.ts';
import { isDate } from './is-date.ts';
import { isTime } from './is-time.ts';

/** What a format of element 1250 asks of the text that follows it, element 1251. */
export interface DatePeriodFormat {
  readonly expected: string;
  readonly code: IssueCode;
  readonly fits: (text: string) => boolean;
}

const isLong = (length: number, check: (text: string) => boolean) => (text: string) =>
  text.length === length && check(text);
const day = isLong(8, isDate);
const shortDay = isLong(6, isDate);
const minute = isLong(4, isTime);
const second = isLong(6, isTime);
const year = (text: string): boolean => /^\d{4}$/.test(text);
const month = (text: string): boolean => /^\d{4}(?:0[1-9]|1[0-2])$/.test(text);
const instant = (time: (text: string) => boolean) => (text: string) => day(text.slice(0, 8)) && time(text.slice(8));
const range = (one: (text: string) => boolean) => (text: string) => {
  const [from = '', to = '', ...rest] = text.split('-');
  return rest.length === 0 && one(from) && one(to);
};

const date = (expected: string, fits: (text: string) => boolean): DatePeriodFormat => ({
  expected,
  fits,
  code: 'element-invalid-date',
});
const time = (expected: string, fits: (text: string) => boolean): DatePeriodFormat => ({
  expected,
  fits,
  code: 'element-invalid-time',
});

// From working knowledge. A code that is not here says nothing that could be checked.
const FORMATS: ReadonlyMap<string, DatePeriodFormat> = new Map([
  ['CM', date('a month CCYYMM', month)],
  ['CY', date('a year CCYY', year)],
  ['D6', date('a calendar date YYMMDD', shortDay)],
  ['D8', date('a calendar date CCYYMMDD', day)],
  ['DT', date('a date and time CCYYMMDDHHMM', instant(minute))],
  ['RD4', date('two years CCYY-CCYY', range(year))],
  ['RD5', date('two months CCYYMM-CCYYMM', range(month))],
  ['RD6', date('two dates YYMMDD-YYMMDD', range(shortDay))],
  ['RD8', date('two dates CCYYMMDD-CCYYMMDD', range(day))],
  ['RDT', date('two dates and times CCYYMMDDHHMM-CCYYMMDDHHMM', range(instant(minute)))],
  ['RTM', time('two times HHMM-HHMM', range(minute))],
  ['RTS', date('a date and time CCYYMMDDHHMMSS', instant(second))],
  ['TM', time('a time HHMM', minute)],
  ['TS', time('a time HHMMSS', second)],
]);

/** The format that a code of element 1250 names; nothing where it is not known. */
export function datePeriod(code: string): DatePeriodFormat | undefined {
  return FORMATS.get(code.trimEnd());
}
