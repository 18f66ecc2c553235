import type { Issue, Result } from '@dist/canonical';

/** A field of a record: its name, its place by those before it, and what stands in it. */
export interface Field<Name extends string> {
  readonly name: Name;
  readonly length: number;
  /**
   * `text`: from the left, blanks after it. `decimal`: digits alone, zeros before them, so many of them after a point that
   * is not written. `date`: CCYYMMDD. Blanks mean that there is none.
   */
  readonly kind: 'text' | 'date' | { readonly decimals: number };
  readonly required?: boolean | undefined;
}

/** What stands in the fields of a record, as texts: `12.5`, `2026-03-02`. */
export type FieldValues<Name extends string> = { readonly [Each in Name]?: string | undefined };

/** Records of one layout, both ways. A value that does not fit is an issue and never cut. */
export interface FixedWidth<Name extends string> {
  readonly length: number;
  write(values: FieldValues<Name>): Result<string>;
  read(line: string): Result<FieldValues<Name>>;
}

/** A layout as an old program describes it. */
export function fixedWidth<const Name extends string>(fields: readonly Field<Name>[]): FixedWidth<Name> {
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  return {
    length,
    write(values) {
      const issues: Issue[] = [];
      const parts = fields.map((field) => {
        const value: string | undefined = values[field.name];
        const written = value === undefined ? ' '.repeat(field.length) : writtenField(field, value);
        if (written === undefined || (value === undefined && field.required)) issues.push(issueOf(field, value));
        return written ?? '';
      });
      return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parts.join(''), issues: [] };
    },
    read(line) {
      if (line.length !== length) return { ok: false, issues: [lengthIssue(line.length, length)] };
      const issues: Issue[] = [];
      const values: Partial<Record<Name, string>> = {};
      let at = 0;
      for (const field of fields) {
        const text = line.slice(at, at + field.length);
        at += field.length;
        const isBlank = text.trim() === '';
        const value = isBlank ? undefined : readField(field, text);
        if (value === undefined ? !isBlank || field.required : false) issues.push(issueOf(field, text));
        else if (value !== undefined) values[field.name] = value;
      }
      return issues.length > 0 ? { ok: false, issues } : { ok: true, value: values, issues: [] };
    },
  };
}

/** The field's characters; undefined where the value does not fit. */
function writtenField({ kind, length }: Field<string>, value: string): string | undefined {
  if (kind === 'text') {
    // A blank at an end, or a text of blanks, would not come back.
    const fits = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value) && value.length <= length;
    return fits ? value.padEnd(length, ' ') : undefined;
  }
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) ? value.replaceAll('-', '') : undefined;
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const places = part.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') + places.padEnd(kind.decimals, '0');
  return whole === '' || places.length > kind.decimals || digits.length > length
    ? undefined
    : digits.padStart(length, '0');
}

function readField({ kind }: Field<string>, text: string): string | undefined {
  if (kind === 'text') return /^[\x21-\x7e][\x20-\x7e]*$/.test(text) ? text.replace(/ +$/, '') : undefined;
  if (!/^\d+$/.test(text)) return undefined;
  if (kind === 'date') return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const at = text.length - kind.decimals;
  const part = text.slice(at).replace(/0+$/, '');
  return `${text.slice(0, at).replace(/^0+(?=\d)/, '') || '0'}${part === '' ? '' : `.${part}`}`;
}

function issueOf({ name, length, kind }: Field<string>, found: string | undefined): Issue {
  const expected =
    typeof kind === 'string'
      ? `${kind === 'date' ? 'a date' : 'printable ASCII without a blank at its ends'} in ${length} characters`
      : `a decimal without a sign in ${length} digits, ${kind.decimals} of them after the point`;
  const message = `${name}: expected ${expected}, found ${found === undefined ? 'nothing' : JSON.stringify(found)}`;
  return { code: 'field-does-not-fit', severity: 'error', message, path: [name], expected, found };
}

function lengthIssue(found: number, length: number): Issue {
  const message = `expected a record of ${length} characters, found ${found}`;
  return {
    code: 'record-length',
    severity: 'error',
    message,
    path: [],
    expected: String(length),
    found: String(found),
  };
}
