import { type CanonicalDocument, check } from '@dist/canonical';
import type { CompiledMap } from '../compiled-map.ts';
import type { MappingIssue } from '../issue.ts';
import { checkConstraints } from '../profile/check-constraints.ts';
import type { PartnerDocument } from './partner.ts';

/** Why a canonical document is not one that would be sent to this partner, or come from it: the errors of every check there is. */
export function faultsOf(document: PartnerDocument, map: CompiledMap, canonical: unknown): readonly MappingIssue[] {
  const { profile, canonical: end, native } = document;
  const parsed = end.schema.safeParse(canonical);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => canonicalFault(path.map(String), message));
  const invalid = check(parsed.data as CanonicalDocument).filter(isError);
  if (invalid.length > 0) return invalid.map(({ path, message }) => canonicalFault(path, message));
  const asked = checkConstraints(profile, canonical, end.format).filter(isError);
  if (asked.length > 0) return asked;
  const written = map.write(canonical);
  if (!written.ok) return written.issues.filter(isError);
  return native.sendAndReceive(written.value).issues.filter(isError);
}

function canonicalFault(path: readonly (string | number)[], message: string): MappingIssue {
  return { code: 'value-invalid', severity: 'error', message, path, side: 'canonical' };
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}
