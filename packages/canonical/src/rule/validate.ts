import type * as z from 'zod';
import { Customer } from '../document/customer.ts';
import type { CanonicalDocument } from '../document/document.ts';
import { Item } from '../document/item.ts';
import { PartnerIdentity } from '../document/partner-identity.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import { kindIssues } from './kind-issues.ts';
import { checkNodes } from './node-rules.ts';
import { applyRules, type CheckSettings } from './rule.ts';
import { documentRules, masterRules } from './rules.ts';
import { schemaIssues } from './schema-issues.ts';

/**
 * Reads unknown data as a document: first its schema, then the rules that no single field can state, in one shape of
 * issue. Any issue of severity `error` makes the result fail; a document whose types are right is then its `partial`.
 * A schema of your own, say with typed extensions, is checked by the rules of its document's `kind`.
 */
export function validate<T>(schema: z.ZodType<T>, json: unknown, settings: CheckSettings = {}): Result<T> {
  const parsed = schema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: schemaIssues(parsed.error) };
  const value = parsed.data;
  const issues = checkAny(schema, value, settings);
  const failed = issues.some((issue) => issue.severity === 'error');
  return failed ? { ok: false, partial: value, issues } : { ok: true, value, issues };
}

const kinds: ReadonlySet<unknown> = new Set(Object.keys(documentRules));

function checkAny(schema: unknown, value: unknown, settings: CheckSettings): readonly Issue[] {
  if (schema === Item) return [...applyRules(masterRules.item, value as Item, settings), ...checkNodes(value)];
  if (schema === Customer)
    return [...applyRules(masterRules.customer, value as Customer, settings), ...checkNodes(value)];
  if (schema === PartnerIdentity) return checkIdentity(value as PartnerIdentity, settings);
  const isDocument = typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind);
  return isDocument ? kindIssues(value as CanonicalDocument, settings) : [];
}

/** A `unit` of a partner is a brand or region, and no unit of measure. */
function checkIdentity(identity: PartnerIdentity, settings: CheckSettings): readonly Issue[] {
  return [...applyRules(masterRules.partnerIdentity, identity, settings), ...checkNodes({ ids: identity.ids ?? [] })];
}
