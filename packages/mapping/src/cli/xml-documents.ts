import { readXml } from '../xml/read-xml.ts';
import { issueLines } from './issue-lines.ts';
import type { SourceDocuments } from './source-documents.ts';

/** The one document of an XML file, or what is wrong with it. */
export function xmlDocuments(bytes: Uint8Array, file: string): SourceDocuments {
  const read = readXml(new TextDecoder().decode(bytes));
  if (read.ok) return { isValid: true, issues: [], documents: [{ keys: { document: 1 }, document: read.value }] };
  const issues = read.issues.map((issue) => ({ text: issueLines(file, [issue]), json: issue }));
  return { isValid: false, issues, documents: [] };
}
