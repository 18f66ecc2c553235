import type { ElementUse } from '../definition/definition.ts';

/** Whether the bytes of a range are certainly a right value; at least one byte, all of them printable ASCII. */
export type PlainValue = (bytes: Uint8Array, from: number, to: number) => boolean;

const BLANK = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** The rules of one element for plain values: type, lengths, closed code list. */
export function plainValue(use: ElementUse): PlainValue {
  const { minimum, maximum } = use;
  switch (use.type) {
    case 'AN':
      return text(minimum, maximum);
    case 'ID':
      return use.codes === undefined ? text(minimum, maximum) : code(use.codes);
    case 'R':
      return decimal(minimum, maximum);
    case 'DT':
      return maximum >= 8 ? isDate : never;
    case 'TM':
      return time(minimum, maximum);
    case 'B':
      return (_, from, to) => to - from >= minimum && to - from <= maximum;
    default:
      return numeric(minimum, maximum);
  }
}

const never: PlainValue = () => false;

function text(minimum: number, maximum: number): PlainValue {
  return (bytes, from, to) => to - from <= maximum && to - from >= minimum && bytes[from] !== BLANK;
}

/** Codes of up to three characters as numbers; a longer one is looked up by the whole check. */
function code(codes: ReadonlySet<string>): PlainValue {
  const known = new Set([...codes].filter((value) => value.length <= 3).map(packed));
  return (bytes, from, to) => {
    if (to - from > 3) return false;
    let key = 0;
    for (let at = from; at < to; at++) key = (key << 8) | (bytes[at] as number);
    return known.has(key);
  };
}

const packed = (value: string): number => [...value].reduce((key, sign) => (key << 8) | sign.charCodeAt(0), 0);

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= ZERO + 9;

function numeric(minimum: number, maximum: number): PlainValue {
  return (bytes, from, to) => {
    const start = bytes[from] === MINUS ? from + 1 : from;
    const length = to - start;
    if (length > maximum || length < minimum || length === 0) return false;
    for (let at = start; at < to; at++) if (!isDigit(bytes[at])) return false;
    return true;
  };
}

/** Digits with at most one point, which does not count; a point at an end is left to the whole check. */
function decimal(minimum: number, maximum: number): PlainValue {
  return (bytes, from, to) => {
    const start = bytes[from] === MINUS ? from + 1 : from;
    let points = 0;
    for (let at = start; at < to; at++) {
      const byte = bytes[at];
      if (byte === POINT && points === 0 && at > start && at < to - 1) points = 1;
      else if (!isDigit(byte)) return false;
    }
    const length = to - start - points;
    return length > 0 && length <= maximum && length >= minimum;
  };
}

const pair = (bytes: Uint8Array, at: number): number => {
  const [tens, ones] = [bytes[at], bytes[at + 1]];
  return isDigit(tens) && isDigit(ones) ? ((tens as number) - ZERO) * 10 + (ones as number) - ZERO : -1;
};

/** Days that a month has in every year. */
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** CCYYMMDD; 29 February is left to the whole check. */
const isDate: PlainValue = (bytes, from, to) => {
  if (to - from !== 8 || pair(bytes, from) <= 0 || pair(bytes, from + 2) < 0) return false;
  const month = pair(bytes, from + 4);
  const day = pair(bytes, from + 6);
  return month >= 1 && day >= 1 && day <= (DAYS[month] ?? 0);
};

/** HHMM, HHMMSS or HHMMSSDD. */
function time(minimum: number, maximum: number): PlainValue {
  return (bytes, from, to) => {
    const length = to - from;
    if ((length !== 4 && length !== 6 && length !== 8) || length < minimum || length > maximum) return false;
    const hours = pair(bytes, from);
    if (hours < 0 || hours > 23) return false;
    for (let at = from + 2; at < to; at += 2) {
      const part = pair(bytes, at);
      if (part < 0 || (part > 59 && at < from + 6)) return false;
    }
    return true;
  };
}
