import { isLossy } from '../codec/table.ts';
import type { MappingIssue } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';

/** Tables that do not run both ways, and those that no codec uses. */
export function tableFaults({ tables, direction }: PartnerMap, used: ReadonlySet<string>): MappingIssue[] {
  const issues: MappingIssue[] = [];
  for (const [name, table] of Object.entries(tables ?? {})) {
    if (!used.has(name)) issues.push({ ...fault('table-unused', `No rule uses table ${name}`), severity: 'warning' });
    if (isLossy(table) || direction === 'read') continue;
    const natives = new Map<string, string>();
    for (const [native, canonical] of Object.entries(table)) {
      const other = natives.get(canonical);
      if (other !== undefined) {
        const message = `Table ${name}: ${other} and ${native} both mean ${canonical}, so that writing cannot choose`;
        const expected = 'one native code for each canonical one, or "lossy": true with read and write';
        issues.push({ ...fault('table-not-bijective', message), expected, found: canonical });
      }
      natives.set(canonical, native);
    }
  }
  return issues;
}

function fault(code: string, message: string): MappingIssue {
  return { code, severity: 'error', message, path: [] };
}
