import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FileAnswer } from './file-answer.ts';
import { lineAt } from './lines.ts';
import type { Mark } from './source-rows.ts';
import { WindowList } from './window-list.tsx';

/** The text, a segment a row, with what is wrong marked. */
export function TextView({ answer, shown }: { answer: FileAnswer; shown: { readonly row: number } | undefined }) {
  const { text, marks, issues } = answer;
  const byRow = useMemo(() => groupedByRow(marks), [marks]);
  const row = (index: number) => (
    <>
      <span class="number" aria-hidden="true">
        {index + 1}
      </span>
      <code class={shown?.row === index ? 'shown' : undefined}>
        {marked(lineAt(text, index), byRow.get(index) ?? [], issues)}
      </code>
    </>
  );
  return <WindowList label="Text" count={text.starts.length} row={row} shown={shown} />;
}

function marked(line: string, marks: readonly Mark[], issues: FileAnswer['issues']): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const { from, to, issue } of [...marks].sort((one, other) => one.from - other.from)) {
    // Two issues of one place: the first is marked.
    if (from < done) continue;
    const { text, severity } = issues[issue] ?? { text: '', severity: 'error' };
    parts.push(line.slice(done, from));
    parts.push(
      <mark key={issue} class={severity} title={text}>
        {from === to ? '‸' : line.slice(from, to)}
      </mark>,
    );
    done = to;
  }
  parts.push(line.slice(done));
  return parts;
}

function groupedByRow(marks: readonly Mark[]): Map<number, Mark[]> {
  const rows = new Map<number, Mark[]>();
  for (const mark of marks) rows.set(mark.row, [...(rows.get(mark.row) ?? []), mark]);
  return rows;
}
