import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Partner, partnerOf } from '@dist/mapping/testing';

/** The texts of a partner's folder by path, as `partnerOf` takes them. */
export function partnerTexts(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:json|edi)$/.test(path),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A partner of the texts of its folder. Throws what is wrong with a file, its path in front. */
export function partnerFolder(texts: Readonly<Record<string, string>>): Partner {
  const partner = partnerOf(texts);
  if (partner.ok) return partner.value;
  throw new Error(partner.issues.map(({ path, message }) => `${path[0]}: ${message}`).join('\n'));
}
