import type { CanonicalDocument } from '../document/document.ts';
import { documentSchemas } from '../document/document-schemas.ts';
import type { Issue } from '../issue.ts';
import { kindIssues } from './kind-issues.ts';
import { orSchemaIssues } from './or-schema-issues.ts';
import type { CheckSettings } from './rule.ts';

/**
 * Checks what no single field can state: unique ids, sums, the tree of units, dates in order, amounts, check digits.
 * For documents whose types are right already; `validate` reads unknown data. Never throws for what a document holds: of
 * one that cannot be checked, the issues are those of its schema, and `kind-unknown`.
 */
export function check(document: CanonicalDocument, settings: CheckSettings = {}): readonly Issue[] {
  const kind: unknown = (document as Partial<CanonicalDocument> | null | undefined)?.kind;
  if (!isKind(kind)) return [unknownKind(kind)];
  const given = [{ schema: documentSchemas[kind], value: document }];
  return orSchemaIssues(
    given,
    () => kindIssues(document, settings),
    (issues) => issues,
  );
}

function isKind(kind: unknown): kind is CanonicalDocument['kind'] {
  return typeof kind === 'string' && Object.hasOwn(documentSchemas, kind);
}

function unknownKind(kind: unknown): Issue {
  const found = typeof kind === 'string' ? kind.slice(0, 40) : undefined;
  const expected = Object.keys(documentSchemas).join(', ');
  const message = found === undefined ? 'The document says no kind' : `There is no document of kind ${found}`;
  return { code: 'kind-unknown', severity: 'error', message, path: ['kind'], expected, found };
}
