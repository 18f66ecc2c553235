import type { CompiledMap, MappingIssue, Result } from '@dist/mapping';
import { type Definition, encode } from '@dist/x12';
import { readGuide, withGuide } from '@dist/x12/guide';

/**
 * A map of what we send that refuses what the partner's companion guide forbids: by the guide's own table, where a fault that
 * it does not reject leaves all the same. Better parked here than sent back (R13). A guide that cannot be read is an issue.
 */
export function guidedMap<Native, Canonical>(
  map: CompiledMap<Native, Canonical>,
  definition: Definition<string, Native>,
  json: unknown,
): Result<CompiledMap<Native, Canonical>> {
  const guide = readGuide(json, { definition });
  if (!guide.ok) return { ok: false, issues: guide.issues.map(plain) };
  const guided = withGuide(definition, guide.value);
  const write: typeof map.write = (canonical, options) => {
    const written = map.write(canonical, options);
    if (!written.ok) return written;
    const faults = encode(guided, written.value).issues.filter(({ severity }) => severity === 'error');
    if (faults.length === 0) return written;
    const { value: partial, issues, ...report } = written;
    return { ...report, ok: false, partial, issues: [...issues, ...faults.map(plain)] };
  };
  return { ok: true, value: { ...map, write }, issues: [] };
}

function plain({ code, severity, message, path }: Pick<MappingIssue, 'code' | 'severity' | 'message' | 'path'>) {
  return { code, severity, message, path } as const;
}
