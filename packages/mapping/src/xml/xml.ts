import type { Format } from '../format/format.ts';
import { type NamedPlace, Notation } from '../format/notation.ts';
import { anyShape } from '../shape/shape.ts';
import { parseXmlPath } from './parse-xml-path.ts';
import type { XmlDocument } from './xml-document.ts';

/**
 * The Format of an XML document as `readXml` reads it and `writeXml` writes it. Its paths are a small part of XPath and name
 * the root element first. There is no schema of it, so that every path is possible.
 */
export function xml(settings: { readonly id?: string | undefined } = {}): Format<XmlDocument> {
  return {
    id: settings.id,
    shape: anyShape,
    parsePath: (text) => parseXmlPath(text),
    notation: new Notation(anyShape, inside),
    fillsRequired: false,
  };
}

function inside({ text }: NamedPlace, key: string | number): NamedPlace {
  if (typeof key === 'number') return { text: `${text}[${key + 1}]`, shape: undefined, isBare: false };
  const name = key === '#text' ? 'text()' : key;
  return { text: text === '' ? name : `${text}/${name}`, shape: undefined, isBare: true };
}
