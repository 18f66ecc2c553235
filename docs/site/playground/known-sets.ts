import { type Definition, parse } from '@dist/x12';
import { readGuide, withGuide } from '@dist/x12/guide';
import type { Parts } from './parts.ts';
import type { Settings } from './settings.ts';

/** The definitions of the releases that a file names in GS08, with the sample partner’s guide where it is asked for. */
export async function knownSets(
  bytes: Uint8Array,
  parts: Parts,
  { guide }: Pick<Settings, 'guide'>,
): Promise<Definition[]> {
  const groups = parse(bytes).interchanges.flatMap((interchange) => interchange.groups);
  const releases = new Set(groups.map(({ header }) => header.version.slice(0, 6)));
  const types = new Set(groups.flatMap(({ sets }) => sets.map(({ type }) => type)));
  const all = await Promise.all([...releases].map((release) => parts.definitions(release)));
  const used = all.flat().filter(({ id }) => types.has(id));
  return guide === 'none' ? used : Promise.all(used.map((definition) => guided(definition, parts)));
}

async function guided(definition: Definition, parts: Parts): Promise<Definition> {
  const json = await parts.guide(definition.release, definition.id);
  if (json === undefined) return definition;
  const guide = readGuide(json, { definition });
  if (!guide.ok) throw new Error(guide.issues.map(({ message }) => message).join('; '));
  return withGuide(definition, guide.value);
}
