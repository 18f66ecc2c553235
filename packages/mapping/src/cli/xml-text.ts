import { writeXml } from '../xml/write-xml.ts';
import type { XmlDocument } from '../xml/xml-document.ts';
import type { SourceIssue } from './source-documents.ts';

/** XML of documents, or why there is none. */
export interface XmlText {
  readonly bytes: Uint8Array | undefined;
  readonly issues: readonly SourceIssue[];
}

/** The XML of one document: a file of XML holds no more. */
export function xmlText(documents: readonly unknown[]): XmlText {
  try {
    if (documents.length > 1) throw new RangeError(`a file of XML holds one document, got ${documents.length}`);
    // What a map has made with the Format of XML.
    const text = writeXml(documents[0] as XmlDocument);
    return { bytes: new TextEncoder().encode(`${text}\n`), issues: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { message } = error;
    const json = { code: 'xml-not-written', severity: 'error', message, path: [] };
    return { bytes: undefined, issues: [{ text: `${message} [xml-not-written]\n`, json }] };
  }
}
