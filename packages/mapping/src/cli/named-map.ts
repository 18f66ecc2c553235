import type { MappingIssue } from '../issue.ts';
import { loadMap, loadOverlay } from '../map/load-map.ts';
import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import { Failure } from './failure.ts';
import { readJson } from './read-json.ts';
import type { System } from './system.ts';

/** Far more than any map has. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A map and its overlays as a person named them, before they are compiled. */
export type NamedMap =
  | { readonly ok: true; readonly map: PartnerMap; readonly overlays: readonly Overlay[] }
  | { readonly ok: false; readonly issues: readonly MappingIssue[] };

/**
 * Reads a map by file or by the id of a shipped one, and overlays by file. A map that is not of the shape of one is issues.
 * @throws Failure when there is no such file or id, or it is no JSON.
 */
export async function namedMap(name: string, overlayFiles: readonly string[], system: System): Promise<NamedMap> {
  const map = loadMap(await readJson(await fileOf(name, system), system, MOST_BYTES));
  const issues = [...map.issues];
  const overlays: Overlay[] = [];
  for (const file of overlayFiles) {
    const overlay = loadOverlay(await readJson(file, system, MOST_BYTES));
    issues.push(...overlay.issues.map((issue) => ({ ...issue, message: `overlay ${file}: ${issue.message}` })));
    if (overlay.ok) overlays.push(overlay.value);
  }
  return map.ok && issues.length === 0 ? { ok: true, map: map.value, overlays } : { ok: false, issues };
}

async function fileOf(name: string, system: System): Promise<string> {
  if (name === '-' || (await system.sizeOf(name)) !== undefined) return name;
  const shipped = system.shippedMap(name);
  if (shipped !== undefined) return shipped;
  if (/^x12\/[^/.]+\/[^/.]+$/.test(name)) throw new Failure(`there is no file ${name}, and no such map is shipped`);
  return name;
}
