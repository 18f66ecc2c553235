const TIME = /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d+)?$/;

/** Whether a text is a time of day, HHMM, HHMMSS or with decimal seconds HHMMSSD and HHMMSSDD (X12.6, type TM). */
export function isTime(text: string): boolean {
  return TIME.test(text);
}
