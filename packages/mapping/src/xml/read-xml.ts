import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { setOwn } from '../run/own.ts';
import { wrongCharacter } from './wrong-character.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';
import { xmlName } from './xml-name.ts';

export interface ReadXmlSettings {
  /** Longest text read, in UTF-16 code units; 50 million when absent. */
  readonly maximumLength?: number | undefined;
  /** Deepest element; 64 when absent. */
  readonly maximumDepth?: number | undefined;
}

/**
 * Reads well-formed XML 1.0 into plain data. Document types are refused, and with them entities of a document's own: nothing is
 * expanded and nothing fetched. Issues of code `xml-malformed` with the place, `xml-type-refused`, `xml-too-large`; a character
 * that XML does not have is malformed, and bytes that were decoded as another encoding than theirs are told by that.
 */
export function readXml(text: string, settings: ReadXmlSettings = {}): Result<XmlDocument> {
  const { maximumLength = 50_000_000, maximumDepth = 64 } = settings;
  if (typeof text !== 'string') return noText(text);
  if (text.length > maximumLength)
    return refused('xml-too-large', `longer than ${maximumLength} characters`, undefined);
  const wrong = wrongCharacter(text);
  if (wrong !== undefined) {
    const what = looksLikeUtf16(text) ? utf16 : `XML does not have ${wrong.name}`;
    return refused('xml-malformed', what, placeAt(text, wrong.at));
  }
  const reading: Reading = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, maximumDepth, open: [], root: undefined };
  while (reading.at < text.length) {
    const fault = readNext(reading);
    if (fault !== undefined) return refused(fault.code, fault.message, placeAt(text, reading.at));
  }
  const [unclosed] = reading.open.slice(-1);
  if (unclosed !== undefined)
    return refused('xml-malformed', `<${unclosed.name}> is not closed`, placeAt(text, text.length));
  if (reading.root === undefined) return refused('xml-malformed', 'there is no element', placeAt(text, text.length));
  return { ok: true, value: reading.root, issues: [] };
}

const utf16 = "its bytes are UTF-16: decode them as what they are, new TextDecoder('utf-16le')";

/** Every second character is zero, or two bytes that are no UTF-8 stand before the first element. */
function looksLikeUtf16(text: string): boolean {
  return /^(?:\ufffe|(?:[\ufffd\u00fe\u00ff]{2})?(?:\0<|<\0))/.test(text);
}

function noText(found: unknown): Result<XmlDocument> {
  const kind = found === null ? 'null' : typeof found;
  const message = `The XML is no text, but ${kind}; bytes are decoded first: new TextDecoder().decode(bytes)`;
  const issue = {
    code: 'xml-malformed',
    severity: 'error',
    message,
    path: [],
    expected: 'a text',
    found: kind,
  } as const;
  return { ok: false, issues: [issue] };
}

interface Reading {
  readonly text: string;
  at: number;
  readonly maximumDepth: number;
  readonly open: Open[];
  root: XmlDocument | undefined;
}

/** An element whose end has not come yet. */
interface Open {
  readonly name: string;
  readonly parts: Map<string, XmlElement | XmlElement[]>;
  text: string;
}

type Fault = Pick<MappingIssue, 'code' | 'message'>;

function readNext(reading: Reading): Fault | undefined {
  const { text, at } = reading;
  if (text[at] !== '<') return readText(reading);
  if (text.startsWith('<!--', at)) return skipTo(reading, '-->', 4);
  if (text.startsWith('<?', at)) return skipTo(reading, '?>', 2);
  if (text.startsWith('<![CDATA[', at)) return readCharacterData(reading);
  if (text.startsWith('<!', at)) return { code: 'xml-type-refused', message: 'a document type is not read' };
  return text[at + 1] === '/' ? readEnd(reading) : readStart(reading);
}

function readText(reading: Reading): Fault | undefined {
  const end = indexFrom(reading.text, '<', reading.at);
  const raw = reading.text.slice(reading.at, end);
  const [inner] = reading.open.slice(-1);
  if (inner === undefined && raw.trim() !== '') return malformed('text stands outside of the root element');
  const ending = raw.indexOf(']]>');
  if (ending >= 0) {
    reading.at += ending;
    return malformed(']]> ends no CDATA; in a text it is ]]&gt;');
  }
  const plain = unescaped(withLines(raw));
  if (plain === undefined) return malformed('& begins none of the five entities and no character');
  if (inner !== undefined) inner.text += plain;
  reading.at = end;
  return undefined;
}

function readCharacterData(reading: Reading): Fault | undefined {
  const start = reading.at + 9;
  const end = reading.text.indexOf(']]>', start);
  const [inner] = reading.open.slice(-1);
  if (end < 0 || inner === undefined) return malformed('CDATA has no end, or stands outside of the root element');
  inner.text += withLines(reading.text.slice(start, end));
  reading.at = end + 3;
  return undefined;
}

