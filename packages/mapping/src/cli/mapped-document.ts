import type { MapResult, RunOptions } from '../compiled-map.ts';
import type { MappingIssue } from '../issue.ts';
import type { Direction } from '../map/rule.ts';
import { isTooDeep } from '../profile/is-too-deep.ts';
import type { Lookup } from '../run/run.ts';
import type { CompiledEnds } from './compiled-ends.ts';
import type { SourceDocument } from './source-documents.ts';

/** A document, and what a map made of it. */
export interface MappedDocument {
  readonly source: SourceDocument;
  readonly result: MapResult<unknown>;
  /** Master data that the map asks for. */
  readonly lookups: readonly Lookup[];
}

/** No document is nested deeper. */
const DEEPEST = 64;

/**
 * Runs a map over a document in one direction. What a canonical schema finds in a canonical document, it says before; what a
 * partner's constraints find, is added.
 */
export function mappedDocument(
  ends: CompiledEnds,
  source: SourceDocument,
  direction: Direction,
  options: RunOptions,
): MappedDocument {
  const { compiled, canonical, constraintFaults } = ends;
  const { document } = source;
  const refused = (issues: readonly MappingIssue[]): MappedDocument => {
    const complement = { map: compiled.id, side: direction === 'read' ? 'native' : 'canonical', kept: {} } as const;
    return { source, result: { ok: false, issues, loss: [], complement }, lookups: [] };
  };
  if (isTooDeep(document, DEEPEST)) {
    const message = `the document is nested deeper than ${DEEPEST} levels`;
    return refused([{ code: 'document-too-deep', severity: 'error', message, path: [] }]);
  }
  const faults = direction === 'write' ? (canonical.validate?.(document) ?? []) : [];
  if (faults.length > 0) return refused(faults.map((fault) => ({ ...fault, side: 'canonical' })));
  const lookups = direction === 'read' ? compiled.lookups(document) : compiled.lookups(document, 'write');
  const result = compiled[direction](document, options);
  if (!result.ok || constraintFaults === undefined) return { source, result, lookups };
  return {
    source,
    result: withFaults(result, constraintFaults(direction === 'read' ? result.value : document)),
    lookups,
  };
}

function withFaults(result: MapResult<unknown>, faults: readonly MappingIssue[]): MapResult<unknown> {
  const issues = [...result.issues, ...faults];
  if (!faults.some(({ severity }) => severity === 'error')) return { ...result, issues };
  const { value, partial = value, ...report } = result;
  return { ...report, ok: false, value: undefined, partial, issues };
}
