import type { Definition } from '../definition/definition.ts';
import type { TransactionSet } from '../envelope/interchange.ts';
import type { Issue } from '../issue.ts';

/**
 * The issues of a transaction set that no definition finds anew: those of its envelope, and of how it could be read. A set of
 * `parse` has no others, a set of `read` has those of the definition that it was read with.
 */
export function envelopeFaults({ issues }: TransactionSet, definition: Definition): readonly Issue[] {
  const isFault = (issue: Issue) => isEnvelopeFault(issue, definition);
  // That there were more of them is true as long as all that are there are such.
  const isOfEnvelope = issues.every((issue) => issue.code === 'set-too-many-issues' || isFault(issue));
  return isOfEnvelope ? issues : issues.filter(isFault);
}

function isEnvelopeFault({ code, guide }: Issue, definition: Definition): boolean {
  // `read` sees the separators of the interchange, which a set does not have.
  if (code === 'guide-separators') return guide === definition.guide?.guide.name;
  return READING.has(code) || (code.startsWith('set-') && !OF_DEFINITIONS.has(code));
}

/** A segment that was not kept, or whose end is not certain. */
const READING: ReadonlySet<string> = new Set([
  'segment-too-long',
  'segment-too-many-elements',
  'segment-binary-length',
]);
/** What `read` says where it has no definition, and what a limit of issues says, which is said again where it is reached. */
const OF_DEFINITIONS: ReadonlySet<string> = new Set(['set-not-supported', 'set-too-many-issues']);
