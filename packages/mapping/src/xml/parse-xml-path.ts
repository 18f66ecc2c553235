import { readBrackets } from '../path/brackets.ts';
import { slotOf } from '../path/parse-json-path.ts';
import type { Path, PathFault, Select, Step } from '../path/path.ts';
import { anyShape } from '../shape/shape.ts';
import { xmlName } from './xml-name.ts';

/**
 * Parses a path of an XML document, a small part of XPath: `order/items/item[@sku=A]/price`, `price/@currency`,
 * `price/text()`, `item[1]` (numbers count from 1), `item[]` for all of them (of `calc` only).
 */
export function parseXmlPath(text: string): Path | PathFault {
  const absolute = text.startsWith('/');
  const steps: Step[] = [];
  if (text === '.') return { text, absolute, steps, shape: anyShape };
  let at = absolute ? 1 : 0;
  for (;;) {
    const name = nameAt(text, at);
    if (name === undefined) return malformed(text, at);
    at += name.length;
    const brackets = text[at] === '[' ? readBrackets(text, at) : undefined;
    if (text[at] === '[' && brackets === undefined) return malformed(text, at);
    const index = brackets?.index;
    if (index === 0 || (brackets !== undefined && !/^[^@]/.test(name))) return malformed(text, at);
    at = brackets?.end ?? at;
    const select = (brackets?.conditions ?? []).map(({ place, value }) => ({
      keys: place.split('/').map(keyOf),
      value: bare(value),
    }));
    if (select.some(({ keys }) => keys.includes('__proto__'))) return malformed(text, at);
    steps.push(toStep(keyOf(name), select, index === undefined ? undefined : index - 1, brackets?.all ?? false));
    if (at >= text.length) return { text, absolute, steps, shape: anyShape };
    // Nothing lies in an attribute or a text.
    if (text[at] !== '/' || /^@|\(\)$/.test(name)) return malformed(text, at);
    at++;
  }
}

const names = new RegExp(`@?${xmlName}(?:\\(\\))?`, 'uy');

function nameAt(text: string, at: number): string | undefined {
  names.lastIndex = at;
  const name = names.exec(text)?.[0];
  if (name === undefined || name === '__proto__' || (name.endsWith('()') && name !== 'text()')) return undefined;
  return name;
}

function keyOf(name: string): string {
  return name === 'text()' ? '#text' : name;
}

/** The value of a condition, in quotation marks as XPath has them or without. */
function bare(value: string): string {
  return /^'[^']*'$/.test(value) ? value.slice(1, -1) : value;
}

function toStep(key: string, select: readonly Select[], index: number | undefined, all: boolean): Step {
  const many = select.length > 0 || index !== undefined || all;
  const slot = slotOf(select, index);
  return { key, many, select, index, all, takesFirst: false, slot, children: undefined, shape: anyShape };
}

function malformed(text: string, at: number): PathFault {
  return {
    code: 'path-malformed',
    message: `${text}: not a path from character ${at + 1} on, "${text.slice(at, at + 40)}"`,
  };
}
