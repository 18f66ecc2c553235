import type { MappingIssue } from '../issue.ts';
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
  if (documents.length > 1) {
    const message = `a file of XML holds one document, got ${documents.length}`;
    return refused([{ code: 'xml-not-written', severity: 'error', message, path: [] }]);
  }
  // What a map has made with the Format of XML.
  const written = writeXml(documents[0] as XmlDocument);
  if (!written.ok) return refused(written.issues);
  return { bytes: new TextEncoder().encode(`${written.value}\n`), issues: [] };
}

function refused(issues: readonly MappingIssue[]): XmlText {
  const told = issues.map((json) => ({ text: `${json.message} [xml-not-written]\n`, json }));
  return { bytes: undefined, issues: told };
}
