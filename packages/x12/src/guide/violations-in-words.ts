import type { Guide, Violation } from './guide.ts';

const WORDS: Readonly<Record<Violation, string>> = {
  reject: 'rejects the transaction set',
  'accept-with-errors': 'is reported, and the transaction set is accepted with errors',
  silent: 'is noted and not reported',
};

/** What faults do by a guide's table, one line of Markdown each. */
export function violationsInWords({ violations = {} }: Guide): string {
  const { 'guide-*': others = 'accept-with-errors', ...named } = violations;
  const lines = Object.entries(named).map(([code, violation]) => `- \`${code}\`: ${WORDS[violation]}`);
  return [...lines, `- Any other fault against this guide ${WORDS[others]}.`].join('\n');
}
