import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { knownNamespaces } from './namespaces.ts';
import { type ShortenedDocument, shortenDocument } from './shorten-document.ts';
import { localName, noCharacter, XmlFault } from './xml-value.ts';

/** An element of a document that was read. */
export interface XmlElement {
  readonly name: XmlName;
  readonly attributes: readonly { readonly name: XmlName; readonly value: string }[];
  /** Elements and texts in their order; what an editor set between elements is left out. */
  readonly children: readonly XmlElement[];
  /** All text directly inside. */
  readonly text: string;
  /** Namespaces by prefix that hold here, for texts that are names. */
  readonly scope: NamespaceScope;
}

/** The namespace of a prefix; `''` is that of names without one. */
export interface NamespaceScope {
  get(prefix: string): string | undefined;
}

/** `uri` is empty where it is in no namespace. */
export interface XmlName {
  readonly uri: string;
  readonly local: string;
}

/** How much a document may have. */
export interface XmlLimits {
  /** Elements inside one another. */
  readonly maximumDepth: number;
  /** Elements and attributes, all together. */
  readonly maximumElements: number;
}

/**
 * Reads a document as a tree of elements. No declaration of a document type is taken, so that there are no entities but the
 * five of XML, and nothing is fetched or grows. Throws an XmlFault for what is not well-formed, or deeper than it may be.
 */
export function readElement(xml: string, { maximumDepth, maximumElements }: XmlLimits): XmlElement {
  const text = xml.replace(/^\uFEFF/, '');
  if (!/>[ \t\n\r]*$/.test(text.slice(-1000))) throw new XmlFault('the document does not end with an element');
  if (noCharacter.test(text)) throw new XmlFault('the document has a character that XML does not allow');
  checkDeclarations(text);
  const elements = text.match(/<[^/!?]|=/g)?.length ?? 0;
  if (elements > maximumElements)
    throw new XmlFault(`the document has more than ${maximumElements} elements and attributes`);
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new XmlFault(`the document is not well-formed: ${valid.err.msg}`);
  const { xml: short, restore } = shortenDocument(text);
  const [root, ...more] = elementsOf(parse(short, maximumDepth));
  if (root === undefined || more.length > 0) throw new XmlFault('the document does not have exactly one root');
  return toElement(root, new Map([['xml', knownNamespaces.xml]]), { depth: maximumDepth, restore });
}

/**
 * A declaration of a document type is refused (SOAP 1.1 section 3, SOAP 1.2 part 1 section 5: there must be none). One pass:
 * what stands in a comment or a CDATA section declares nothing.
 */
function checkDeclarations(text: string): void {
  for (let at = text.indexOf('<!'); at >= 0; ) {
    const end = text.startsWith('<!--', at)
      ? text.indexOf('-->', at + 4)
      : text.startsWith('<![CDATA[', at)
        ? text.indexOf(']]>', at + 9)
        : -2;
    if (end === -2) throw new XmlFault('the document declares a document type, which is not taken');
    if (end === -1) throw new XmlFault('the document is not well-formed: a comment or CDATA section does not end');
    at = text.indexOf('<!', end);
  }
}

/** What the parser makes of an element with `preserveOrder`: its children under its name, its attributes under `:@`. */
type Parsed = Readonly<Record<string, unknown>>;

function parse(text: string, maximumDepth: number): readonly Parsed[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    // They are read below, where one that XML does not have is refused.
    processEntities: false,
    cdataPropName: cdata,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: maximumDepth,
    onDangerousProperty: (name) => name,
  });
  try {
    return parser.parse(text);
  } catch (error) {
    throw new XmlFault(`the document cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

const [cdata, texts, attributesOf] = ['#cdata', '#text', ':@'] as const;

function nameOf(parsed: Parsed): string {
  return Object.keys(parsed).find((key) => key !== attributesOf) ?? texts;
}

function elementsOf(parsed: readonly Parsed[]): readonly Parsed[] {
  return parsed.filter((each) => nameOf(each) !== texts && nameOf(each) !== cdata);
}

interface Reading extends Pick<ShortenedDocument, 'restore'> {
  /** How many elements there may be inside one another from here on. */
  readonly depth: number;
}

function toElement(parsed: Parsed, outer: NamespaceScope, { depth, restore }: Reading): XmlElement {
  if (depth <= 0) throw new XmlFault('the document nests too deep');
  const name = nameOf(parsed);
  const content = parsed[name] as readonly Parsed[];
  const attributes = Object.entries((parsed[attributesOf] ?? {}) as Record<string, string>).map(
    ([key, value]) => [key, attributeText(restore(value))] as const,
  );
  const scope = scopeWithin(outer, attributes);
  const own = attributes
    .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    .map(([key, value]) => ({ name: resolve(key, scope, ''), value }));
  const names = new Set(own.map(({ name: { uri, local } }) => `{${uri}}${local}`));
  if (names.size < own.length) throw new XmlFault(`an attribute of ${name.slice(0, 100)} comes twice`);
  return {
    name: resolve(name, scope, scope.get('') ?? ''),
    attributes: own,
    children: elementsOf(content).map((child) => toElement(child, scope, { depth: depth - 1, restore })),
    text: content.map((each) => textOf(each, restore)).join(''),
    scope,
  };
}

function scopeWithin(outer: NamespaceScope, attributes: readonly (readonly [string, string])[]): NamespaceScope {
  const declared = attributes.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  // Chained and not copied: a thousand elements inside one with a thousand namespaces would else make a million.
  const own = new Map(declared.map(([key, uri]) => [key === 'xmlns' ? '' : key.slice(6), uri]));
  return { get: (prefix) => own.get(prefix) ?? outer.get(prefix) };
}

/** A name by its namespace. `unprefixed` is that of a name without a prefix: none, for an attribute. */
function resolve(name: string, scope: NamespaceScope, unprefixed: string): XmlName {
  const [first = '', second, ...more] = name.split(':');
  const uri = second === undefined ? unprefixed : scope.get(first);
  if (uri === undefined) throw new XmlFault(`the prefix ${first.slice(0, 100)} is not declared`);
  const local = second ?? first;
  if (more.length > 0 || !localName.test(local)) throw new XmlFault(`"${name.slice(0, 100)}" cannot be a name`);
  return { uri, local };
}

function textOf(parsed: Parsed, restore: Reading['restore']): string {
  const name = nameOf(parsed);
  if (name === texts) return withReferences(restore(String(parsed[texts])));
  if (name !== cdata) return '';
  return (parsed[cdata] as readonly Parsed[]).map((each) => String(each[texts])).join('');
}

/** White space in an attribute is a space (XML 1.0 section 3.3.3), unless it is a reference. */
function attributeText(value: string): string {
  if (value.includes('<')) throw new XmlFault('the document is not well-formed: < in an attribute');
  return withReferences(value.replace(/[\t\n\r]/g, ' '));
}

/** The five entities of XML and references to characters (XML 1.0 sections 4.1 and 4.6). */
function withReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7};|#x[\da-fA-F]{1,6};|[a-z]{2,4};)?/g, (_, reference: string | undefined) => {
    const sign = reference === undefined ? undefined : (entities.get(reference) ?? characterOf(reference));
    if (sign === undefined) throw new XmlFault('the document refers to an entity that XML does not have');
    return sign;
  });
}

const entities = new Map([
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

function characterOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return undefined;
  const code = reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  if (code > 0x10ffff) return undefined;
  const sign = String.fromCodePoint(code);
  return noCharacter.test(sign) ? undefined : sign;
}
