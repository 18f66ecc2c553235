import type * as z from 'zod';
import type { Codec } from './codec/codec.ts';
import { Compiler } from './compile/compiler.ts';
import { isDifferent } from './compile/is-different.ts';
import { tableFaults } from './compile/table-faults.ts';
import { uncovered } from './compile/uncovered.ts';
import { unitFaults } from './compile/unit-faults.ts';
import type { CompiledMap } from './compiled-map.ts';
import type { Format } from './format/format.ts';
import { json } from './format/json.ts';
import type { MappingIssue, Side } from './issue.ts';
import { applyOverlays, type Overlaid } from './map/apply-overlays.ts';
import { contentHash } from './map/content-hash.ts';
import type { Overlay } from './map/overlay.ts';
import type { PartnerMap } from './map/partner-map.ts';
import { rankDerived } from './op/derived.ts';
import type { Result } from './result.ts';
import { lookupsOf } from './run/lookups-of.ts';
import { runMap } from './run/run-map.ts';
import type { RunnableMap } from './run/start-run.ts';

export interface CompileSettings<Native, Canonical> {
  readonly native: Format<Native>;
  /** The schema of the canonical document, or a Format. */
  readonly canonical: z.ZodType<Canonical> | Format<Canonical>;
  /** Laid over the map in this order: standard, partner, partner and document. */
  readonly overlays?: readonly Overlay[] | undefined;
  /** Your own codecs by name. */
  readonly codecs?: Readonly<Record<string, Codec>> | undefined;
}

/**
 * Checks a map and makes it ready to run. Every fault of the map is an issue with the id of its rule; the codes stand in
 * the README. Throws only what a Format throws when it is made.
 */
export function compile<Native, Canonical>(
  map: PartnerMap,
  settings: CompileSettings<Native, Canonical>,
): Result<CompiledMap<Native, Canonical>> {
  const laid = applyOverlays(map, settings.overlays ?? []);
  if (laid.map === undefined) return { ok: false, issues: laid.issues };
  const formats = { native: settings.native, canonical: toFormat(settings.canonical) };
  const compiler = new Compiler({ map: laid.map, formats, codecs: settings.codecs ?? {} });
  const operation = compiler.rules(laid.map.rules, compiler.root);
  rankDerived(compiler.derived);
  compiler.reportShared();
  const issues = [...laid.issues, ...formatFaults(laid.map, formats), ...compiler.issues];
  issues.push(...tableFaults(laid.map, compiler.tables), ...unitFaults(laid.map, compiler.unitTables));
  // Where a rule is faulty, what it would fill is not missing.
  if (!issues.some(isError)) issues.push(...coverFaults(compiler, formats));
  if (issues.some(isError)) return { ok: false, issues };
  const hash = contentHash(laid.map);
  const runnable = { map: laid.map, hash, operation, formats, fillers: compiler.fillers };
  return { ok: true, value: toCompiledMap(runnable, laid, settings.overlays ?? []), issues };
}

function toFormat<Canonical>(canonical: z.ZodType<Canonical> | Format<Canonical>): Format<Canonical> {
  return 'parsePath' in canonical ? canonical : json({ schema: canonical });
}

function isError({ severity }: MappingIssue): boolean {
  return severity === 'error';
}

function formatFaults(map: PartnerMap, formats: Readonly<Record<Side, Format>>): MappingIssue[] {
  return (['native', 'canonical'] as const).flatMap((side) => {
    const given = isDifferent(formats[side], map[side]);
    if (given === undefined) return [];
    const message = `Map ${map.id} is for ${side} documents of ${map[side]}, not of ${given}`;
    return [{ code: 'format-differs', severity: 'error', message, path: [], side, expected: map[side], found: given }];
  });
}

function coverFaults({ root, direction }: Compiler, formats: Readonly<Record<Side, Format>>): MappingIssue[] {
  const native = direction === 'read' ? [] : uncovered(formats.native, 'native', root.native.cover);
  return direction === 'write'
    ? native
    : [...uncovered(formats.canonical, 'canonical', root.canonical.cover), ...native];
}

function toCompiledMap<Native, Canonical>(
  runnable: RunnableMap,
  { changes }: Overlaid,
  overlays: readonly Overlay[],
): CompiledMap<Native, Canonical> {
  const { hash } = runnable;
  return {
    id: runnable.map.id,
    version: runnable.map.version,
    hash,
    read: (native, options) => runMap<Canonical>(runnable, 'read', native, options),
    write: (canonical, options) => runMap<Native>(runnable, 'write', canonical, options),
    lookups: (document: Native | Canonical, direction: 'read' | 'write' = 'read') =>
      lookupsOf(runnable, direction, document),
    explain: () => ({
      hash,
      map: structuredClone(runnable.map),
      overlays: overlays.map(({ id, version }) => ({ id, version })),
      changes,
    }),
  };
}
