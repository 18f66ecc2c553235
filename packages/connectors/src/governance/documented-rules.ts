import type { ErrorRule, VendorErrorRule } from '../http/vendor-errors.ts';

/** What a system says where a rule fits, and where that stands: by all that the rule names, `400 USER_ERROR Please enter`. */
export type ErrorSources = Readonly<Record<string, Pick<VendorErrorRule, 'sample' | 'source'>>>;

/**
 * The rules of a system, each with what it stands on. Throws a RangeError for a rule without a source, and for a source
 * without a rule.
 */
export function documentedRules(rules: readonly ErrorRule[], sources: ErrorSources): readonly VendorErrorRule[] {
  const names = rules.map(({ status, code, includes }) =>
    [status, code, includes].filter((part) => part !== undefined).join(' '),
  );
  const alone = Object.keys(sources).find((name) => !names.includes(name));
  if (alone !== undefined) throw new RangeError(`the source of "${alone}" has no rule`);
  return rules.map((rule, at) => {
    const name = names[at] ?? '';
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    if (source === undefined) throw new RangeError(`the rule "${name}" has no source`);
    return { ...rule, ...source };
  });
}
