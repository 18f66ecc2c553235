/** A record as a fake keeps it: flat fields. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a record fits an OData filter, as far as fakes need it: `eq`, `ne`, `ge`, `gt`, `le`, `lt` of a field and a
 * literal, `and`, `or`, brackets. `folds` compares texts without case and without blanks at their end, as some databases do. Throws a SyntaxError for another expression, which the system would refuse too.
 */
export function filter(expression: string, folds = false): (record: Fields) => boolean {
  const tokens = tokensOf(expression);
  let at = 0;
  const anyOf = (): ((record: Fields) => boolean) => {
    const some = [allOf()];
    while (tokens[at] === 'or') {
      at++;
      some.push(allOf());
    }
    return (record) => some.some((fits) => fits(record));
  };
  const allOf = (): ((record: Fields) => boolean) => {
    const all = [one()];
    while (tokens[at] === 'and') {
      at++;
      all.push(one());
    }
    return (record) => all.every((fits) => fits(record));
  };
  const one = (): ((record: Fields) => boolean) => {
    if (tokens[at] === '(') {
      at++;
      const inner = anyOf();
      if (tokens[at++] !== ')') throw new SyntaxError(`a bracket is open in ${expression}`);
      return inner;
    }
    const [field = '', operator = '', literal = ''] = tokens.slice(at, at + 3);
    at += 3;
    const holds = operators[operator];
    if (!/^[A-Za-z_][\w/]*$/.test(field) || holds === undefined) throw new SyntaxError(`no filter: ${expression}`);
    const wanted = literalValue(literal);
    return (record) =>
      folds
        ? holds(compare(fold(comparable(record[field])), fold(wanted)))
        : holds(compare(comparable(record[field]), wanted));
  };
  const fits = anyOf();
  if (at !== tokens.length) throw new SyntaxError(`something is left over in ${expression}`);
  return fits;
}

const operators: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  ge: (order) => order >= 0,
  gt: (order) => order > 0,
  le: (order) => order <= 0,
  lt: (order) => order < 0,
};

function tokensOf(expression: string): readonly string[] {
  const tokens = expression.match(/\(|\)|(?:[a-z]+)?'(?:[^']|'')*'|[^\s()]+/g) ?? [];
  return tokens;
}

/** Texts lose their quotation marks, dates of OData 2 their words; an instant is counted in milliseconds. */
function literalValue(literal: string): string | number {
  const [, word, inner] = /^([a-z]*)'((?:[^']|'')*)'$/.exec(literal) ?? [];
  if (inner !== undefined) {
    const text = inner.replaceAll("''", "'");
    return word === '' ? text : Date.parse(word === 'datetime' && !/Z$/.test(text) ? `${text}Z` : text);
  }
  if (/^-?\d+(\.\d+)?$/.test(literal)) return Number(literal);
  if (/^\d{4}-\d\d-\d\d/.test(literal)) return Date.parse(literal);
  return literal;
}

function comparable(value: unknown): string | number {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return value;
  const text = String(value);
  const milliseconds = /^\/Date\((-?\d+)/.exec(text)?.[1];
  if (milliseconds !== undefined) return Number(milliseconds);
  return text;
}

function fold(value: string | number): string | number {
  return typeof value === 'string' ? value.toUpperCase().trimEnd() : value;
}

function compare(a: string | number, b: string | number): number {
  const left = typeof b === 'number' && typeof a === 'string' ? asNumber(a) : a;
  return left < b ? -1 : left > b ? 1 : 0;
}

function asNumber(text: string): number {
  return /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number(text);
}
