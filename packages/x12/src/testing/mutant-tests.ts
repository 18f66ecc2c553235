import type { Definition } from '../definition/definition.ts';
import type { Issue } from '../issue.ts';
import { read } from '../read.ts';
import type { ExpectedIssue } from './mutant.ts';
import { mutantsOf } from './mutants-of.ts';

/** One test, for any test runner. */
export interface MutantTest {
  readonly name: string;
  /** @throws Error when the fault is not found, not at its place, or gives another issue as well. */
  readonly run: () => void;
}

/**
 * A test for each mutant of a sound interchange: reading it gives the one issue that must follow, and no other. Throws like
 * `mutantsOf`.
 */
export function mutantTests(bytes: Uint8Array, definition: Definition): MutantTest[] {
  return mutantsOf(bytes, definition).map(({ name, bytes, options, expected }) => ({
    name: `${definition.id}: ${name}`,
    run() {
      const found = read(bytes, { sets: [definition], ...options }).issues.map(toExpected);
      const wanted = inWords(expected);
      const got = found.map(inWords);
      if (got.length !== 1 || got[0] !== wanted)
        throw new Error(`${wanted} expected, found ${got.join('; ') || 'nothing'}`);
    },
  }));
}

const toExpected = ({ code, severity, at, acknowledgment }: Issue): Omit<ExpectedIssue, 'code'> & { code: string } => ({
  code,
  severity,
  segment: at.segment,
  element: at.element,
  repeat: at.repeat,
  component: at.component,
  acknowledgment,
});

function inWords(issue: ReturnType<typeof toExpected>): string {
  const { code, severity, segment, element, repeat, component, acknowledgment = 'no code' } = issue;
  const place = Object.entries({ segment, element, repeat, component }).filter(([, number]) => number !== undefined);
  return [severity, code, ...place.map((part) => part.join(' ')), acknowledgment].join(', ');
}
