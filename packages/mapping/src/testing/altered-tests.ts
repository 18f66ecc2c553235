import type { CompiledMap, MapResult } from '../compiled-map.ts';
import type { Format } from '../format/format.ts';
import { isFault } from '../path/path.ts';
import { valuesAt } from '../run/values-at.ts';
import type { AlteredCase } from './altered-case.ts';
import { alteredDocument } from './altered-document.ts';
import { usableMap } from './compiled-document.ts';
import type { ConformanceTest } from './conformance-test.ts';
import type { GoldenPair, PartnerDocument } from './partner.ts';

/** Changes of golden pairs of which a person says what must come: a refusal, a value kept, another value. */
export function alteredTests(document: PartnerDocument): ConformanceTest[] {
  const { name: id, golden } = document;
  return golden.flatMap((pair) =>
    pair.altered.map((altered) => ({
      name: `${id}, violations: ${pair.name} ${changeInWords(altered)} ${outcomeInWords(altered)}`,
      layer: 'violations' as const,
      document: id,
      runsMap: true,
      run() {
        const fault = faultOf(document, pair, altered);
        if (fault !== undefined) throw new Error(fault);
      },
    })),
  );
}

function changeInWords({ direction, path, value }: AlteredCase): string {
  const change =
    value === undefined
      ? `without ${path}`
      : `with ${path} = ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
  return `${direction === 'read' ? 'read' : 'written'} ${change}`;
}

function outcomeInWords({ code, rule, lost, gives }: AlteredCase): string {
  if (code !== undefined) return `is ${code}${rule === undefined ? '' : ` of ${rule}`}`;
  if (lost !== undefined) return `keeps ${lost}`;
  return gives?.value === undefined ? `makes no ${gives?.path}` : `makes ${gives.path} ${String(gives.value)}`;
}

function faultOf(document: PartnerDocument, pair: GoldenPair, altered: AlteredCase): string | undefined {
  const { direction, path, code, lost, gives } = altered;
  const { native, canonical } = document;
  const [from, to] = direction === 'read' ? [native, canonical] : [canonical, native];
  const changed = alteredDocument(from.format, direction === 'read' ? pair.native : pair.canonical, altered);
  if (changed === undefined) return `${pair.name} has no ${path}`;
  const result = runOf(usableMap(document), altered, changed, pair);
  if (code !== undefined) return missingIssue(result, altered);
  if (!result.ok) return `it is refused: ${result.issues.find(({ severity }) => severity === 'error')?.message}`;
  if (lost !== undefined) {
    const found = result.loss.map(({ at }) => at);
    return found.includes(lost) ? undefined : `${lost} is not kept; ${found.join(', ') || 'nothing'} is`;
  }
  return gives === undefined ? undefined : otherValue(result.value, gives, to.format);
}

function runOf(
  map: CompiledMap,
  { direction }: AlteredCase,
  changed: unknown,
  { facts }: GoldenPair,
): MapResult<unknown> {
  return direction === 'read' ? map.read(changed, { facts }) : map.write(changed, { facts });
}

function missingIssue(
  { issues }: MapResult<unknown>,
  { code, rule, severity = 'error' }: AlteredCase,
): string | undefined {
  const isFound = issues.some(
    (issue) => issue.code === code && issue.severity === severity && (rule === undefined || issue.rule === rule),
  );
  if (isFound) return undefined;
  const found = issues.map((issue) => `${issue.severity} ${issue.code}${issue.rule ? ` of ${issue.rule}` : ''}`);
  const expected = `${severity} ${code}${rule === undefined ? '' : ` of ${rule}`}`;
  return `${expected} expected, found ${found.join('; ') || 'nothing'}`;
}

function otherValue(made: unknown, gives: NonNullable<AlteredCase['gives']>, format: Format): string | undefined {
  const path = format.parsePath(gives.path, format.shape);
  if (isFault(path)) return `${gives.path}: ${path.message}`;
  const [found] = valuesAt(made, path);
  if (found === gives.value) return undefined;
  return `${gives.path}: ${JSON.stringify(gives.value) ?? 'nothing'} expected, ${JSON.stringify(found) ?? 'nothing'} found`;
}
