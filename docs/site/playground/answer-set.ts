import { inspect, type ReceivedFile } from '@dist/x12';
import type { CanonicalView } from './canonical-view.ts';
import { jsonLines } from './json-lines.ts';
import { linesOf } from './lines.ts';
import type { Parts } from './parts.ts';
import type { SetAnswer } from './set-answer.ts';
import type { Settings } from './settings.ts';

/** Everything about one set of a file that was read; undefined where it has no such set. */
export async function answerSet(
  file: ReceivedFile,
  index: number,
  settings: Settings,
  parts: Parts,
): Promise<SetAnswer | undefined> {
  const set = file.sets[index];
  if (set === undefined) return undefined;
  return {
    tree: linesOf(inspect(set).split('\n').slice(0, -1)),
    json: linesOf(set.document === undefined ? [] : texts(set.document)),
    canonical: await canonicalOf(set, settings, parts),
  };
}

function* texts(document: unknown): Generator<string, void> {
  for (const { text } of jsonLines(document)) yield text;
}

async function canonicalOf(
  { type, group, definition, document, status }: ReceivedFile['sets'][number],
  { map: choice }: Settings,
  parts: Parts,
): Promise<CanonicalView> {
  const without = (sentence: string): CanonicalView => ({
    sentences: [sentence],
    lines: linesOf([]),
    steps: [],
    stepOfLine: new Int32Array(),
  });
  if (choice === 'none') return without('No map is chosen.');
  if (definition === undefined || document === undefined) return without('Nothing of this set could be read.');
  const map = await parts.map(definition.release, type);
  if (map === undefined) return without(`No map is shipped for ${type} of ${group.version}.`);
  const overlay = choice === 'brightwater' ? await parts.overlay(definition.release, type) : undefined;
  // The canonical documents and the engine of maps are as large as all else together.
  const { canonicalView } = await import('./canonical-view.ts');
  const view = canonicalView(document, definition, { map, overlay });
  const told = [
    ...(status === 'rejected' ? ['The set is rejected: this is what could be made of it, never to be processed.'] : []),
    ...(choice === 'brightwater' && overlay === undefined
      ? [`Brightwater has no overlay for ${type} of ${group.version}.`]
      : []),
  ];
  return { ...view, sentences: [...told, ...view.sentences] };
}
