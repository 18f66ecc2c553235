import type { Result } from '../result.ts';
import type { Partner } from '../testing/partner.ts';
import { conformanceKit } from './conformance-kit.ts';
import { Failure } from './failure.ts';
import { issueSentence } from './issue-sentence.ts';
import { readBytes } from './read-bytes.ts';
import type { System } from './system.ts';

/** What a partner is made of; a folder may hold other files, too. */
const READ = /\.(?:json|edi|x12|txt)$/;
const MOST_BYTES = 64 * 1024 * 1024;

/** Whether golden pairs are read, too: what only runs a map has no need of them, and is often there to make them. */
export interface PartnerFolderOptions {
  readonly golden?: boolean | undefined;
}

/** Reads the folder of a partner (`profile.json`, `overlays`, `guides`, `golden`). @throws Failure when it can not be read. */
export async function partnerFolder(
  folder: string,
  system: System,
  { golden = true }: PartnerFolderOptions = {},
): Promise<Result<Partner>> {
  const { partnerOf } = await conformanceKit();
  const texts: [string, string][] = [];
  let left = MOST_BYTES;
  for (const path of await system.filesIn(folder)) {
    if (!READ.test(path) || (!golden && path.startsWith('golden/'))) continue;
    const bytes = await readBytes(`${folder.replace(/\/+$/, '')}/${path}`, system, left);
    left -= bytes.length;
    texts.push([path, new TextDecoder().decode(bytes)]);
  }
  return partnerOf(Object.fromEntries(texts));
}

/** A partner that can be worked with. @throws Failure, with all that is wrong, when its folder can not be used. */
export async function usablePartner(
  folder: string,
  system: System,
  options: PartnerFolderOptions = {},
): Promise<Partner> {
  if (!(await system.isFolder(folder))) throw new Failure(`there is no folder ${folder}`);
  const partner = await partnerFolder(folder, system, options);
  if (partner.ok) return partner.value;
  throw new Failure(
    [`${folder} can not be used:`, ...partner.issues.map((one) => `  ${issueSentence(one)}`)].join('\n'),
  );
}
