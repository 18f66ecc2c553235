import { type Lines, lineAt } from './lines.ts';
import { WindowList } from './window-list.tsx';

/** Lines as they are; in a tree those of issues stand out. */
export function PlainLines({ label, lines, empty }: { label: string; lines: Lines; empty: string }) {
  if (lines.starts.length === 0) return <p>{empty}</p>;
  const row = (index: number) => {
    const text = lineAt(lines, index);
    return <code class={/^ *! /.test(text) ? 'error' : /^ *\? /.test(text) ? 'warning' : undefined}>{text}</code>;
  };
  return (
    <>
      {lines.isCut && <p>The rest is not shown: the page keeps {lines.starts.length} lines of a view.</p>}
      <WindowList label={label} count={lines.starts.length} row={row} />
    </>
  );
}
