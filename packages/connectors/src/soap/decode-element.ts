import { knownNamespaces } from './namespaces.ts';
import type { XmlElement, XmlName } from './read-element.ts';
import { textName, XmlFault, type XmlObject, type XmlValue } from './xml-value.ts';

/** How elements become values. */
export interface DecodeRules {
  /** Prefixes by namespace. */
  readonly prefixOf: ReadonlyMap<string, string>;
  /** Paths that are always lists, from a child of the body on: `o:Orders/o:Order`. */
  readonly lists: ReadonlySet<string>;
  /** Whether it is a fault when an element comes twice that no list names, or stands among text. Else it is a list, and the text stays. */
  readonly strict: boolean;
}

/**
 * Children by name. An element that is named as a list is one, of none, one or many; what comes several times and is not so
 * named is an XmlFault, since its type would else hang on how many there are.
 */
export function decodeChildren({ children }: XmlElement, rules: DecodeRules, path = ''): XmlObject {
  const found = new Map<string, XmlElement[]>();
  for (const name of expectedLists(path, rules)) found.set(name, []);
  for (const child of children) {
    const name = showName(child.name, rules.prefixOf);
    const same = found.get(name);
    if (same === undefined) found.set(name, [child]);
    else same.push(child);
  }
  return Object.fromEntries(
    [...found].map(([name, same]) => [name, decodeSame(same, rules, path === '' ? name : `${path}/${name}`)]),
  );
}

function expectedLists(path: string, { lists }: DecodeRules): readonly string[] {
  const start = path === '' ? '' : `${path}/`;
  return [...lists].flatMap((list) => {
    const name = list.startsWith(start) ? list.slice(start.length) : '';
    return name === '' || /^(?:\{[^}]*\})?[^/{}]*\//.test(name) ? [] : [name];
  });
}

function decodeSame(same: readonly XmlElement[], rules: DecodeRules, path: string): XmlValue {
  const values = same.map((element) => decodeElement(element, rules, path));
  const [only] = values;
  if (!rules.lists.has(path) && values.length === 1 && only !== undefined) return only;
  if (!rules.lists.has(path) && rules.strict)
    throw new XmlFault(`${path} comes ${values.length} times: name the path as one of lists`);
  return values;
}

/** The value of one element. */
export function decodeElement(element: XmlElement, rules: DecodeRules, path: string): XmlValue {
  const isNil = element.attributes.some(({ name, value }) => isNilName(name) && /^(?:true|1)$/.test(value.trim()));
  const attributes = element.attributes
    .filter(({ name }) => !isNilName(name))
    .map(({ name, value }) => [`@${showName(name, rules.prefixOf)}`, value] as const);
  const hasText = /[^ \t\n\r]/.test(element.text);
  const isEmptyParent = !hasText && !isNil && expectedLists(path, rules).length > 0;
  if (element.children.length > 0 || isEmptyParent) {
    if (hasText && rules.strict) throw new XmlFault(`${path} has text between its elements`);
    const content = { ...Object.fromEntries(attributes), ...decodeChildren(element, rules, path) };
    return hasText ? { ...content, [textName]: element.text } : content;
  }
  const text = isNil ? null : element.text;
  if (attributes.length === 0) return text;
  return { ...Object.fromEntries(attributes), ...(text === '' ? {} : { [textName]: text }) };
}

function isNilName({ uri, local }: XmlName): boolean {
  return uri === knownNamespaces.xsi && local === 'nil';
}

/** `o:Order`; `{urn:x}Order` where the namespace has no prefix of the caller's. */
function showName({ uri, local }: XmlName, prefixOf: ReadonlyMap<string, string>): string {
  if (uri === '') return local;
  const prefix = prefixOf.get(uri);
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
}
