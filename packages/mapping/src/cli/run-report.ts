import type { Direction } from '../map/rule.ts';
import type { CompiledEnds } from './compiled-ends.ts';
import type { MappedDocument } from './mapped-document.ts';
import type { SourceIssue } from './source-documents.ts';

/** What `dist-map run` did, before it is printed. */
export interface Outcome {
  readonly ok: boolean;
  readonly direction: Direction;
  /** What is wrong with the file that was read, or with the one that was to be written. */
  readonly issues: readonly SourceIssue[];
  readonly documents: readonly MappedDocument[];
  /** X12 or XML, where that was written. */
  readonly output: Uint8Array | undefined;
}

/** What `run --json` prints. */
export function runReport({ compiled }: CompiledEnds, outcome: Outcome): object {
  const { ok, direction, issues, documents, output } = outcome;
  return {
    ok,
    map: { id: compiled.id, version: compiled.version, hash: compiled.hash },
    direction,
    issues: issues.map(({ json }) => json),
    documents: documents.map(documentReport),
    ...(output === undefined ? {} : { output: new TextDecoder().decode(output) }),
  };
}

function documentReport({ source, result, lookups }: MappedDocument): object {
  const { ok, value, issues, loss, complement, trace } = result;
  return {
    ...source.keys,
    ok,
    ...(ok ? { value } : {}),
    issues,
    loss,
    complement,
    lookups,
    ...(trace === undefined ? {} : { trace: trace.steps }),
  };
}
