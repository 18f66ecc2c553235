import { visible } from '../explain/visible.ts';
import type { SourceDocument, SourceDocuments, SourceIssue } from './source-documents.ts';

/**
 * The documents of a JSON file: one, an array of them, or those that `dist-map run --json` made. Of which kind they are, the map
 * checks.
 */
export function jsonDocuments(json: unknown, file: string): SourceDocuments {
  const values = Array.isArray(json) ? json : (reportedValues(json) ?? [json]);
  const documents = values.map((document, index): SourceDocument => {
    const place = values.length === 1 ? undefined : `document ${index + 1}`;
    return { place, keys: { document: index + 1 }, document };
  });
  return { isValid: documents.length > 0, issues: documents.length > 0 ? [] : [noDocument(file)], documents };
}

/** The documents of a report of `dist-map run`, in which those that could not be made are left out. */
function reportedValues(json: unknown): readonly unknown[] | undefined {
  if (typeof json !== 'object' || json === null || !('documents' in json) || !('map' in json)) return undefined;
  const { documents } = json;
  if (!Array.isArray(documents)) return undefined;
  return documents.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'value' in one ? [one.value] : [],
  );
}

function noDocument(file: string): SourceIssue {
  const message = 'there is no document in it';
  const json = { code: 'document-absent', severity: 'error', message, path: [] };
  return { text: `${visible(file)}: ${message} [document-absent]\n`, json };
}
