const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Whether a text is a real calendar date, YYMMDD or CCYYMMDD (X12.6, type DT).
 * Six digits do not tell the century; 29 February is taken where any century near us has it: every fourth year.
 */
export function isDate(text: string): boolean {
  if (!/^(?:\d{6}|\d{8})$/.test(text)) return false;
  const year = Number(text.slice(0, -4));
  const month = Number(text.slice(-4, -2));
  const day = Number(text.slice(-2));
  if (text.length === 8 && year < 1) return false;
  return day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return 29;
  return DAYS[month - 1] ?? 0;
}

// A two-digit year 00 means 2000, a leap year, which the rule of four hundred gives for 0 as well.
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
