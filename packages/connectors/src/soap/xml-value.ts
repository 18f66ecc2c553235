/**
 * What an element holds: its text as it stands (`"007"` stays that), null where it says `xsi:nil`, its children by name, or
 * several elements of one name.
 */
export type XmlValue = string | null | XmlObject | readonly XmlValue[];

/**
 * Children by name, in the order in which they are written: `o:Order`, with a prefix of the caller's own map, or `Order` where
 * it is in no namespace. `@id` is an attribute, and `#text` the text of an element that has attributes too. What is undefined
 * is not written.
 */
export interface XmlObject {
  readonly [name: string]: XmlValue | undefined;
}

/** Why a value cannot be written as XML, or XML not be read. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

/** The name of attributes and the text of an element. */
export const textName = '#text';

/** Characters of XML 1.0 (section 2.2, production Char) are all but these. A surrogate without the other one is none. */
export const noCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** An NCName (Namespaces in XML 1.0, production 4), as far as the names of services go: letters, digits, `_`, `-`, `.`, `·`. */
export const localName = /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u;
