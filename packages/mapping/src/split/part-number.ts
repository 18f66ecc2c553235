import type { MappingIssue } from '../issue.ts';
import type { PartKey } from './document-part.ts';

/**
 * The numbers of the parts of a document by a rule like `{number}-{index}`. Its places: `number` of the whole, `index` of
 * the part from 1, `order`, `release`, `store`, `sscc`, `unit`. What a part does not have is left empty.
 */
export function partNumbers(rule: string, number: string, keys: readonly PartKey[]): string[] | MappingIssue {
  const unknown = [...rule.slice(0, longest).matchAll(/\{([^{}]*)\}/g)].find(([, name = '']) => !places.has(name));
  if (unknown !== undefined || rule.length > longest) {
    return fault('split-number-malformed', `The number rule knows ${[...places].join(', ')}`, unknown?.[1]);
  }
  const numbers = keys.map((key, at) => numberOf(rule, number, key, at + 1));
  const seen = new Set<string>(['']);
  for (const one of numbers) {
    const message = `The number rule ${rule} gives two parts one number, or a part none: {index} tells them apart`;
    if (seen.has(one)) return fault('split-number-repeated', message, one);
    seen.add(one);
  }
  return numbers;
}

const longest = 200;
const places: ReadonlySet<string> = new Set(['number', 'index', 'order', 'release', 'store', 'sscc', 'unit']);

function numberOf(rule: string, number: string, key: PartKey, index: number): string {
  const values: Readonly<Record<string, string | undefined>> = {
    number,
    index: String(index),
    order: key.orderNumber,
    release: key.orderRelease,
    store: key.location?.value,
    sscc: key.sscc,
    unit: key.unitId,
  };
  return rule.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name] ?? '');
}

function fault(code: string, message: string, found: string | undefined): MappingIssue {
  return { code, severity: 'error', message, path: [], found };
}
