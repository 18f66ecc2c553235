import { readdirSync, readFileSync } from 'node:fs';
import type { PartnerMap, Result } from '@dist/mapping';
import { loadMap } from '@dist/mapping';
import type { OurCompany, PartnerFiles } from '@dist/mapping/registry';
import { loadOurCompany } from '@dist/mapping/registry';
import { type Partner, partnerOf } from '@dist/mapping/testing';

const root = new URL('../', import.meta.url);

/** Names of the partners: the folders that hold a profile. */
export const partnerNames: readonly string[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .flatMap((file) => /^([a-z-]+)[\\/]profile\.json$/.exec(file)?.[1] ?? [])
  .sort();

/** A partner's folder, as the kit reads it. */
export function partnerHere(name: string): Partner {
  return must(partnerOf(textsOf(new URL(`${name}/`, root))));
}

/** The same for the registry: profile, overlays and guides by the names of their files. */
export function filesOf(name: string): PartnerFiles {
  const texts = textsOf(new URL(`${name}/`, root));
  const part = (folder: string) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([path, text]) => {
        const file = new RegExp(`^${folder}/(.+)\\.json$`).exec(path)?.[1];
        return file === undefined ? [] : [[file, JSON.parse(text)]];
      }),
    );
  return { profile: partnerHere(name).profile, overlays: part('overlays'), guides: part('guides') };
}

/** A company of ours, `kestrel`. */
export function ourCompany(name: string): OurCompany {
  return must(loadOurCompany(JSON.parse(readFileSync(new URL(`ours/${name}.json`, root), 'utf8'))));
}

/** The maps that a profile names, of those that ship. */
export function shippedMaps({ profile }: PartnerFiles): PartnerMap[] {
  return [...new Set(profile.documents.map(({ map }) => map))].map((id) => {
    const [, release, set] = id.split('/');
    const file = new URL(import.meta.resolve(`@dist/mapping/maps/x12-${release}/${set}.json`));
    return must(loadMap(JSON.parse(readFileSync(file, 'utf8'))));
  });
}

/** A text of a partner's folder. */
export function textHere(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The value of a result; its faults are thrown. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('; '));
}

function textsOf(folder: URL): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:json|edi)$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]));
}
