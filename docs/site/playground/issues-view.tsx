import type { FileAnswer } from './file-answer.ts';
import { scrolledByKeys } from './scrolled-by-keys.ts';

/** Every issue that is kept, each with the way to its place and to its page. */
export function IssuesView({ answer, go }: { answer: FileAnswer; go: (row: number) => void }) {
  const { issues, marks } = answer;
  if (issues.length === 0) return <p>No issues.</p>;
  const rows = new Map(marks.map(({ issue, row }) => [issue, row]));
  return (
    <section class="window" aria-label={`Issues, ${issues.length}`} {...scrolledByKeys}>
      <ul class="issues">
        {issues.map(({ code, severity, text }, index) => {
          const row = rows.get(index);
          return (
            <li key={index}>
              <span class={`severity ${severity}`}>{severity}</span> {text}{' '}
              <a href={`/reference/issue-codes.html#${code}`}>{code}</a>{' '}
              {row !== undefined && (
                <button type="button" class="link" onClick={() => go(row)}>
                  Show row {row + 1}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
