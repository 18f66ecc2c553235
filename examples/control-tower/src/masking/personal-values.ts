import { isPersonal } from './personal-fields.ts';

/** Of one order at most so many: the rest of a list of thousands is in no sentence. */
const most = 200;

/** All texts in the personal fields of a document: names, lines of addresses. */
export function personalValues(document: unknown): readonly string[] {
  const found = new Set<string>();
  gather(document, '', false, 0, found);
  return [...found];
}

function gather(value: unknown, at: string, isWithin: boolean, depth: number, found: Set<string>): void {
  if (found.size >= most || depth > 100) return;
  if (typeof value === 'string') {
    const text = value.trim();
    if (isWithin && isTelling(text)) found.add(text);
  } else if (Array.isArray(value)) {
    for (const inner of value) gather(inner, at, isWithin, depth + 1, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value))
      gather(inner, name, isWithin || isPersonal(name, value, at), depth + 1, found);
  }
}

/** Long enough to say who it is: a short number is also that of a document, two letters those of a country. */
function isTelling(text: string): boolean {
  return text.length <= 200 && (/^\d+$/.test(text) ? text.length >= 5 : text.length >= 3);
}
