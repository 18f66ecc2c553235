import type * as z from 'zod';
import { Customer } from '../document/customer.ts';
import type { CanonicalDocument } from '../document/document.ts';
import { Item } from '../document/item.ts';
import { PartnerIdentity } from '../document/partner-identity.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import { check } from './check.ts';
import { checkNodes } from './node-rules.ts';
import { applyRules, type CheckSettings } from './rule.ts';
import { documentRules, masterRules } from './rules.ts';

/**
 * Reads unknown data as a document: first its schema, then the rules that no single field can state, in one shape of
 * issue. Any issue of severity `error` makes the result fail; a document whose types are right is then its `partial`.
 * A schema of your own, say with typed extensions, is checked by the rules of its document's `kind`.
 */
export function validate<T>(schema: z.ZodType<T>, json: unknown, settings: CheckSettings = {}): Result<T> {
  const parsed = schema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.flatMap(fromZod) };
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
  return isDocument ? check(value as CanonicalDocument, settings) : [];
}

/** A `unit` of a partner is a brand or region, and no unit of measure. */
function checkIdentity(identity: PartnerIdentity, settings: CheckSettings): readonly Issue[] {
  return [...applyRules(masterRules.partnerIdentity, identity, settings), ...checkNodes({ ids: identity.ids ?? [] })];
}

const codes: Readonly<Record<string, string>> = {
  invalid_type: 'type-wrong',
  invalid_format: 'format-wrong',
  invalid_value: 'value-not-in-list',
  too_small: 'too-small',
  too_big: 'too-big',
  unrecognized_keys: 'key-unknown',
};

function fromZod(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'key-unknown',
      severity: 'error',
      message: `There is no "${key}" here; what is not part of the model belongs in ext`,
      path: [...path, key],
    }));
  }
  const missing = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  const code = missing ? 'value-missing' : (codes[issue.code] ?? 'value-wrong');
  const at = path.length > 0 ? path.join('.') : 'the document';
  const message = missing ? `${at} is missing` : `${at}: ${issue.message}`;
  return [{ code, severity: 'error', message, path, expected: expectation(issue), found: show(issue.input) }];
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** Short enough for a log line: what was found may be a whole document, of any depth. */
function show(input: unknown): string | undefined {
  if (input === undefined) return undefined;
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === 'object' && input !== null) return `an object with ${keysOf(input)}`;
  const text = String(input);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function keysOf(input: object): string {
  const keys = Object.keys(input);
  const shown = keys.slice(0, 5).map((key) => (key.length > 20 ? `${key.slice(0, 19)}…` : key));
  return keys.length === 0 ? 'nothing in it' : `${shown.join(', ')}${keys.length > 5 ? ', …' : ''}`;
}
