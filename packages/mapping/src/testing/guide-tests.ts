import { type Definition, read } from '@dist/x12';
import { mutantsOf } from '@dist/x12/testing';
import type { ConformanceTest } from './conformance-test.ts';
import type { GoldenPair, PartnerDocument } from './partner.ts';

/** X12 with a companion guide: each fault against the guide that can be put into a golden pair is found, with its issue. */
export function guideTests(document: PartnerDocument): ConformanceTest[] {
  const { definition } = document.native;
  if (definition?.guide === undefined) return [];
  return document.golden.map((pair) => ({
    name: `${document.name}, violations: every fault against the guide ${definition.guide?.guide.name} in ${pair.name} is found`,
    layer: 'violations' as const,
    document: document.name,
    runsMap: false,
    run() {
      const unseen = unseenFaults(pair, definition);
      if (unseen.length > 0) throw new Error(unseen.join('\n'));
    },
  }));
}

function unseenFaults({ text }: GoldenPair, definition: Definition): string[] {
  const bytes = new TextEncoder().encode(text);
  const mutants = mutantsOf(bytes, definition).filter(({ expected }) => expected.code.startsWith('guide-'));
  return mutants.flatMap(({ name, bytes: faulty, options, expected: { code, segment } }) => {
    const { issues } = read(faulty, { sets: [definition], ...options });
    const isFound = issues.some((issue) => issue.code === code && issue.at.segment === segment);
    const found = issues.map((issue) => issue.code).join(', ') || 'nothing';
    return isFound ? [] : [`${name}: ${code} expected, found ${found}`];
  });
}
