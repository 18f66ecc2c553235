import { isCountry } from '../data/countries.ts';
import { units } from '../data/units.ts';
import { isGln } from '../gs1/gln.ts';
import { isGtin } from '../gs1/gtin.ts';
import { isSscc } from '../gs1/sscc.ts';
import type { Issue } from '../issue.ts';
import type { RuleName } from './rule.ts';

/** A rule of a single value that may stand anywhere in a document: at one of `keys`, or in an identifier of `scheme`. */
interface NodeRule extends RuleName {
  readonly scheme?: string;
  readonly keys?: readonly string[];
  readonly isRight: (text: string) => boolean;
  readonly tell: (text: string) => string;
  readonly expected: string;
}

const wrongKey = (name: string) => (text: string) => `The ${name} ${text} has a wrong length or check digit`;

// Wrong numbers of items and places are warnings: partners send them, and what they mean may still be found by another number. A
// wrong SSCC cannot be found by anything else: a carton is received by scanning it.
export const nodeRules: readonly NodeRule[] = [
  {
    code: 'gtin-invalid',
    severity: 'warning',
    meaning: 'a GTIN has 8, 12, 13 or 14 digits and a right check digit',
    scheme: 'gtin',
    keys: ['gtin'],
    isRight: isGtin,
    tell: wrongKey('GTIN'),
    expected: 'a GTIN with its check digit',
  },
  {
    code: 'gln-invalid',
    severity: 'warning',
    meaning: 'a GLN has 13 digits and a right check digit',
    scheme: 'gln',
    isRight: isGln,
    tell: wrongKey('GLN'),
    expected: 'a GLN with its check digit',
  },
  {
    code: 'sscc-invalid',
    severity: 'error',
    meaning: 'an SSCC has 18 digits, without application identifier 00, and a right check digit',
    scheme: 'sscc',
    keys: ['sscc'],
    isRight: isSscc,
    tell: wrongKey('SSCC'),
    expected: '18 digits with their check digit, without the application identifier 00',
  },
  {
    code: 'unit-unknown',
    severity: 'warning',
    meaning: 'a unit is in the table of units',
    keys: ['unit', 'baseUnit'],
    isRight: (text) => units.has(text),
    tell: (text) => `The unit ${text} is not in the table of units`,
    expected: 'a unit of the table',
  },
  {
    code: 'country-unknown',
    severity: 'warning',
    meaning: 'a country is assigned by ISO 3166-1',
    keys: ['country', 'countryOfOrigin'],
    isRight: isCountry,
    tell: (text) => `${text} is not a country of ISO 3166-1`,
    expected: 'an ISO 3166-1 code of two letters',
  },
];

const byScheme = new Map(
  nodeRules.flatMap((rule) => (rule.scheme === undefined ? [] : [[rule.scheme, rule] as const])),
);
const byKey = new Map(nodeRules.flatMap((rule) => (rule.keys ?? []).map((key) => [key, rule] as const)));

/** Applies the rules of single values in one walk, depth first; extensions belong to others and are not entered. */
export function checkNodes(document: unknown): Issue[] {
  const issues: Issue[] = [];
  walk(document, [], issues);
  return issues;
}

// One path for the whole walk, copied only where there is something to tell.
function walk(value: unknown, path: (string | number)[], issues: Issue[]): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) step(value[index], index, path, issues);
  } else if (typeof value === 'object' && value !== null) {
    const rule = 'scheme' in value && typeof value.scheme === 'string' ? byScheme.get(value.scheme) : undefined;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'ext') continue;
      if (typeof child !== 'string') step(child, key, path, issues);
      else judge(key === 'value' ? rule : byKey.get(key), child, path, key, issues);
    }
  }
}

function step(child: unknown, key: string | number, path: (string | number)[], issues: Issue[]): void {
  if (typeof child !== 'object' || child === null) return;
  path.push(key);
  walk(child, path, issues);
  path.pop();
}

function judge(
  rule: NodeRule | undefined,
  text: string,
  path: (string | number)[],
  key: string,
  issues: Issue[],
): void {
  if (rule === undefined || rule.isRight(text)) return;
  const { code, severity, expected } = rule;
  issues.push({ code, severity, message: rule.tell(text), path: [...path, key], expected, found: text });
}
