import { checkConstraints } from '../profile/check-constraints.ts';
import type { Result } from '../result.ts';
import type { Partner, PartnerDocument } from '../testing/partner.ts';
import type { CompiledEnds } from './compiled-ends.ts';
import { conformanceKit } from './conformance-kit.ts';
import { Failure } from './failure.ts';
import { usablePartner } from './partner-folder.ts';
import type { System } from './system.ts';

/**
 * The map of a partner's document (`850`, or `850 in`; the only one when absent) with its overlays, guide and constraints.
 * @throws Failure when the folder can not be used, or there is no such document.
 */
export async function partnerEnds(
  folder: string,
  name: string | undefined,
  system: System,
): Promise<Result<CompiledEnds>> {
  const partner = await usablePartner(folder, system, { golden: false });
  const document = documentOf(folder, partner, name);
  const { compiledDocument } = await conformanceKit();
  const result = compiledDocument(document);
  if (!result.ok) return result;
  const { map, native, canonical, profile } = document;
  const { format, definition } = native;
  const value: CompiledEnds = {
    compiled: result.value,
    native: definition === undefined ? { kind: 'json', format } : { kind: 'x12', format, definition },
    canonical: canonical.format,
    base: map,
    addresses: partner.profile.identity.interchanges,
    constraintFaults: (canonicalDocument) => checkConstraints(profile, canonicalDocument, canonical.format),
  };
  return { ok: true, value, issues: result.issues };
}

function documentOf(folder: string, { documents }: Partner, name: string | undefined): PartnerDocument {
  const named = documents.filter((one) => name === undefined || one.name === name || one.profile.document === name);
  const [document] = named;
  if (document !== undefined && named.length === 1) return document;
  const known = documents.map((one) => one.name).join(', ');
  if (name === undefined) throw new Failure(`--document NAME must say which of ${folder} is meant: ${known}`);
  throw new Failure(`--document ${name} is ${named.length === 0 ? 'none' : 'more than one'} of ${folder}: ${known}`);
}
