import { applyOverlays } from '../map/apply-overlays.ts';
import { contentHash } from '../map/content-hash.ts';
import type { Overlay } from '../map/overlay.ts';
import { constraintFaults } from '../profile/constraint-faults.ts';
import { compiledDocument } from './compiled-document.ts';
import type { ConformanceTest } from './conformance-test.ts';
import type { PartnerDocument } from './partner.ts';

/** What is told without running: the map compiles without an issue, every part of every overlay changes something. */
export function staticTests(document: PartnerDocument): ConformanceTest[] {
  const test = (name: string, runsMap: boolean, run: () => void): ConformanceTest => {
    return { name: `${document.name}, static: ${name}`, layer: 'static', document: document.name, runsMap, run };
  };
  return [
    test('the map compiles without an issue', true, () => {
      const issues = compiledDocument(document).issues.filter(({ severity }) => severity !== 'information');
      if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
    }),
    ...document.overlays.map((overlay, index) =>
      test(`every part of overlay ${overlay.id} changes something`, false, () => {
        const idle = idleParts(document, index);
        if (idle.length > 0) throw new Error(`without them the map is the same: ${idle.join(', ')}`);
      }),
    ),
    test('the paths of its constraints are there', false, () => {
      const faults = constraintFaults(document.profile.constraints ?? [], document.canonical.format);
      if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    }),
  ];
}

/** Patches and codes of an overlay that leave the map as it is. */
function idleParts({ map, overlays }: PartnerDocument, index: number): string[] {
  const overlay = overlays[index];
  if (overlay === undefined) return [];
  const hashWith = (changed: Overlay): string | undefined => {
    const laid = applyOverlays(map, overlays.with(index, changed));
    return laid.map === undefined ? undefined : contentHash(laid.map);
  };
  const whole = hashWith(overlay);
  const patches = Object.keys(overlay.patch ?? {}).map((rule) => {
    const { [rule]: _, ...patch } = overlay.patch ?? {};
    return { name: `patch ${rule}`, changed: { ...overlay, patch } };
  });
  const codes = Object.entries(overlay.tables ?? {}).flatMap(([table, rows]) =>
    Object.keys(rows ?? {}).map((code) => {
      const { [code]: _, ...others } = rows ?? {};
      return { name: `${table} ${code}`, changed: { ...overlay, tables: { ...overlay.tables, [table]: others } } };
    }),
  );
  return [...patches, ...codes].filter(({ changed }) => hashWith(changed) === whole).map(({ name }) => name);
}
