/** What is hidden beyond the table. */
export interface RedactionRules {
  /** Leave e-mail addresses and telephone numbers as they are; they are hidden when absent. */
  readonly keepContacts?: boolean | undefined;
  /** More names of fields whose value is hidden, at any depth; capital letters, `_` and `-` do not count. */
  readonly hide?: readonly string[] | undefined;
}

/** Hides what is secret. */
export interface Redactor {
  /** A text without what looks like a secret. */
  text(value: string): string;
  /** A copy of plain data without secret fields, at any depth. */
  data(value: unknown): unknown;
}

/** What stands in the place of a secret. */
const redacted = '[redacted]';

/**
 * Hides secrets by the name of a field, at any depth, and by their look in texts. The names: bank and account numbers,
 * tokens, passwords, keys, tax and card numbers; contacts too unless they are kept.
 */
export function redactor(rules: RedactionRules = {}): Redactor {
  const names = new Set(
    [...secretNames, ...(rules.keepContacts === true ? [] : contactNames), ...(rules.hide ?? [])].map(plain),
  );
  const looks = rules.keepContacts === true ? secretLooks : [...secretLooks, ...contactLooks];
  const text = (value: string): string => looks.reduce((left, look) => left.replace(...look), value);
  const data = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(data);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => [
      name,
      isSecret(name, inner) ? redacted : data(inner),
    ]);
    return Object.fromEntries(entries);
  };
  const isSecret = (name: string, value: unknown): boolean =>
    value !== undefined && value !== null && (names.has(plain(name)) || secretEnding.test(plain(name)));
  return { text, data };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/g, '');
}

/** Names of fields, as `plain` writes them: of our own documents, and those that extensions usually have. */
const secretNames: readonly string[] = [
  'account',
  'accountNumber',
  'bank',
  'bankAccount',
  'bankCode',
  'bic',
  'iban',
  'payeeBank',
  'payerBank',
  'routingNumber',
  'swift',
  'authorization',
  'cookie',
  'credentials',
  'jwt',
  'pin',
  'privateKey',
  'signature',
  'cardNumber',
  'creditCard',
  'cvc',
  'cvv',
  'pan',
  'federalTaxId',
  'ssn',
  'taxIds',
];

/** `accessToken`, `client_secret`, `x-api-key`, `dbPassword`. */
const secretEnding = /(?:token|secret|password|passwd|passphrase|apikey|accesskey)$/;

const contactNames: readonly string[] = ['email', 'mail', 'phone', 'telephone', 'mobile', 'fax', 'contacts'];

type Look = readonly [pattern: RegExp, shown: (whole: string, ...groups: string[]) => string];

const secretLooks: readonly Look[] = [
  // What stands in `scheme://user:password@host`.
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]{1,200}):[^\s/@]{1,200}@/gi, (_, start) => `${start}:${redacted}@`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, (_, scheme) => `${scheme} ${redacted}`],
  [/\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, () => redacted],
  [
    /(token|secret|password|passwd|api[_-]?key|iban|\baccount(?:[_ -]?number)?)(["']?\s*[=:]\s*["']?)[^\s"',;&[]+/gi,
    (_, name, sign) => `${name}${sign}${redacted}`,
  ],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, (text) => (isIban(text) ? redacted : text)],
  [/\b(?:\d{4}[ -]?){3}\d{4}\b|\b3[47]\d{2}[ -]?\d{6}[ -]?\d{5}\b/g, (text) => (isCard(text) ? redacted : text)],
];

const contactLooks: readonly Look[] = [
  [/[\w.+%-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi, () => redacted],
  [
    /\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){1,4}\b|\(\d{3}\) ?\d{3}-\d{4}\b|\b\d{3}-\d{3}-\d{4}\b/g,
    () => redacted,
  ],
];

/** ISO 13616: the first four characters moved to the end, letters as 10 to 35, leave 1 when divided by 97. */
function isIban(text: string): boolean {
  const plainText = text.replaceAll(' ', '');
  const digits = [...(plainText.slice(4) + plainText.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
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
