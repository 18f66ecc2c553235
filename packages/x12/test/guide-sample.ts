import type { Definition } from '../src/definition/definition.ts';
import type { Guide } from '../src/guide/guide.ts';
import { readGuide } from '../src/guide/read-guide.ts';
import { withGuide } from '../src/guide/with-guide.ts';
import type { Issue } from '../src/issue.ts';
import { read } from '../src/read.ts';
import { interchange } from './sample.ts';

/** The JSON of a guide without what every one has to say. */
export type GuideParts = Readonly<Record<string, unknown>>;

/** The guide of JSON that has only to say what is to be tested; it has to be sound. */
export function guideOf(definition: Definition, parts: GuideParts): Guide {
  const { id: set, release } = definition;
  const result = readGuide({ name: 'Sample guide', set, release, ...parts }, { definition });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.value;
}

/** What `read` says of one set, read with a guide. */
export function readWithGuide(definition: Definition, body: readonly string[], parts: GuideParts) {
  const laid = withGuide(definition, guideOf(definition, parts));
  const text = interchange([[`ST*${definition.id}*0001`, ...body]], { gs: { 1: definition.functionalIdentifier } });
  const file = read(text, { sets: [laid] });
  const [set] = file.sets;
  if (set === undefined) throw new Error('no set');
  return { set, file, issues: set.issues };
}

/** `code segment/element/component acknowledgment path`, without what an issue does not have. */
export const shown = ({ code, at, acknowledgment, path }: Issue): string => {
  const { segment, element, component } = at;
  const place = [segment, element, component].filter((number) => number !== undefined).join('/');
  return [code, place, acknowledgment, path.join('/')].filter((part) => part !== undefined).join(' ');
};
