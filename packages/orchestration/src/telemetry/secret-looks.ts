/** How a secret looks in a text, and what is left of it. */
export interface Look {
  readonly pattern: RegExp;
  /** What stands in the place of the whole; `found` is what the pattern and its groups have matched. */
  readonly shown: (redacted: string, whole: string, ...groups: string[]) => string;
}

// Texts come from outside and may be long. So no pattern reads on from many places in the same text: what it reads is
// bounded, or ends before the next place that it can begin at.

/** Bank and card numbers, tokens and passwords. */
export const secretLooks: readonly Look[] = [
  {
    pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    shown: (redacted) => redacted,
  },
  // What stands in `scheme://user:password@host`.
  { pattern: /(:\/\/[^\s:/@]*:)[^\s/@]+@/g, shown: (redacted, _, start) => `${start}${redacted}@` },
  {
    pattern:
      /(\bauthorization["']?\s*[=:]\s*["']?(?:(?:Bearer|Basic|Digest|Negotiate|Token|ApiKey)\s+)?)[^\s"',;&[]+/gi,
    shown: (redacted, _, start) => `${start}${redacted}`,
  },
  { pattern: /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, shown: (redacted, _, scheme) => `${scheme} ${redacted}` },
  { pattern: /(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, shown: (redacted) => redacted },
  {
    pattern: new RegExp(`(${secretWords()})(\\\\?["']?\\s*[=:]\\s*)${quotedOrPlain()}`, 'gi'),
    shown: (redacted, _, name, sign) => `${name}${sign}${redacted}`,
  },
  // The signature of an address that lets whoever has it in.
  { pattern: /([?&]sig=)[^\s&"'<>]+/gi, shown: (redacted, _, start) => `${start}${redacted}` },
  // Keys of Amazon Web Services, GitHub, Stripe and Slack, which say by their beginning what they are.
  {
    pattern:
      /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|[rs]k_(?:live|test)_\w{8,255}|xox[a-z]-[\w-]{8,255})/g,
    shown: (redacted) => redacted,
  },
  {
    pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/gi,
    shown: (redacted, text) => (isIban(text) ? redacted : text),
  },
  {
    pattern: /\b(?:\d{4}[ .-]?){3}\d{4}\b|\b3[47]\d{2}[ .-]?\d{6}[ .-]?\d{5}\b/g,
    shown: (redacted, text) => (isCard(text) ? redacted : text),
  },
];

/** E-mail addresses and telephone numbers. */
export const contactLooks: readonly Look[] = [
  {
    pattern: /[\w.+%-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi,
    shown: (redacted) => redacted,
  },
  {
    pattern:
      /\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){1,4}\b|\(\d{3}\) ?\d{3}-\d{4}\b|\b\d{3}-\d{3}-\d{4}\b/g,
    shown: (redacted) => redacted,
  },
];

/** Words before a sign and a secret: `token=…`, `"client_secret": "…"`, `pwd: …`. */
function secretWords(): string {
  const ends = 'token|secret|password|passwd|passphrase|passcode|(?:api|access|private)[_ -]?key|iban';
  return `${ends}|\\b(?:pass|pwd|account(?:[_ -]?number)?)`;
}

/** A text in quotes, blanks and quoted quotes and all; else, or where its end was cut off, all up to the next blank or sign. */
function quotedOrPlain(): string {
  const inQuotes = (quote: string) => `${quote}[^${quote}\\\\]{0,4000}(?:\\\\.[^${quote}\\\\]{0,4000}){0,50}${quote}`;
  return `(?:${inQuotes('"')}|${inQuotes("'")}|\\\\?["']?[^\\s"',;&[]+)`;
}

/** ISO 13616: the first four characters moved to the end, letters as 10 to 35, leave 1 when divided by 97. */
function isIban(text: string): boolean {
  const plainText = text.replace(/[ -]/g, '');
  const digits = [...(plainText.slice(4) + plainText.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  const isRight = [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
  // One in 97 rows of short words would pass; an account has digits.
  return isRight && plainText.replace(/\D/g, '').length >= 8;
}

/** ISO/IEC 7812: a number of a card network (3 to 6) whose check digit is right. */
function isCard(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : ((digit * 2) % 10) + Math.floor(digit / 5)),
    0,
  );
  return /^[3-6]/.test(text) && sum % 10 === 0;
}