function skipTo(reading: Reading, ending: string, from: number): Fault | undefined {
  const end = reading.text.indexOf(ending, reading.at + from);
  if (end < 0) return malformed(`${ending} is missing`);
  reading.at = end + ending.length;
  return undefined;
}

const nameAt = new RegExp(xmlName, 'uy');
const attributeAt = new RegExp(`\\s+(${xmlName})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const closeAt = /\s*(\/?)>/y;

function readStart(reading: Reading): Fault | undefined {
  const { text, open, maximumDepth } = reading;
  const name = matchAt(nameAt, text, reading.at + 1)?.[0];
  if (name === undefined) return malformed('< begins no element');
  if (open.length >= maximumDepth) return { code: 'xml-too-large', message: `deeper than ${maximumDepth} elements` };
  if (open.length === 0 && reading.root !== undefined) return malformed('there is a second root element');
  const element: Open = { name, parts: new Map(), text: '' };
  let at = reading.at + 1 + name.length;
  for (let found = matchAt(attributeAt, text, at); found !== undefined; found = matchAt(attributeAt, text, at)) {
    const [whole, key = '', double, single = ''] = found;
    // White space in an attribute is a space, unless it is written as a character (XML 1.0, 3.3.3).
    const value = unescaped((double ?? single).replace(/\r\n|[\t\n\r]/g, ' '));
    if (value === undefined || element.parts.has(`@${key}`))
      return malformed(`attribute ${key} is malformed or stands twice`);
    element.parts.set(`@${key}`, value);
    at += whole.length;
  }
  const close = matchAt(closeAt, text, at);
  if (close === undefined) return malformed(`<${name} has no end`);
  reading.at = at + close[0].length;
  if (close[1] === '/') place(reading, element);
  else open.push(element);
  return undefined;
}

function readEnd(reading: Reading): Fault | undefined {
  const name = matchAt(nameAt, reading.text, reading.at + 2)?.[0] ?? '';
  const at = reading.at + 2 + name.length;
  const close = matchAt(closeAt, reading.text, at);
  const [inner] = reading.open.slice(-1);
  if (close === undefined || close[1] === '/' || inner?.name !== name) return malformed(`</${name}> ends nothing here`);
  reading.open.pop();
  reading.at = at + close[0].length;
  place(reading, inner);
  return undefined;
}

/** Puts an element that is complete into the one around it. */
function place(reading: Reading, { name, parts, text }: Open): void {
  const element = toElement(parts, text);
  const [around] = reading.open.slice(-1);
  if (around === undefined) {
    reading.root = {};
    setOwn(reading.root, name, element);
    return;
  }
  const known = around.parts.get(name);
  if (Array.isArray(known)) known.push(element);
  else around.parts.set(name, known === undefined ? element : [known, element]);
}

function toElement(parts: Open['parts'], text: string): XmlElement {
  const hasElements = [...parts.keys()].some((key) => !key.startsWith('@'));
  // White space between elements is layout.
  const kept = hasElements && text.trim() === '' ? '' : text;
  if (parts.size === 0) return kept;
  const element: Record<string, XmlElement | XmlElement[]> = {};
  for (const [key, part] of parts) setOwn(element, key, part);
  if (kept !== '') element['#text'] = kept;
  return element;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(raw: string): string | undefined {
  if (!raw.includes('&')) return raw;
  let wrong = false;
  const text = raw.replace(
    /&(?:#(\d{1,7}|x[0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));|&/g,
    (_, number?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? '';
      const code = number === undefined ? 0 : Number(number.startsWith('x') ? `0${number}` : number);
      const isCharacter =
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
      if (isCharacter) return String.fromCodePoint(code);
      wrong = true;
      return '';
    },
  );
  return wrong ? undefined : text;
}

/** Ends of lines are line feeds (XML 1.0, 2.11). */
function withLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function indexFrom(text: string, what: string, at: number): number {
  const found = text.indexOf(what, at);
  return found < 0 ? text.length : found;
}

function malformed(message: string): Fault {
  return { code: 'xml-malformed', message };
}

function placeAt(text: string, at: number): string {
  const before = text.slice(0, at);
  return `line ${before.split('\n').length}, column ${at - before.lastIndexOf('\n')} (offset ${at})`;
}

function refused(code: string, what: string, place: string | undefined): Result<XmlDocument> {
  const message = place === undefined ? `The XML is ${what}` : `The XML is not read from ${place} on: ${what}`;
  return { ok: false, issues: [{ code, severity: 'error', message, path: [], found: place }] };
}
