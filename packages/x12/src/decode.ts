import { decodeTree } from './decode/decode-tree.ts';
import { quickDecode } from './decode/quick-decode.ts';
import type { Definition } from './definition/definition.ts';
import type { TransactionSet } from './envelope/interchange.ts';
import { withDefaults } from './limits.ts';
import type { Result } from './result.ts';
import { validateSet } from './validate/validate-set.ts';

export interface DecodeOptions {
  /** Most issues to keep; 1000 when absent. */
  readonly issues?: number | undefined;
}

/**
 * Validates one transaction set and makes its typed document. `ok` when no issue is an error; `partial` holds what could be
 * made otherwise. Values are the text as received; what is empty is absent. A set of `read` gives what that of `parse` does: what
 * `read` has found by a definition is not taken over, but found anew by this one.
 */
export function decode<Document>(
  definition: Definition<string, Document>,
  set: TransactionSet,
  options: DecodeOptions = {},
): Result<Document> {
  const quick = definition.guide === undefined ? quickDecode(definition, set) : undefined;
  if (quick !== undefined) return { ok: true, value: quick as Document, issues: [] };
  const limit = withDefaults({ issues: options.issues }).issues;
  const { root, levels, issues } = validateSet(definition, set, { issues: limit });
  const document = decodeTree(definition, root, levels);
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, partial: document, issues };
  return { ok: true, value: document, issues };
}
