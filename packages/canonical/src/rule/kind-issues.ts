import type { CanonicalDocument } from '../document/document.ts';
import type { Issue } from '../issue.ts';
import { checkNodes } from './node-rules.ts';
import { applyRules, type CheckSettings, type Rule } from './rule.ts';
import { documentRules } from './rules.ts';

/** What the rules of its kind find in a document whose types are right, and those of single values. */
export function kindIssues(document: CanonicalDocument, settings: CheckSettings): readonly Issue[] {
  // The kind picks the rules of its own document.
  const rules = documentRules[document.kind] as readonly Rule<CanonicalDocument>[];
  return [...applyRules(rules, document, settings), ...checkNodes(document)];
}
