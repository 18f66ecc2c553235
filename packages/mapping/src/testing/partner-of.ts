import { readGuide } from '@dist/x12/guide';
import { json } from '../format/json.ts';
import { loadMap, loadOverlay } from '../map/load-map.ts';
import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import { loadProfile } from '../profile/load-profile.ts';
import type { ProfileDocument } from '../profile/profile-document.ts';
import type { Result } from '../result.ts';
import { canonicalEnd } from '../standard/canonical-end.ts';
import { standardEnds } from '../standard/standard-ends.ts';
import { x12DefinitionOf } from '../standard/x12-definition-of.ts';
import { FolderTexts } from './folder-texts.ts';
import { goldenPairsOf } from './golden-pairs-of.ts';
import { jsonNativeEnd } from './json-native-end.ts';
import type { NativeEnd } from './native-end.ts';
import type { Partner, PartnerDocument } from './partner.ts';
import { x12NativeEnd } from './x12-native-end.ts';

/**
 * A partner of the texts of its folder by path: `profile.json`, `maps/<name>.json` (maps of its own), `overlays/<name>.json`,
 * `guides/<name>.json`, `golden/<case>.edi` or `<case>.native.json` with `<case>.json`, and beside it, where wanted,
 * `<case>.facts.json`, `<case>.written.edi` (what is written, where that is not what came) and `<case>.altered.json`
 * (`AlteredCase[]`). Other files are passed over. What is wrong with a file is an issue whose `path` begins with the file.
 */
export function partnerOf(files: Readonly<Record<string, string>>): Result<Partner> {
  const folder = new FolderTexts(files);
  const profile = folder.take('profile.json', loadIfThere(folder, 'profile.json', loadProfile));
  const maps = mapsOf(folder);
  const overlays = overlaysOf(folder);
  const documents = (profile?.documents ?? []).flatMap(
    (document) => partnerDocument(document, { folder, maps, overlays }) ?? [],
  );
  if (profile === undefined || folder.issues.some(({ severity }) => severity === 'error')) {
    return { ok: false, issues: folder.issues };
  }
  const golden = goldenPairsOf(folder, documents);
  if (folder.issues.some(({ severity }) => severity === 'error')) return { ok: false, issues: folder.issues };
  const complete = documents.map((document) => ({ ...document, golden: golden.get(document) ?? [] }));
  return { ok: true, value: { profile, documents: complete }, issues: folder.issues };
}

interface FolderParts {
  readonly folder: FolderTexts;
  readonly maps: ReadonlyMap<string, PartnerMap>;
  readonly overlays: ReadonlyMap<string, Overlay>;
}

const nothing = { ok: false, issues: [] } as const;

/** A file that is missing or no JSON has been reported already. */
function loadIfThere<T>(folder: FolderTexts, path: string, load: (json: unknown) => Result<T>): Result<T> {
  const value = folder.json(path);
  return value === undefined ? nothing : load(value);
}

function mapsOf(folder: FolderTexts): Map<string, PartnerMap> {
  const maps = new Map<string, PartnerMap>();
  for (const name of folder.names('maps', '.json')) {
    const path = `maps/${name}.json`;
    const map = folder.take(path, loadIfThere(folder, path, loadMap));
    if (map !== undefined) maps.set(map.id, map);
  }
  return maps;
}

function overlaysOf(folder: FolderTexts): Map<string, Overlay> {
  const overlays = new Map<string, Overlay>();
  for (const name of folder.names('overlays', '.json')) {
    const path = `overlays/${name}.json`;
    const overlay = folder.take(path, loadIfThere(folder, path, loadOverlay));
    if (overlay !== undefined) overlays.set(name, overlay);
  }
  return overlays;
}

function partnerDocument(profile: ProfileDocument, parts: FolderParts): PartnerDocument | undefined {
  const { folder, maps } = parts;
  const name = `${profile.document} ${profile.direction}`;
  const map = maps.get(profile.map) ?? standardEnds(profile.map)?.map;
  const canonical = canonicalEnd(map?.canonical ?? '');
  const native = nativeEndOf(profile, folder);
  if (map === undefined) folder.report('profile.json', 'map-unknown', `${name}: there is no map ${profile.map}`);
  else if (canonical === undefined) {
    folder.report('profile.json', 'document-unknown', `${name}: there is no canonical document ${map.canonical}`);
  }
  const overlays = (profile.overlays ?? []).flatMap((overlay) => {
    const found = parts.overlays.get(overlay);
    if (found === undefined && folder.text(`overlays/${overlay}.json`) === undefined) {
      folder.report('profile.json', 'file-missing', `${name}: there is no overlays/${overlay}.json`);
    }
    return found ?? [];
  });
  if (map === undefined || canonical === undefined || native === undefined) return undefined;
  const format = json({ schema: canonical.schema });
  return { name, profile, map, overlays, native, canonical: { ...canonical, format }, golden: [] };
}

function nativeEndOf({ document, native, guide }: ProfileDocument, folder: FolderTexts): NativeEnd | undefined {
  if (native.startsWith('json/')) return jsonNativeEnd(native);
  const definition = x12DefinitionOf(native);
  if (definition === undefined) {
    folder.report('profile.json', 'document-unknown', `${document}: there is no document ${native}`);
    return undefined;
  }
  if (guide === undefined) return x12NativeEnd(definition);
  const path = `guides/${guide}.json`;
  const read = folder.take(
    path,
    loadIfThere(folder, path, (value) => {
      const found = readGuide(value, { definition });
      return found.ok ? { ok: true, value: found.value, issues: [] } : { ok: false, issues: found.issues };
    }),
  );
  return read === undefined ? undefined : x12NativeEnd(definition, read);
}
