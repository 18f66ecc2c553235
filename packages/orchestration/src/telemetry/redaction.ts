import { contactLooks, secretLooks } from './secret-looks.ts';

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
  /** A copy of plain data without secret fields, at any depth; what is deeper than a hundred levels is left out. */
  data(value: unknown): unknown;
}

/** What stands in the place of a secret. */
const redacted = '[redacted]';

/** More than any document has, and less than a reader that calls itself could take. */
const deepest = 100;

/**
 * Hides secrets by the name of a field, at any depth, and by their look in texts. The names: bank and account numbers,
 * tokens, passwords, keys, tax and card numbers; contacts too unless they are kept.
 */
export function redactor(rules: RedactionRules = {}): Redactor {
  const names = new Set(
    [...secretNames, ...(rules.keepContacts === true ? [] : contactNames), ...(rules.hide ?? [])].map(plain),
  );
  const looks = rules.keepContacts === true ? secretLooks : [...secretLooks, ...contactLooks];
  const text = (value: string): string =>
    looks.reduce(
      (left, { pattern, shown }) =>
        left.replace(pattern, (whole: string, ...groups: string[]) => shown(redacted, whole, ...groups)),
      value,
    );
  const within = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return `[deeper than ${deepest} levels]`;
    if (Array.isArray(value)) return value.map((inner) => within(inner, depth + 1));
    const entries = Object.entries(value).map(([name, inner]) => [
      name,
      isSecret(name, inner) ? redacted : within(inner, depth + 1),
    ]);
    return Object.fromEntries(entries);
  };
  const data = (value: unknown): unknown => within(value, 1);
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
  'pass',
  'pin',
  'privateKey',
  'pwd',
  'sig',
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
const secretEnding = /(?:token|secret|password|passwd|passphrase|apikey|accesskey)s?$/;

const contactNames: readonly string[] = ['email', 'mail', 'phone', 'telephone', 'mobile', 'fax', 'contacts'];
