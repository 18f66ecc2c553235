import type { InterchangeAddress } from '@dist/canonical';
import type { PartnerProfile } from '../profile/partner-profile.ts';
import type { ProfileDocument } from '../profile/profile-document.ts';
import type { Scaffold } from '../testing/scaffold.ts';

/** The texts of one folder, by path, of the scaffolds of a partner's samples: each of another set. */
export function mergedScaffolds(scaffolds: readonly Scaffold[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const addresses = new Map<string, InterchangeAddress>();
  const documents: ProfileDocument[] = [];
  let first: PartnerProfile | undefined;
  for (const scaffold of scaffolds) {
    const { 'profile.json': text = '{}', ...others } = scaffold.files;
    // What scaffold has written itself.
    const profile: PartnerProfile = JSON.parse(text);
    first ??= profile;
    documents.push(...profile.documents);
    for (const address of profile.identity.interchanges ?? []) addresses.set(JSON.stringify(address), address);
    Object.assign(files, others);
  }
  const identity = { ...first?.identity, interchanges: [...addresses.values()] };
  return { 'profile.json': `${JSON.stringify({ ...first, identity, documents }, null, 2)}\n`, ...files };
}
