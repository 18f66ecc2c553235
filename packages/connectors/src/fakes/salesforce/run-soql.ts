/** A record in the fake: every field that a query may name, and its lines. */
export type FakeRecord = Record<string, unknown>;

interface Condition {
  readonly field: string;
  readonly operator: '=' | '>=';
  readonly value: string;
}

/** A query of the part of SOQL that the fake knows. */
export interface Soql {
  readonly object: string;
  readonly fields: string;
  readonly conditions: readonly Condition[];
  readonly limit: number;
  readonly offset: number;
}

const literal = "'(?:[^'\\\\]|\\\\.)*'";
const instant = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';
const condition = `(?:\\w+ (?:=|>=) (?:${literal}|${instant})|Id IN \\(SELECT AccountId FROM Contact WHERE Email = ${literal}\\))`;
const shape = new RegExp(
  `^SELECT (.+) FROM (\\w+)(?: WHERE (${condition}(?: AND ${condition})*))?(?: ORDER BY SystemModstamp, Id)?(?: LIMIT (\\d+))?(?: OFFSET (\\d+))?$`,
  's',
);

/** Reads a query; undefined where it is none that the fake knows, as where a literal was broken out of. */
export function readSoql(text: string): Soql | undefined {
  const [, fields, object, where = '', limit = '2000', offset = '0'] = shape.exec(text) ?? [];
  if (fields === undefined || object === undefined) return undefined;
  const found = where.matchAll(new RegExp(`(\\w+) (=|>=) (${literal}|${instant})`, 'gs'));
  const conditions = [...found].map(
    ([, field = '', operator, value = '']): Condition => ({
      field,
      operator: operator === '>=' ? '>=' : '=',
      value: value.startsWith("'") ? withoutEscapes(value.slice(1, -1)) : value,
    }),
  );
  return { object, fields, conditions, limit: Number(limit), offset: Number(offset) };
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function withoutEscapes(text: string): string {
  return text.replace(/\\(u[0-9a-f]{4}|.)/gs, (_, sign: string) =>
    sign.length > 1 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (signs[sign] ?? sign),
  );
}

/** The records that a query finds, in the order of their change. */
export function runSoql(all: readonly FakeRecord[], { conditions, limit, offset }: Soql): readonly FakeRecord[] {
  const key = (record: FakeRecord) => `${record['SystemModstamp']} ${record['Id']}`;
  return all
    .filter((record) => conditions.every((one) => holds(record, one)))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(offset, offset + limit);
}

function holds(record: FakeRecord, { field, operator, value }: Condition): boolean {
  const found = record[field];
  if (operator === '=') return found === value;
  return typeof found === 'string' && Date.parse(found) >= Date.parse(value);
}
