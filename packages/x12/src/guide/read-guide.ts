import type { Definition } from '../definition/definition.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import { compileGuide } from './compile-guide.ts';
import type { Guide } from './guide.ts';
import { guideFaults } from './guide-faults.ts';
import { guideShape } from './guide-shape.ts';
import { shapeFault } from './json-shape.ts';

export interface ReadGuideOptions {
  /** The definition that it is for: then every path must have its place there. */
  readonly definition?: Definition | undefined;
}

/** More faults than this are not told: the file is something else. */
const MOST_FAULTS = 100;

/**
 * A companion guide from parsed JSON. Everything that is wrong with it is an issue (`guide-malformed`, `guide-path`) whose
 * `path` names the place in the JSON; there are limits on numbers and lengths, so that a guide may come from anywhere.
 */
export function readGuide(json: unknown, { definition }: ReadGuideOptions = {}): Result<Guide> {
  const issues: Issue[] = [];
  const guide = guideShape(json, [], (issue) => {
    if (issues.length < MOST_FAULTS) issues.push(issue);
  });
  if (guide === undefined && issues.length === 0) issues.push(shapeFault([], 'can not be read'));
  if (guide === undefined || issues.length > 0) return { ok: false, issues };
  const faults = [...guideFaults(guide), ...(definition === undefined ? [] : compileGuide(definition, guide).faults)];
  return faults.length > 0 ? { ok: false, issues: faults.slice(0, MOST_FAULTS) } : { ok: true, value: guide, issues };
}
