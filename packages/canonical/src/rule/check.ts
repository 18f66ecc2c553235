import type { CanonicalDocument } from '../document/document.ts';
import type { Issue } from '../issue.ts';
import { checkNodes } from './node-rules.ts';
import { applyRules, type CheckSettings, type Rule } from './rule.ts';
import { documentRules } from './rules.ts';

/**
 * Checks what no single field can state: unique ids, sums, the tree of units, dates in order, amounts, check digits.
 * For documents whose types are right already; `validate` reads unknown data. Never throws for what a document holds.
 */
export function check(document: CanonicalDocument, settings: CheckSettings = {}): readonly Issue[] {
  // The kind picks the rules of its own document.
  const rules = documentRules[document.kind] as readonly Rule<CanonicalDocument>[];
  return [...applyRules(rules, document, settings), ...checkNodes(document)];
}
