import { localName, noCharacter, textName, XmlFault, type XmlObject, type XmlValue } from './xml-value.ts';

/** What names may be written, and how deep. */
export interface WriteScope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly maximumDepth: number;
}

/** The children of an element as XML. Throws an XmlFault that says where. */
export function writeChildren(object: XmlObject, scope: WriteScope, path: string): string {
  return childrenOf(object)
    .map(([name, value]) => writeValue(name, value, scope, `${path}/${name}`))
    .join('');
}

function childrenOf(object: XmlObject): readonly (readonly [string, XmlValue])[] {
  return Object.entries(object).flatMap(([name, value]) =>
    value === undefined || name === textName || name.startsWith('@') ? [] : [[name, value] as const],
  );
}

/** One element, or as many as a list has. */
function writeValue(name: string, value: XmlValue, scope: WriteScope, path: string): string {
  if (!isList(value)) return writeElement(name, value, scope, path);
  return value
    .map((each, index) => {
      if (isList(each)) throw new XmlFault(`${path}[${index}]: a list cannot hold a list`);
      return writeElement(name, each, scope, `${path}[${index}]`);
    })
    .join('');
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function writeElement(
  name: string,
  value: Exclude<XmlValue, readonly XmlValue[]>,
  scope: WriteScope,
  path: string,
): string {
  checkName(name, scope, path);
  if (path.split('/').length > scope.maximumDepth + 1) throw new XmlFault(`nested deeper than ${scope.maximumDepth}`);
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (typeof value === 'string') return wrap(name, '', escaped(value, path));
  if (typeof value !== 'object') throw new XmlFault(`${path}: a text is expected, not a ${typeof value}`);
  const attributes = Object.entries(value)
    .filter(([key, text]) => key.startsWith('@') && text !== undefined)
    .map(([key, text]) => writeAttribute(key.slice(1), text, scope, `${path}/${key}`))
    .join('');
  const text = value[textName];
  if (text === undefined) return wrap(name, attributes, writeChildren(value, scope, path));
  if (childrenOf(value).length > 0) throw new XmlFault(`${path}: an element has text or children, not both`);
  if (text === null) return wrap(name, `${attributes} xsi:nil="true"`, '');
  return wrap(name, attributes, escaped(text, path));
}

function wrap(name: string, attributes: string, content: string): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

function writeAttribute(name: string, value: XmlValue | undefined, scope: WriteScope, path: string): string {
  checkName(name, scope, path);
  if (name === 'xsi:nil' || /^xmlns\b/.test(name))
    throw new XmlFault(`${path}: that attribute is not for the caller to set`);
  return ` ${name}="${escaped(value, path)}"`;
}

function checkName(name: string, { prefixes }: WriteScope, path: string): void {
  const [first = '', ...rest] = name.split(':');
  const isName = [first, ...rest].every((part) => localName.test(part)) && rest.length < 2;
  if (!isName) throw new XmlFault(`${path}: "${name}" cannot be the name of anything`);
  if (rest.length > 0 && !prefixes.has(first)) throw new XmlFault(`${path}: the prefix ${first} is not declared`);
}

/** Everything that could end a text or an attribute, or be changed by a reader that evens out ends of lines. */
function escaped(text: XmlValue | undefined, path: string): string {
  if (typeof text !== 'string') throw new XmlFault(`${path}: a text is expected`);
  const wrong = noCharacter.exec(text)?.[0];
  if (wrong !== undefined) {
    const code = wrong.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    throw new XmlFault(`${path}: the character U+${code} cannot be written in XML`);
  }
  return text.replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
