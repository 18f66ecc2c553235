import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { own } from '../run/own.ts';
import { wrongCharacter } from './wrong-character.ts';
import type { XmlDocument } from './xml-document.ts';
import { xmlName } from './xml-name.ts';

export interface WriteXmlSettings {
  /** Names of elements in the order that their schema wants, by the name of the element around them. Others go behind. */
  readonly sequences?: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * The XML of plain data as `readXml` makes it. Numbers and booleans are written as texts, null and undefined left out. What XML
 * cannot say is an issue `xml-not-written` with its path, the first hundred of them: not exactly one root element, a name that
 * is none, a character that XML does not have, an object where a text is wanted, elements deeper than 64.
 */
export function writeXml(
  document: XmlDocument | Readonly<Record<string, unknown>>,
  settings: WriteXmlSettings = {},
): Result<string> {
  const writing: Writing = {
    parts: ['<?xml version="1.0" encoding="UTF-8"?>\n'],
    sequences: settings.sequences ?? {},
    issues: [],
  };
  const [name, second] = typeof document === 'object' && document !== null ? Object.keys(document) : [];
  const root = name === undefined ? undefined : own(document, name);
  if (name === undefined || second !== undefined || Array.isArray(document) || isNothing(root)) {
    refuse(writing, 'XML has one root element', [], 'an object with one property');
  } else {
    writeElement(writing, name, root, [name]);
  }
  const { issues, parts } = writing;
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parts.join(''), issues: [] };
}

interface Writing {
  readonly parts: string[];
  readonly sequences: Readonly<Record<string, readonly string[]>>;
  readonly issues: MappingIssue[];
}

type Keys = readonly (string | number)[];

const deepest = 64;
// Nothing is written any more when there is an issue: it is only looked for others, and not without end.
const mostIssues = 100;

function writeElement(writing: Writing, name: string, element: unknown, path: Keys): void {
  const { parts, issues } = writing;
  if (isNothing(element) || issues.length >= mostIssues) return;
  const fault = faultOf(name, element, path);
  if (fault !== undefined) {
    refuse(writing, fault.what, path, fault.expected);
    return;
  }
  if (typeof element !== 'object') {
    parts.push(`<${name}>${textOf(writing, element, path)}</${name}>`);
    return;
  }
  const entries = Object.entries(element).filter(([, value]) => !isNothing(value));
  const attributes = entries.filter(([key]) => key.startsWith('@'));
  parts.push(`<${name}`, ...attributes.map(([key, value]) => attribute(writing, key, value, path)), '>');
  const text = own(element, '#text');
  if (!isNothing(text)) parts.push(textOf(writing, text, [...path, '#text']));
  for (const [key, value] of inSequence(entries, own(writing.sequences, name))) {
    if (key.startsWith('@') || key === '#text') continue;
    if (!Array.isArray(value)) writeElement(writing, key, value, [...path, key]);
    else for (const [index, one] of value.entries()) writeElement(writing, key, one, [...path, key, index]);
  }
  parts.push(`</${name}>`);
}

function faultOf(name: string, element: unknown, path: Keys): { what: string; expected: string } | undefined {
  if (!isName(name)) return { what: `${quoted(name)} is no name in XML`, expected: 'a name of XML 1.0' };
  if (Array.isArray(element)) return { what: 'a list stands where one element was expected', expected: 'an element' };
  // Elements of lists stand at two steps each, so that the length of the path does not say how deep this is.
  if (path.filter((key) => typeof key === 'string').length <= deepest) return undefined;
  return { what: `XML is written ${deepest} elements deep at most`, expected: `${deepest} elements or fewer` };
}

function attribute(writing: Writing, key: string, value: unknown, path: Keys): string {
  const name = key.slice(1);
  if (!isName(name)) refuse(writing, `${quoted(name)} is no name in XML`, [...path, key], 'a name of XML 1.0', name);
  // Line feeds and tabs would be read as spaces.
  const text = textOf(writing, value, [...path, key])
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
  return ` ${name}="${text}"`;
}

const references: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\r': '&#13;',
};

function textOf(writing: Writing, value: unknown, path: Keys): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    refuse(writing, `a text was expected, found ${typeof value}`, path, 'a text', typeof value);
    return '';
  }
  const text = String(value);
  const wrong = wrongCharacter(text);
  if (wrong !== undefined) refuse(writing, `XML does not have ${wrong.name}`, path, 'characters of XML 1.0', text);
  return text.replace(/[<>&"\r]/g, (character) => references[character] ?? character);
}

const wholeName = new RegExp(`^${xmlName}$`, 'u');

function isName(name: string): boolean {
  return wholeName.test(name);
}

function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function inSequence(entries: readonly [string, unknown][], sequence: unknown): readonly [string, unknown][] {
  if (!Array.isArray(sequence)) return entries;
  const places = new Map(sequence.map((key, at) => [key, at]));
  const place = ([key]: [string, unknown]) => places.get(key) ?? places.size;
  return [...entries].sort((a, b) => place(a) - place(b));
}

function refuse(writing: Writing, what: string, path: Keys, expected: string, found?: string): void {
  if (writing.issues.length >= mostIssues) return;
  const place = path.length === 0 ? '' : `${path.map((key) => shortened(String(key))).join('.')}: `;
  const message = `${place}${what}`;
  const shown = found === undefined ? undefined : shortened(found);
  writing.issues.push({ code: 'xml-not-written', severity: 'error', message, path, expected, found: shown });
}

function quoted(name: string): string {
  return JSON.stringify(shortened(name));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
