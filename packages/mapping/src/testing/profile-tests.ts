import { type CanonicalDocument, check } from '@dist/canonical';
import { read } from '@dist/x12';
import type { MappingIssue } from '../issue.ts';
import { checkConstraints } from '../profile/check-constraints.ts';
import { cardinalityFault } from './cardinality-fault.ts';
import type { ConformanceTest } from './conformance-test.ts';
import type { GoldenPair, PartnerDocument } from './partner.ts';

/** What the profile asks, of each golden pair: a valid document, the constraints, the companion guide, the cardinality. */
export function profileTests(document: PartnerDocument): ConformanceTest[] {
  const { name: id, golden, profile } = document;
  return golden.flatMap((pair) => {
    const test = (name: string, run: () => void): ConformanceTest => {
      const title = `${id}, profile: ${pair.name} ${name}`;
      return { name: title, layer: 'profile', document: id, runsMap: false, run };
    };
    return [
      test('is a valid document', () => hasNone(invalidities(pair, document))),
      test('keeps the constraints', () =>
        hasNone(checkConstraints(profile, pair.canonical, document.canonical.format))),
      test('keeps the companion guide', () => hasNone(guideIssues(pair, document))),
      test(`is one document per ${profile.per ?? 'anything'}`, () => {
        const fault = profile.per === undefined ? undefined : cardinalityFault(profile.per, pair.canonical);
        if (fault !== undefined) throw new Error(fault);
      }),
    ];
  });
}

interface Fault {
  readonly severity: MappingIssue['severity'];
  readonly message: string;
}

function hasNone(issues: readonly Fault[]): void {
  const faults = issues.filter(({ severity }) => severity !== 'information');
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
}

function invalidities({ canonical }: GoldenPair, { canonical: end }: PartnerDocument): readonly Fault[] {
  const parsed = end.schema.safeParse(canonical);
  if (parsed.success) return check(parsed.data as CanonicalDocument);
  return parsed.error.issues.map(({ path, message }) => ({
    severity: 'error',
    message: `${path.join('.')}: ${message}`,
  }));
}

function guideIssues({ text }: GoldenPair, { native }: PartnerDocument): readonly Fault[] {
  if (native.definition?.guide === undefined) return [];
  return read(text, { sets: [native.definition] }).issues;
}
