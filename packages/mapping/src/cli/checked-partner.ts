import type { MappingIssue } from '../issue.ts';
import type { PartnerDocument } from '../testing/partner.ts';
import type { CheckedTarget } from './checked-target.ts';
import { conformanceKit } from './conformance-kit.ts';
import { partnerFolder } from './partner-folder.ts';
import type { System } from './system.ts';

/** Checks the folder of a partner: its files, its maps with their overlays, and its constraints; no document is run. */
export async function checkedPartner(name: string, system: System): Promise<CheckedTarget> {
  const partner = await partnerFolder(name, system);
  if (!partner.ok) return { name, ok: false, issues: partner.issues, what: 'partner' };
  const { profile, documents } = partner.value;
  const { compiledDocument, undrawnTests } = await conformanceKit();
  const ofMaps = documents.flatMap((document) => compiledDocument(document).issues.map((one) => within(document, one)));
  const ofTests = documents
    .flatMap(undrawnTests)
    .filter(({ layer, runsMap }) => layer === 'static' && !runsMap)
    .flatMap((test) => issueOf(test));
  const issues = [...partner.issues, ...ofMaps, ...ofTests];
  const ok = !issues.some(({ severity }) => severity === 'error');
  const what = `partner ${profile.id} version ${profile.version}: ${documents.map((one) => one.name).join(', ')}`;
  return { name, ok, issues, what, partner: profile.id, version: profile.version };
}

function within({ name }: PartnerDocument, issue: MappingIssue): MappingIssue {
  return { ...issue, message: `${name}: ${issue.message}` };
}

function issueOf({ name, run }: { readonly name: string; readonly run: () => void }): MappingIssue[] {
  try {
    run();
    return [];
  } catch (error) {
    const message = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    return [{ code: 'partner-static', severity: 'error', message, path: [] }];
  }
}
