import type { Definition } from '../definition/definition.ts';
import type { Issue } from '../issue.ts';

/** Elements of an acknowledgment that repeat what was received. */
const ECHOES = new Set(['AK101', 'AK102', 'AK201', 'AK202']);

/**
 * An acknowledgment names a group or set as it was received, also where the very name is the fault (`AB12` as a control
 * number): the sender looks it up by that text. So what is wrong with the form of an echo is a warning.
 */
export function demoteEchoes(definition: Definition, issues: readonly Issue[]): readonly Issue[] {
  if (definition.functionalIdentifier !== 'FA') return issues;
  return issues.map((issue) => (isFormOfEcho(issue) ? { ...issue, severity: 'warning' } : issue));
}

function isFormOfEcho(issue: Issue): boolean {
  const designator = issue.path.at(-1);
  return issue.code !== 'element-missing' && typeof designator === 'string' && ECHOES.has(designator);
}
