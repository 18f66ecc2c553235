import { own } from '../run/own.ts';
import type { XmlDocument } from './xml-document.ts';

export interface WriteXmlSettings {
  /** Names of elements in the order that their schema wants, by the name of the element around them. Others go behind. */
  readonly sequences?: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * The XML of plain data as `readXml` makes it. Numbers and booleans are written as texts, null and undefined left out. Throws
 * a RangeError for what XML cannot say: not exactly one root element, a name that is none, a control character.
 */
export function writeXml(
  document: XmlDocument | Readonly<Record<string, unknown>>,
  settings: WriteXmlSettings = {},
): string {
  const roots = Object.keys(document);
  const [name] = roots;
  if (name === undefined || roots.length > 1) throw new RangeError(`XML has one root element, got ${roots.length}`);
  if (own(document, name) === undefined || own(document, name) === null)
    throw new RangeError(`XML has one root element, and ${name} is nothing`);
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  writeElement(parts, name, own(document, name), settings.sequences ?? {}, 0);
  return parts.join('');
}

const deepest = 64;

function writeElement(
  parts: string[],
  name: string,
  element: unknown,
  sequences: Readonly<Record<string, readonly string[]>>,
  depth: number,
): void {
  checkName(name);
  if (depth > deepest) throw new RangeError(`XML is written ${deepest} elements deep at most`);
  if (element === undefined || element === null) return;
  if (typeof element !== 'object') {
    parts.push(`<${name}>${escaped(String(element))}</${name}>`);
    return;
  }
  const entries = Object.entries(element).filter(([, value]) => value !== undefined && value !== null);
  const attributes = entries.filter(([key]) => key.startsWith('@'));
  const text = own(element, '#text') ?? '';
  parts.push(`<${name}`, ...attributes.map(attribute), '>');
  parts.push(escaped(String(text)));
  for (const [key, value] of inSequence(entries, own(sequences, name))) {
    if (key.startsWith('@') || key === '#text') continue;
    for (const one of Array.isArray(value) ? value : [value]) writeElement(parts, key, one, sequences, depth + 1);
  }
  parts.push(`</${name}>`);
}

function checkName(name: string): void {
  if (!/^[A-Za-z_:\u00c0-\uffff][A-Za-z0-9_:.\-\u00b7\u00c0-\uffff]*$/.test(name))
    throw new RangeError(`${JSON.stringify(name)} is no name in XML`);
}

function attribute([key, value]: [string, unknown]): string {
  const name = key.slice(1);
  checkName(name);
  if (typeof value === 'object') throw new RangeError(`the attribute ${name} must be a text, not an object`);
  // Line feeds and tabs would be read as spaces.
  return ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
}

function inSequence(entries: readonly [string, unknown][], sequence: unknown): readonly [string, unknown][] {
  if (!Array.isArray(sequence)) return entries;
  const places = new Map(sequence.map((key, at) => [key, at]));
  const place = ([key]: [string, unknown]) => places.get(key) ?? places.size;
  return [...entries].sort((a, b) => place(a) - place(b));
}

const references: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code >= 0xfffe) {
      throw new RangeError(`XML has no character of code ${code}`);
    }
  }
  return text.replace(/[<>&"\r]/g, (character) => references[character] ?? character);
}
