import type { Format } from '../format/format.ts';
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
    notation: xmlNotation,
    fillsRequired: false,
  };
}

function xmlNotation(path: readonly (string | number)[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step + 1}]`;
    else text += (text === '' ? '' : '/') + (step === '#text' ? 'text()' : step);
  }
  return text;
}
