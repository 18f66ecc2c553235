import type { Definition, ElementUse } from '../definition/definition.ts';
import { wordsOf } from '../element/words-of.ts';
import type { Segment } from '../envelope/interchange.ts';
import { cut } from '../format/cut.ts';
import { visible } from '../format/visible.ts';
import type { Issue } from '../issue.ts';
import { issueLine } from './issue-line.ts';

/** The segment with its name, a line for each value, and each issue below the line it is about. */
export function segmentLines(segment: Segment, definition: Definition | undefined, issues: readonly Issue[]): string[] {
  const known = definition?.segments[segment.id];
  const name = known?.name ?? ENVELOPE.get(segment.id) ?? '';
  const rows = rowsOf(segment, known?.elements ?? []);
  const width = rows.reduce((most, { label }) => Math.max(most, label.length), 0);
  const about = (element: number) => issues.filter(({ at }) => (at.element ?? 0) === element);
  const lines = [
    `${visible(cut(segment.id))}${name === '' ? '' : ` ${name.toLowerCase()}`} (segment ${segment.position})`,
    ...about(0).map((issue) => `  ${issueLine(issue)}`),
  ];
  const told = new Set<number>([0]);
  rows.forEach(({ element, label, value }, index) => {
    lines.push(`  ${label.padEnd(width)}  ${value}`);
    if (rows[index + 1]?.element === element) return;
    told.add(element);
    for (const issue of about(element)) lines.push(`    ${issueLine(issue)}`);
  });
  // Of an element that is not there.
  for (const issue of issues) if (!told.has(issue.at.element ?? 0)) lines.push(`    ${issueLine(issue)}`);
  return lines;
}

const ENVELOPE: ReadonlyMap<string, string> = new Map([
  ['ST', 'Transaction set header'],
  ['SE', 'Transaction set trailer'],
]);

/** One value with its designator and name. */
interface Row {
  readonly element: number;
  readonly label: string;
  readonly value: string;
}

function rowsOf({ id, elements }: Segment, uses: readonly ElementUse[]): Row[] {
  return elements.flatMap(({ repeats }, index) => {
    const use = uses[index];
    const designator = `${cut(id)}${String(index + 1).padStart(2, '0')}`;
    return repeats.flatMap((components, repeat) =>
      components.flatMap((text, component) => {
        if (text === '') return [];
        const isComposite = components.length > 1 || use?.components !== undefined;
        const named = isComposite ? (use?.components?.[component] ?? use) : use;
        const label = [
          designator + (isComposite ? `-${component + 1}` : ''),
          ...(repeats.length > 1 ? [`(repeat ${repeat + 1})`] : []),
          ...(named === undefined ? [] : [wordsOf(named.name)]),
        ].join(' ');
        return [{ element: index + 1, label: visible(label), value: visible(cut(text)) }];
      }),
    );
  });
}
